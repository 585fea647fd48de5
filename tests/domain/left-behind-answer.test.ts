import { describe, expect, it } from 'vitest';
import { LEFT_BEHIND_PAGE, leftBehindAnswer, leftBehindPage } from '#src/domain/left-behind-answer.ts';
import type { LeftBehindPageAsked } from '#src/domain/left-behind-answer.ts';
import { guarantees } from '#src/domain/indicator.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const JANUARY = '2018-01-22';
const JULY = '2018-07-02';

/** Both visits met these households. */
function village(met: string[]) {
  const stops = met.map((subjectId) => ({ subjectId }));
  return new RecordBuilder().visit('jan', JANUARY, { stops }).visit('jul', JULY, { stops });
}

/** Nothing is open with it, unless the test reads something else. */
function settled(b: RecordBuilder, id: string, status: 'out' | 'registered' | 'unknown' = 'registered') {
  b.household(id, { number: id }).read(id, 'status', status, JANUARY).read(id, 'persons', 2, JANUARY);
  b.income(id, JANUARY, [8000, 1, 0, 0, 0]).income(id, JULY, [8001, 1, 0, 0, 0]);
  for (const name of guarantees) b.read(id, name, 'met', JULY);
  return b;
}

function page({ record }: RecordBuilder, asked: Partial<LeftBehindPageAsked> = {}, withFirst = true) {
  const [from, to] = record.visits;
  if (!from || !to) throw new Error('the test has no two visits');
  return leftBehindAnswer.parse(
    leftBehindPage(record, withFirst ? from : null, to, { today: '2018-07-16', ...asked }),
  );
}
const listed = (answer: ReturnType<typeof page>) => answer.entries.map(({ household }) => household.id);
const none = { households: 0, persons: 0, personsUnknown: 0 };
const counts = (answer: ReturnType<typeof page>) =>
  Object.fromEntries(
    answer.reasons.filter((r) => r.households > 0).map(({ kind, households }) => [kind, households]),
  );

describe('a page of who is left behind', () => {
  it('counts households and persons by reason, and says whose persons nobody knows', () => {
    const b = settled(settled(village(['a', 'b']), 'a'), 'b')
      .read('a', 'water', 'unknown', JULY, { id: 'a-w' })
      .read('b', 'water', 'unknown', JULY, { id: 'b-w' })
      .read('b', 'persons', 'unknown', JULY, { id: 'b-p' });
    const answer = page(settled(b, 'c'));
    expect(answer.register).toEqual({ households: 3, persons: 4, personsUnknown: 1 });
    expect(answer.listed).toEqual({ households: 3, persons: 4, personsUnknown: 1 });
    expect(counts(answer)).toEqual({ notVisited: 1, guaranteeUnknown: 2 });
    expect(answer.reasons.find((r) => r.kind === 'guaranteeUnknown')).toMatchObject({
      persons: 2,
      personsUnknown: 1,
    });
  });

  it('tells who is above the line and fails a guarantee from who is below it', () => {
    const b = settled(settled(village(['above', 'below']), 'above'), 'below')
      .income('below', JULY, [1000, 0, 0, 0, 0])
      .read('above', 'housing', 'notMet', JULY, { id: 'above-h' })
      .read('below', 'housing', 'notMet', JULY, { id: 'below-h' });
    b.record.readings = b.record.readings.filter((r) => r.id !== `below-wage-${JULY}` || r.value === 1000);
    const answer = page(b);
    expect(counts(answer)).toEqual({ aboveLineGap: 1, guaranteeNotMet: 1 });
    expect(listed(page(b, { reason: 'aboveLineGap' }))).toEqual(['above']);
    expect(listed(page(b, { reason: 'guaranteeNotMet' }))).toEqual(['below']);
    expect(page(b, { reason: 'aboveLineGap' }).reasons).toEqual(answer.reasons);
  });

  it('comes page by page, each household once', () => {
    const b = village([]);
    const all = Array.from({ length: LEFT_BEHIND_PAGE + 7 }, (_, at) => `h${String(at).padStart(4, '0')}`);
    for (const id of all) b.household(id, { number: id });
    const first = page(b);
    expect(first.entries).toHaveLength(LEFT_BEHIND_PAGE);
    const second = page(b, { after: first.next ?? '' });
    expect([...listed(first), ...listed(second)]).toEqual(all);
    expect(second.next).toBeNull();
    expect(second.listed.households).toBe(all.length);
    expect(listed(page(b, { after: 'gone' }))).toEqual(listed(first));
  });

  it('is empty where nothing is open, and counts where that cannot be told', () => {
    const b = settled(settled(settled(village(['a', 'b', 'c']), 'a', 'out'), 'b', 'unknown'), 'c', 'out');
    expect(page(settled(village(['a']), 'a', 'out'))).toMatchObject({
      listed: none,
      cannotTell: { status: 0, income: 0 },
    });
    const answer = page(b.read('c', 'wage', 'unknown', JANUARY, { id: 'c-w' }));
    expect(answer.listed).toEqual(none);
    expect(answer.cannotTell).toEqual({ status: 1, income: 1 });
    expect(page(b, {}, false).cannotTell).toEqual({ status: 1, income: 0 });
    // Who is listed can be told of, and who is registered anyway does not sink.
    settled(b, 'd', 'unknown').read('d', 'water', 'unknown', JULY, { id: 'd-w' });
    settled(b, 'e').read('e', 'wage', 'unknown', JULY, { id: 'e-w' });
    settled(b, 'f', 'out').read('f', 'wage', 'unknown', JULY, { id: 'f-w' });
    for (const visit of b.record.visits) {
      for (const subjectId of ['d', 'e', 'f'])
        visit.stops.push({
          ...visit.stops[0],
          kind: 'household',
          subjectId,
          outcome: 'met',
          said: null,
          source: { kind: 'synthetic' },
        });
    }
    expect(listed(page(b))).toEqual(['d']);
    expect(page(b).cannotTell).toEqual({ status: 1, income: 2 });
    expect(page(b, {}, false).cannotTell).toEqual({ status: 1, income: 1 });
  });

  it('lists whoever has two reasons under both', () => {
    const b = settled(village([]), 'a').read('a', 'water', 'unknown', JULY, { id: 'a-w' });
    expect(counts(page(b))).toEqual({ notVisited: 1, guaranteeUnknown: 1 });
    expect(listed(page(b, { reason: 'notVisited' }))).toEqual(['a']);
    expect(listed(page(b, { reason: 'guaranteeUnknown' }))).toEqual(['a']);
  });

  it('is of the record as it is, of its visits and of its day, though a list is kept for the next page', () => {
    const b = settled(village(['a']), 'a').commitment('c', 'jan', '2018-07-10', { householdId: 'a' });
    const frozen = { record: Object.freeze(b.record) } as RecordBuilder;
    const kinds = (today: string, withFirst = true) => counts(page(frozen, { today }, withFirst));
    expect(kinds('2018-07-10')).toEqual({});
    expect(kinds('2018-07-11')).toEqual({ overdueCommitment: 1 });
    const [jan, jul] = b.record.visits;
    if (!jan || !jul) throw new Error('there are two visits');
    jul.stops.pop();
    const ofJuly = { record: Object.freeze({ ...b.record }) } as RecordBuilder;
    expect(counts(page(ofJuly, { today: '2018-07-10' }))).toEqual({ notVisited: 1 });
    expect(counts(page(ofJuly, { today: '2018-07-10' }, false))).toEqual({});
    const growing = settled(village(['a']), 'a');
    expect(counts(page(growing))).toEqual({});
    expect(counts(page(growing.read('a', 'water', 'unknown', JULY, { id: 'later' })))).toEqual({
      guaranteeUnknown: 1,
    });
  });

  it('names the helper of that day, the last time somebody was met, and who joined between the visits', () => {
    const b = settled(village(['a']), 'a')
      .household('new', { number: 'new', registeredOn: '2018-05-01' })
      .household('gone', { number: 'gone', leftOn: '2018-05-01' });
    b.record.households[0]?.pairings.push(
      { helper: 'Earlier', from: '2017-01-01', until: '2018-02-01', source: { kind: 'synthetic' } },
      { helper: 'Helper', from: '2018-02-01', until: null, source: { kind: 'synthetic' } },
    );
    b.read('a', 'water', 'unknown', JULY, { id: 'a-w' });
    const answer = page(b);
    expect(answer.entries.map((e) => [e.household.id, e.helper, e.lastVisitedOn, e.joined])).toEqual([
      ['new', null, null, true],
      ['a', 'Helper', JULY, false],
    ]);
    expect(page(b, {}, false).entries.map((e) => e.joined)).toEqual([false, false]);
    expect(answer.register.households).toBe(2);
  });

  it('keeps questions about the whole village apart from the households', () => {
    const b = village(['a', 'b', 'c', 'd']);
    for (const id of ['a', 'b', 'c', 'd']) {
      settled(b, id).read(id, 'persons', 1, JULY, { id: `${id}-p` });
      b.record.readings = b.record.readings.filter((r) => r.id !== `${id}-wage-${JULY}`);
      b.read(id, 'wage', 3010, JULY);
    }
    const { questions } = page(b);
    expect(questions.map(({ code, subject }) => [code, subject.kind])).toEqual([
      ['incomeBunching', 'village'],
    ]);
  });
});

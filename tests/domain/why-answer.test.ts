import { describe, expect, it } from 'vitest';
import { explainAll, explainOne, whyAnswer, whyHouseholds, type Chosen } from '#src/domain/why-answer.ts';
import type { Explained } from '#src/domain/why-changed.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';
import { JANUARY, JULY, village } from '#tests/support/why.ts';

function pairOf(b: RecordBuilder) {
  const [from, to] = b.record.visits;
  if (!from || !to) throw new Error('the test has no two visits');
  return { from, to };
}
function all(b: RecordBuilder, by: Chosen = {}) {
  const { from, to } = pairOf(b);
  return whyAnswer.parse(explainAll(b.record, from, to, by));
}
function explained(b: RecordBuilder, what: Explained, by: Chosen = {}) {
  const found = all(b, by).explanations.find((e) => e.what === what);
  if (!found) throw new Error(`${what} is not explained`);
  return found;
}
function behind(b: RecordBuilder, asked: Parameters<typeof explainOne>[3]) {
  const { from, to } = pairOf(b);
  return whyHouseholds.parse(explainOne(b.record, from, to, asked));
}
const part = (b: RecordBuilder, what: Explained, why: string, by: Chosen = {}) =>
  explained(b, what, by).parts.find((p) => p.why === why);

const poor = (b: RecordBuilder, id: string, persons: number, on: string) =>
  b.read(id, 'status', 'registered', on).read(id, 'persons', persons, on);

describe('a level that is explained', () => {
  const three = () => {
    const b = village().household('a').household('b').household('c').household('d', { leftOn: '2018-05-01' });
    for (const id of ['a', 'b', 'c', 'd']) poor(b, id, 4, JANUARY);
    b.read('a', 'status', 'out', JULY).read('b', 'persons', 2, JULY).read('c', 'persons', 5, JULY);
    return b.read('v', 'ruralPopulation', 80, JULY, { evidence: 'document' });
  };

  it('has its levels, their change, and how many households raised or lowered it', () => {
    const e = explained(three(), 'incidence');
    expect([e.unit, e.told, e.known, e.to, e.change]).toEqual(['percent', 16, 16, 8.75, -7.25]);
    expect(e.parts.find((p) => p.why === 'changed')).toEqual({
      why: 'changed',
      value: -5,
      households: 3,
      raised: 1,
      lowered: 2,
      village: false,
    });
    expect(e.parts.find((p) => p.why === 'left')).toMatchObject({ households: 1, lowered: 1 });
    expect(e.parts.find((p) => p.why === 'population')).toMatchObject({
      value: 1.75,
      households: 0,
      raised: 0,
      village: true,
    });
    expect(explained(three(), 'meanIncome')).toMatchObject({ unit: 'yuan', change: null, parts: [] });
  });

  it('says of how many households it is known, and on what it rests', () => {
    expect(explained(three(), 'incidence').ends).toEqual({
      from: { known: 4, of: 4, missing: null },
      to: { known: 3, of: 3, missing: null },
    });
    const b = village().household('a').household('b');
    expect(explained(b, 'food').evidence).toEqual([]);
    b.read('a', 'status', 'out', JULY, { evidence: 'document' })
      .read('a', 'persons', 2, JULY, { evidence: 'toldByHousehold' })
      .read('a', 'wage', 100, JANUARY, { evidence: 'toldByCadre' })
      .read('b', 'housing', 'met', JULY, { evidence: 'reportedInPress' });
    expect(explained(b, 'incidence').evidence).toEqual(['seenOnSite', 'document', 'toldByHousehold']);
    expect(explained(b, 'meanIncome').evidence).toEqual(['toldByHousehold', 'toldByCadre']);
    expect(explained(b, 'poorByIncome').evidence).toEqual(['toldByHousehold', 'toldByCadre']);
    expect(explained(b, 'housing').evidence).toEqual(['reportedInPress']);
  });

  it('counts nobody up or down who comes or goes and lies just where the level is', () => {
    const b = village().household('a').household('b', { leftOn: '2018-05-01' });
    for (const id of ['a', 'b']) b.read(id, 'persons', 1, JANUARY).income(id, JANUARY, [3000]);
    expect(part(b, 'meanIncome', 'left')).toMatchObject({ value: 0, households: 1, raised: 0, lowered: 0 });
  });

  it('names who is behind a reason, of one reason or of all', () => {
    const whole = behind(three(), { what: 'incidence' });
    expect(whole.parts).toHaveLength(7);
    expect(whole.households.map((h) => h.id)).toEqual(['a', 'b', 'c', 'd']);
    const left = behind(three(), { what: 'incidence', part: 'left' });
    expect(left).toMatchObject({
      what: 'incidence',
      told: 16,
      to: 8.75,
      parts: [{ why: 'left', value: -4 }],
    });
    expect(left.households).toEqual([
      { id: 'd', number: '004', head: { zh: 'd', en: 'd' }, source: { kind: 'synthetic' } },
    ]);
    expect(behind(three(), { what: 'incidence', part: 'population' }).households).toEqual([]);
  });
});

describe('the rules', () => {
  const earning = (yuan: number) => {
    const b = village().household('a').read('a', 'persons', 1, JANUARY);
    return b.income('a', JANUARY, [yuan, 0, 0, 0, 500]);
  };

  it('are the national line of each visit’s year and net income, unless others were chosen', () => {
    const { rules, from, to, knownOn, toldOn } = all(earning(1));
    expect([rules.from.line?.id, rules.to.line?.id, rules.to.income.id]).toEqual([
      'national-2018',
      'national-2018',
      'net-income',
    ]);
    expect([rules.from.series, rules.to.series]).toEqual(['national', 'national']);
    expect([from.id, to.on, knownOn, toldOn]).toEqual(['jan', JULY, null, JANUARY]);
    const other = all(earning(1), { series: 'sixPercent', income: 'own-income' }).rules;
    expect([other.from.line?.yuan, other.to.line?.yuan]).toEqual([3535, 3535]);
    expect([other.from.income.id, other.to.income.id]).toEqual(['own-income', 'own-income']);
  });

  it('may be others at the first visit, and what that does is a part of its own', () => {
    const rules = { series: 'sixPercent', seriesFrom: 'national' } as const;
    expect(part(earning(2500), 'poorByIncome', 'rule', rules)).toMatchObject({ value: 100, raised: 1 });
    expect(part(earning(2500), 'poorByIncome', 'rule', { series: 'sixPercent' })?.value).toBe(0);
    expect(part(earning(2500), 'meanIncome', 'rule', { incomeFrom: 'own-income' })?.value).toBe(500);
    expect(behind(earning(2500), { what: 'poorByIncome', part: 'rule', ...rules }).households).toHaveLength(
      1,
    );
  });
});

describe('what is corrected since', () => {
  const mended = () =>
    village()
      .household('a')
      .read('a', 'status', 'registered', JANUARY)
      .read('a', 'persons', 4, JANUARY)
      .read('a', 'persons', 3, JANUARY, {
        id: 'right',
        recordedOn: '2018-07-10',
        supersedes: { readingId: `a-persons-${JANUARY}`, reason: 'miscounted' },
      });
  const corrected = (by: Chosen) => {
    const incidence = explained(mended(), 'incidence', by);
    return [incidence.told, incidence.known, incidence.to, incidence.parts[0]?.value];
  };

  it('is what was recorded after the first visit, even after the second', () => {
    expect(corrected({})).toEqual([4, 3, 3, -1]);
  });
  it('is nothing for whoever was told the figure after that', () => {
    expect(corrected({ toldOn: '2018-07-10' })).toEqual([3, 3, 3, 0]);
  });
  it('is not there yet as known before it was recorded', () => {
    expect(corrected({ knownOn: '2018-07-09' })).toEqual([4, 4, 4, 0]);
  });
});

describe('an end that is not known', () => {
  const ends = (b: RecordBuilder, what: Explained) => explained(b, what).ends;
  const visited = () => new RecordBuilder().visit('jan', JANUARY).visit('jul', JULY);

  it('says that nobody read the population', () => {
    const b = visited().household('a').read('a', 'status', 'out', JANUARY);
    b.read('v', 'ruralPopulation', 100, JULY);
    expect(ends(b, 'incidence')).toEqual({
      from: { known: 1, of: 1, missing: 'population' },
      to: { known: 1, of: 1, missing: null },
    });
  });
  it('says that it is not known how many people the poor households have', () => {
    const b = village().household('a').read('a', 'status', 'registered', JULY);
    expect(ends(b, 'incidence')).toEqual({
      from: { known: 0, of: 1, missing: null },
      to: { known: 0, of: 1, missing: 'persons' },
    });
    expect(explained(b, 'incidence')).toMatchObject({ told: 0, to: null, change: null });
  });
  it('says so too where the first level was told and is not known any more', () => {
    const b = village()
      .household('a')
      .read('a', 'status', 'registered', JANUARY)
      .read('a', 'persons', 4, JANUARY)
      .read('a', 'persons', 'unknown', JANUARY, {
        id: 'unsure',
        recordedOn: '2018-07-10',
        supersedes: { readingId: `a-persons-${JANUARY}`, reason: 'nobody knows' },
      })
      .read('a', 'persons', 4, JULY);
    expect(ends(b, 'incidence')).toEqual({
      from: { known: 0, of: 1, missing: 'persons' },
      to: { known: 1, of: 1, missing: null },
    });
  });
  it('counts of how many it was known when it was told, where it was not known then', () => {
    const b = new RecordBuilder().visit('jan', JANUARY).visit('jul', JULY).household('a').household('b');
    b.read('a', 'status', 'out', JANUARY).read('v', 'ruralPopulation', 100, JULY);
    b.read('b', 'status', 'unknown', JANUARY).read('b', 'status', 'out', JANUARY, {
      id: 'right',
      recordedOn: '2018-07-10',
      supersedes: { readingId: `b-status-${JANUARY}`, reason: 'read wrongly' },
    });
    expect(ends(b, 'incidence').from).toEqual({ known: 1, of: 2, missing: 'population' });
    b.read('v', 'ruralPopulation', 100, JANUARY);
    expect(ends(b, 'incidence').from).toEqual({ known: 2, of: 2, missing: null });
  });
  it('says that there is no line for that year', () => {
    const b = new RecordBuilder().visit('old', '2013-05-01').visit('new', '2014-05-01').household('a');
    b.income('a', '2013-05-01', [3000]).read('a', 'persons', 1, '2013-05-01');
    expect(ends(b, 'poorByIncome').from.missing).toBe('line');
    expect(ends(b, 'poorByIncome').from).toMatchObject({ known: 0, of: 1 });
    expect(explained(b, 'poorByIncome')).toMatchObject({ told: null, change: null, parts: [] });
    expect(ends(b, 'meanIncome').from.missing).toBeNull();
  });
  it('says that no household’s income or guarantee is known, or that it applies to none', () => {
    const b = village().household('a').household('b').read('a', 'education', 'notApplicable', JULY);
    expect(ends(b, 'meanIncome').to.missing).toBe('income');
    expect(ends(b, 'poorByIncome').to.missing).toBe('income');
    const old = new RecordBuilder().visit('old', '2012-05-01').visit('new', '2013-05-01').household('a');
    expect(ends(old, 'meanIncome').to.missing).toBe('income');
    expect(ends(b, 'housing').to.missing).toBe('guarantee');
    expect(ends(b, 'education').to.missing).toBe('notApplicable');
  });
  it('says that nobody was in the register', () => {
    const b = village().household('a', { registeredOn: '2018-03-01' });
    expect(ends(b, 'housing').from).toEqual({ known: 0, of: 0, missing: 'nobodyRegistered' });
  });
});

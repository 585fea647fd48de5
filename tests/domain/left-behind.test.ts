import { describe, expect, it } from 'vitest';
import { leftBehind, leftBehindHousehold, type LeftBehindAsked } from '#src/domain/left-behind.ts';
import { guarantees, type Guarantee, type GuaranteeState } from '#src/domain/indicator.ts';
import { byVisitOrder } from '#src/domain/visit.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';
import { member } from '#tests/support/questions.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const JANUARY = '2018-01-22';
const JULY = '2018-07-02';
const TODAY = '2018-07-16';

/** Visited at both ends, unless said otherwise. */
const village = (called: string[] = ['a']) =>
  new RecordBuilder()
    .visit('jan', JANUARY)
    .visit('jul', JULY, { stops: called.map((subjectId) => ({ subjectId })) });

/** All guarantees met, 4,000 yuan a person at both visits. */
function household(
  b: RecordBuilder,
  id = 'a',
  given: {
    january?: number;
    july?: number;
    states?: Partial<Record<Guarantee, GuaranteeState>>;
    status?: 'out' | 'returned' | 'registered';
  } = {},
) {
  const { january = 4000, july = 4000, states = {}, status = 'out' } = given;
  b.household(id)
    .read(id, 'status', status, JANUARY)
    .read(id, 'persons', 1, JANUARY)
    .income(id, JANUARY, [january, 1, 1, 0, 0])
    .income(id, JULY, [july - 1, 1, 0, 0, 0]);
  for (const name of guarantees) b.read(id, name, states[name] ?? 'met', JULY);
  return b;
}

function list(b: RecordBuilder, asked: Partial<LeftBehindAsked> = {}, withFirst = true) {
  const [from, to] = b.record.visits;
  if (!from || !to) throw new Error('the test has no two visits');
  return leftBehind(b.record, withFirst ? from : null, to, { today: TODAY, ...asked }).households;
}
const reasons = (b: RecordBuilder, asked: Partial<LeftBehindAsked> = {}, withFirst = true) =>
  list(b, asked, withFirst).flatMap((h) => h.reasons);

describe('the list of who is left behind', () => {
  it('is empty where everybody was met and nothing is open', () => {
    expect(list(household(village()))).toEqual([]);
  });

  it('names who was not visited between the two visits, and asks to call there', () => {
    const b = household(village([]));
    expect(list(b)).toEqual([
      { householdId: 'a', persons: 1, reasons: [{ code: 'notVisited', ask: 'callThere' }] },
    ]);
    b.record.visits[0]?.stops.push({
      kind: 'household',
      subjectId: 'a',
      outcome: 'met',
      said: null,
      source: { kind: 'synthetic' },
    });
    expect(reasons(b)).toEqual([{ code: 'notVisited', ask: 'callThere' }]);
    expect(reasons(b, {}, false)).toEqual([]);
  });

  it('tells a shut door from no visit', () => {
    const b = new RecordBuilder()
      .visit('jan', JANUARY)
      .visit('jul', JULY, { stops: [{ subjectId: 'a', outcome: 'nobodyHome' }] });
    expect(reasons(household(b))).toEqual([{ code: 'nobodyHome', ask: 'callAgain' }]);
  });

  it('names each guarantee that is unknown or was never read', () => {
    const b = household(village(), 'a', { states: { water: 'unknown' } });
    expect(reasons(b)).toEqual([{ code: 'guaranteeUnknown', ask: 'readIt', guarantee: 'water' }]);
    const never = village().household('a');
    expect(reasons(never).map((r) => r.code)).toEqual(guarantees.map(() => 'guaranteeUnknown'));
  });

  it('names who is above the line and fails a guarantee, and says where the income is below or unknown', () => {
    const failing = (july: number, asked: Partial<LeftBehindAsked> = {}) =>
      reasons(
        household(village(), 'a', {
          january: 2000,
          july,
          states: { housing: 'notMet' },
          status: 'registered',
        }),
        asked,
      );
    const gap = { code: 'guaranteeNotMet', ask: 'whatIsMissing', guarantee: 'housing' };
    expect(failing(4000)).toEqual([{ ...gap, aboveLine: true }]);
    expect(failing(2995)[0]).toEqual({ ...gap, aboveLine: true });
    expect(failing(2994)).toEqual([{ ...gap, aboveLine: false }]);
    const b = village().household('a');
    for (const name of guarantees) b.read('a', name, name === 'housing' ? 'notMet' : 'met', JULY);
    expect(reasons(b)).toEqual([{ ...gap, aboveLine: null }]);
  });

  it('names who returned to poverty', () => {
    const b = household(village(), 'a', { status: 'returned' });
    b.record.households[0]?.measures.push({
      id: 'm',
      kind: 'health',
      what: 'help',
      from: JANUARY,
      until: null,
      result: null,
      source: { kind: 'synthetic' },
    });
    expect(reasons(b)).toEqual([{ code: 'returned', ask: 'whatHappened' }]);
  });
});

describe('a household that is out but sinking', () => {
  const sinking = (given: Parameters<typeof household>[2]) => {
    const found = reasons(household(village(), 'a', given)).find((r) => r.code === 'sinking');
    return found?.code === 'sinking' ? found.how : [];
  };

  it('is below the line', () => {
    expect(sinking({ january: 2900, july: 2800 })).toEqual(['belowLine']);
    expect(sinking({ january: 2995, july: 2995 })).toEqual([]);
  });

  it('or has lost a tenth of its income since the first visit', () => {
    expect(sinking({ january: 10_000, july: 9000 })).toEqual(['incomeFell']);
    expect(sinking({ january: 10_000, july: 9001 })).toEqual([]);
    expect(sinking({ january: 4000, july: 2000 })).toEqual(['belowLine', 'incomeFell']);
    expect(sinking({ january: -1000, july: -1050 })).toEqual(['belowLine']);
    expect(sinking({ january: 0, july: 0 })).toEqual(['belowLine']);
    expect(sinking({ january: -1000, july: -1200 })).toEqual(['belowLine', 'incomeFell']);
  });

  it('or has lost a guarantee that was met', () => {
    const lost = (january: GuaranteeState) => {
      const b = household(village(), 'a', { states: { water: 'notMet' } }).read(
        'a',
        'water',
        january,
        JANUARY,
      );
      return reasons(b).map((r) => r.code);
    };
    expect(lost('met')).toEqual(['sinking', 'guaranteeNotMet']);
    expect(lost('notMet')).toEqual(['guaranteeNotMet']);
    expect(lost('unknown')).toEqual(['guaranteeNotMet']);
    const noLongerKnown = household(village(), 'a', { states: { water: 'unknown' } });
    expect(reasons(noLongerKnown.read('a', 'water', 'met', JANUARY)).map((r) => r.code)).toEqual([
      'guaranteeUnknown',
    ]);
  });

  it('is not told of an income that one of the visits does not know', () => {
    const unknown = (on: string, given: Parameters<typeof household>[2]) => {
      const b = household(village(), 'a', given).read('a', 'wage', 'unknown', on, { id: 'unknown' });
      return reasons(b).flatMap((r) => (r.code === 'sinking' ? r.how : []));
    };
    expect(unknown(JANUARY, { july: -500 })).toEqual(['belowLine']);
    expect(unknown(JULY, {})).toEqual([]);
  });

  it('is not told from one visit alone', () => {
    const b = household(village(), 'a', { january: 10_000, july: 9000, states: { water: 'notMet' } }).read(
      'a',
      'water',
      'met',
      JANUARY,
    );
    expect(reasons(b, {}, false).map((r) => r.code)).toEqual(['guaranteeNotMet']);
  });

  it('is poor, not sinking, while it is in the register', () => {
    expect(sinking({ january: 4000, july: 2000, status: 'registered' })).toEqual([]);
  });

  it('is measured by the chosen rules', () => {
    const b = household(village(), 'a', { january: 3100, july: 3200 });
    const [line] = [
      {
        id: 'six-percent-2018',
        series: 'sixPercent' as const,
        place: 'cn',
        year: 2018,
        yuan: 3535,
        approximate: false,
        source: { zh: '', en: '' },
        verified: false,
      },
    ];
    const income = {
      id: 'net-income',
      place: 'cn',
      source: { zh: '', en: '' },
      verified: true,
      counts: { wage: true, business: true, businessCost: true, property: true, transfer: true },
      items: { pension: null, oneOffGift: null, fixedPurposeGrant: null },
    };
    expect(reasons(b)).toEqual([]);
    expect(reasons(b, { rules: { line, income } }).map((r) => r.code)).toEqual(['sinking', 'dataQuestion']);
    expect(reasons(b, { rules: { line: null, income } })).toEqual([]);
  });
});

describe('what else is open', () => {
  it('is a commitment to the household that is overdue today', () => {
    const b = household(village())
      .commitment('roof', 'jan', '2018-07-10', { householdId: 'a' })
      .commitment('road', 'jan', '2018-07-01')
      .commitment('later', 'jan', '2018-08-01', { householdId: 'a' });
    expect(reasons(b)).toEqual([
      {
        code: 'overdueCommitment',
        ask: 'wasItDone',
        commitmentId: 'roof',
        what: 'roof',
        owner: 'owner',
        dueOn: '2018-07-10',
        source: { kind: 'synthetic' },
      },
    ]);
    expect(reasons(b, { today: '2018-07-10' })).toEqual([]);
    const atSecond = household(village()).commitment('roof', 'jul', '2018-07-10', { householdId: 'a' });
    expect(reasons(atSecond)).toMatchObject([{ code: 'overdueCommitment', commitmentId: 'roof' }]);
  });

  it('is no commitment that was made after the second visit, or has been kept', () => {
    const b = household(village())
      .visit('aug', '2018-08-20')
      .commitment('after', 'aug', '2018-09-01', { householdId: 'a' })
      .commitment('kept', 'jan', '2018-07-10', { householdId: 'a' })
      .verdict('kept', 'jul', 'kept', JULY);
    expect(reasons(b, { today: '2018-12-01' })).toEqual([]);
  });

  it('is a data question, until somebody answers it', () => {
    const b = household(village(), 'a', { january: 3000, july: 3000 });
    const question = {
      code: 'dataQuestion',
      ask: 'answerIt',
      question: 'justAboveLine',
      key: 'justAboveLine/a',
    };
    expect(reasons(b)).toEqual([question]);
    const readingIds = [
      'persons-2018-01-22',
      'wage-2018-07-02',
      'business-2018-07-02',
      'businesscost-2018-07-02',
      'property-2018-07-02',
      'transfer-2018-07-02',
    ];
    const answers = [
      {
        id: 'answer',
        key: 'justAboveLine/a',
        readingIds: readingIds.map((name) => `a-${name}`),
        outcome: 'answered' as const,
        reason: 'seen the pay slips',
        recordedOn: TODAY,
        sequence: 1,
        recordedBy: 'tester',
        source: { kind: 'synthetic' as const },
      },
    ];
    expect(reasons(b, { answers })).toEqual([]);
  });

  it('is told as it was known on a past day', () => {
    const b = household(village(), 'a', { states: { water: 'notMet' } }).read('a', 'water', 'met', JULY, {
      id: 'right',
      recordedOn: '2018-07-10',
      supersedes: { readingId: `a-water-${JULY}`, reason: 'wrong tap' },
    });
    expect(reasons(b)).toEqual([]);
    expect(reasons(b, { knownOn: '2018-07-09' }).map((r) => r.code)).toEqual(['guaranteeNotMet']);
  });
});

describe('a certificate number that looks odd', () => {
  const entered = (days: (string | null)[]) => {
    const b = household(village());
    const certificateChecks = days.map((on) => ({ on, found: ['certificateOdd' as const] }));
    b.record.households[0]?.members.push(member('one', { certificateChecks }));
    return b;
  };
  const keys = (b: RecordBuilder, knownOn?: string) =>
    reasons(b, { knownOn })
      .flatMap((reason) => ('key' in reason ? reason.key : []))
      .filter((key) => key.startsWith('certificateOdd/'));

  it('is a question from the day on which it was entered', () => {
    const b = entered(['2018-07-10']);
    expect(keys(b)).toEqual(['certificateOdd/a/one']);
    expect(keys(b, '2018-07-10')).toEqual(['certificateOdd/a/one']);
    expect(keys(b, '2018-07-09')).toEqual([]);
  });

  it('is the question of its day where another one was entered later', () => {
    const b = entered([null, '2018-07-10']);
    expect(keys(b)).toEqual(['certificateOdd/a/one/2']);
    expect(keys(b, '2018-07-09')).toEqual(['certificateOdd/a/one']);
  });
});

describe('the order of the list', () => {
  it('has the gravest first, then most reasons, then number', () => {
    const b = village(['one', 'two', 'three']);
    household(b, 'one', { states: { water: 'unknown' } });
    household(b, 'two', { states: { water: 'unknown' } });
    household(b, 'three', { states: { water: 'unknown', food: 'unknown' } });
    household(b, 'four');
    household(b, 'five', { july: 2000 });
    expect(list(b).map((h) => h.householdId)).toEqual(['five', 'four', 'three', 'one', 'two']);
    expect(list(b)[0]?.reasons.map((r) => r.code)).toEqual(['sinking', 'notVisited', 'dataQuestion']);
  });

  it('goes by number whatever the order in which households were entered', () => {
    const b = village([]);
    for (const number of ['009', '002', '005']) b.household(`h${number}`, { number });
    expect(list(b).map((h) => h.householdId)).toEqual(['h002', 'h005', 'h009']);
  });

  it('has a household’s gravest reason first', () => {
    const b = household(village([]), 'a', { states: { food: 'unknown', water: 'notMet' } });
    expect(reasons(b).map((r) => r.code)).toEqual(['guaranteeNotMet', 'notVisited', 'guaranteeUnknown']);
  });

  it('leaves out who is not in the register at the second visit', () => {
    const b = village([])
      .household('gone', { leftOn: '2018-05-01' })
      .household('later', { registeredOn: '2018-07-03' });
    expect(list(b)).toEqual([]);
  });

  it('has the shape that pages read, for every village of the sample', () => {
    for (const record of sampleRecords) {
      const [from, to] = record.visits.toSorted(byVisitOrder).slice(-2);
      if (!from || !to) continue;
      const found = leftBehind(record, from, to, { today: TODAY }).households;
      for (const one of found) expect(leftBehindHousehold.safeParse(one).error).toBeUndefined();
    }
  });
});

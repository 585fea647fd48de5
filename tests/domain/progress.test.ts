import { describe, expect, it } from 'vitest';
import { progressBetween, type HouseholdsProgress, type Progress } from '#src/domain/progress.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const JANUARY = '2018-01-22';
const JULY = '2018-07-02';

const twoVisits = () => new RecordBuilder().visit('jan', JANUARY).visit('jul', JULY);

function progressOf(
  b: RecordBuilder,
  knownOn?: string,
  ids: [string, string] = ['jan', 'jul'],
): Progress & HouseholdsProgress {
  const [from, to] = ids.map((id) => b.record.visits.find((v) => v.id === id));
  if (!from || !to) throw new Error('the test names no such visit');
  return progressBetween(b.record, from, to, knownOn);
}

const netIncome = (p: Progress) => p.income.find((row) => row.source === null);

describe('levels at the two visits', () => {
  it('counts the days between the visits', () => {
    expect(progressOf(twoVisits()).days).toBe(161);
  });

  it('has no level where nobody ever read, and unknown where somebody read "unknown"', () => {
    const b = twoVisits().household('a').read('a', 'housing', 'unknown', JULY);
    const [row] = progressOf(b).households;
    expect(row?.guarantees.housing).toMatchObject({ from: null, to: { value: 'unknown' } });
    expect(row?.guarantees.food).toMatchObject({ from: null, to: null, carried: false });
  });

  it('carries a reading forward and says that nobody read it again', () => {
    const b = twoVisits().household('a').read('a', 'housing', 'met', '2017-10-01');
    expect(progressOf(b).households[0]?.guarantees.housing).toMatchObject({
      from: { value: 'met' },
      to: { value: 'met' },
      carried: true,
    });
  });

  it('takes the reading recorded last where two are true on one day', () => {
    const b = twoVisits()
      .household('a')
      .read('a', 'water', 'notMet', JULY, { id: 'first' })
      .read('a', 'water', 'met', JULY, { id: 'second' });
    expect(progressOf(b).households[0]?.guarantees.water.to?.readingId).toBe('second');
  });

  it('tells two visits of one day apart by the visit that brought the reading', () => {
    const b = new RecordBuilder()
      .visit('morning', JULY)
      .visit('evening', JULY)
      .household('a')
      .read('a', 'water', 'notMet', JULY, { id: 'm', source: { kind: 'visit', visitId: 'morning' } })
      .read('a', 'water', 'met', JULY, { id: 'e', source: { kind: 'visit', visitId: 'evening' } });
    expect(progressOf(b, undefined, ['morning', 'evening']).households[0]?.guarantees.water).toMatchObject({
      from: { value: 'notMet' },
      to: { value: 'met' },
    });
  });

  it('leaves out what became true after the second visit', () => {
    const b = twoVisits().household('a').read('a', 'water', 'met', '2018-07-03');
    expect(progressOf(b).households[0]?.guarantees.water.to).toBeNull();
  });
});

describe('corrections', () => {
  const corrected = (recordedOn: string) =>
    twoVisits()
      .household('a')
      .read('a', 'persons', 2, JANUARY)
      .income('a', JANUARY, [4000, 0, 0, 0, 0])
      .read('a', 'wage', 6000, JANUARY, {
        id: 'right',
        recordedOn,
        supersedes: { readingId: `a-wage-${JANUARY}`, reason: 'slip of the pen' },
      });

  it('change the level of the day they are about, whenever they were recorded', () => {
    for (const recordedOn of ['2018-03-01', '2018-07-10']) {
      const net = netIncome(progressOf(corrected(recordedOn)));
      expect(net?.from.value).toBe(3000);
      expect(net?.to.value).toBe(3000);
    }
  });

  it('are not there yet on a day before they were recorded', () => {
    const b = corrected('2018-07-10');
    expect(netIncome(progressOf(b, '2018-07-09'))?.from.value).toBe(2000);
    expect(netIncome(progressOf(b, '2018-07-10'))?.from.value).toBe(3000);
  });

  it('mark the level that they corrected', () => {
    const b = twoVisits()
      .household('a')
      .read('a', 'water', 'notMet', JULY)
      .read('a', 'water', 'met', JULY, {
        id: 'right',
        supersedes: { readingId: `a-water-${JULY}`, reason: 'the tap was mended' },
      });
    expect(progressOf(b).households[0]?.guarantees.water.to).toMatchObject({
      readingId: 'right',
      corrected: true,
    });
  });

  it('of a correction supersede in turn', () => {
    const b = corrected('2018-03-01').read('a', 'wage', 8000, JANUARY, {
      id: 'righter',
      recordedOn: '2018-03-02',
      supersedes: { readingId: 'right', reason: 'again' },
    });
    expect(netIncome(progressOf(b))?.from.value).toBe(4000);
  });
});

describe('income', () => {
  it('is (wage + business − cost + property + transfer) ÷ persons, and may be negative', () => {
    const b = twoVisits()
      .household('a')
      .read('a', 'persons', 2, JANUARY)
      .income('a', JANUARY, [1000, 2000, 5000, 300, 700]);
    expect(netIncome(progressOf(b))?.to).toMatchObject({ value: -500, known: 1, of: 1, unit: 'yuan' });
  });

  it('is zero where everything is zero, and unknown where one part was never read', () => {
    const b = twoVisits()
      .household('zero')
      .read('zero', 'persons', 1, JANUARY)
      .income('zero', JANUARY, [0, 0, 0, 0, 0])
      .household('part')
      .read('part', 'persons', 1, JANUARY)
      .read('part', 'wage', 9000, JANUARY);
    const p = progressOf(b);
    expect(netIncome(p)?.to).toMatchObject({ value: 0, known: 1, of: 2 });
    expect(p.householdIncomes).toMatchObject([
      { householdId: 'zero', to: 0, missing: [] },
      { householdId: 'part', to: null, missing: ['business', 'businessCost', 'property', 'transfer'] },
    ]);
  });

  it('is unknown where nobody lives, instead of infinite', () => {
    const b = twoVisits().household('a').read('a', 'persons', 0, JANUARY).income('a', JANUARY, [100]);
    expect(netIncome(progressOf(b))?.to).toMatchObject({ value: null, known: 0, of: 1 });
  });

  it('weighs households by their persons', () => {
    const b = twoVisits()
      .household('a')
      .read('a', 'persons', 1, JANUARY)
      .income('a', JANUARY, [6000])
      .household('b')
      .read('b', 'persons', 5, JANUARY)
      .income('b', JANUARY, [6000]);
    expect(netIncome(progressOf(b))?.to.value).toBe(2000);
  });

  it('compares only the same households in its panel', () => {
    const b = twoVisits()
      .household('stays')
      .read('stays', 'persons', 1, JANUARY)
      .income('stays', JANUARY, [3000])
      .income('stays', JULY, [3300])
      .household('joins', { registeredOn: '2018-03-01' })
      .read('joins', 'persons', 1, '2018-03-01')
      .income('joins', '2018-03-01', [900]);
    const net = netIncome(progressOf(b));
    expect(net?.to).toMatchObject({ value: 2100, known: 2, of: 2 });
    expect(net?.panel.from).toMatchObject({ value: 3000, known: 1, of: 1 });
    expect(net?.panel.to).toMatchObject({ value: 3300, known: 1, of: 1 });
  });
});

describe('what a figure rests on', () => {
  const b = twoVisits()
    .read('v', 'ruralPopulation', 100, JANUARY, { evidence: 'document' })
    .household('stays')
    .read('stays', 'status', 'registered', JANUARY)
    .read('stays', 'persons', 1, JANUARY, { evidence: 'toldByHousehold' })
    .income('stays', JANUARY, [3000])
    .read('stays', 'wage', 3300, JULY, { evidence: 'toldByCadre' })
    .household('found')
    .read('found', 'persons', 1, JULY)
    .income('found', JULY, [500])
    .household('left', { leftOn: '2018-03-01' })
    .read('left', 'persons', 1, JANUARY)
    .read('left', 'wage', 700, JANUARY);

  it('is the evidence of the readings behind it, of one source for one source', () => {
    const p = progressOf(b);
    const evidenceOf = (source: string | null) =>
      p.income.find((row) => row.source === source)?.panel.to.evidence;
    expect(evidenceOf('wage')).toEqual(['toldByCadre']);
    expect(evidenceOf('transfer')).toEqual(['seenOnSite']);
    expect(evidenceOf(null)).toEqual(['seenOnSite', 'toldByCadre']);
    expect(p.incidence.to.figure).toMatchObject({
      countedIn: 'household',
      evidence: ['document', 'toldByHousehold'],
    });
  });

  it('is who is known at both visits, and what is missing of who left is what was missing then', () => {
    expect(netIncome(progressOf(b))?.panel.from).toMatchObject({ value: 3000, known: 1, of: 2 });
    expect(progressOf(b).householdIncomes).toContainEqual({
      householdId: 'left',
      from: null,
      to: null,
      missing: ['business', 'businessCost', 'property', 'transfer'],
    });
  });
});

describe('who moved', () => {
  it('puts each household in exactly one transition, entrants and leavers included', () => {
    const b = twoVisits()
      .household('out')
      .read('out', 'status', 'registered', JANUARY)
      .read('out', 'status', 'out', JULY)
      .read('out', 'persons', 3, JANUARY)
      .household('joins', { registeredOn: '2018-03-01' })
      .read('joins', 'status', 'registered', '2018-03-01')
      .household('leaves', { leftOn: '2018-04-01' })
      .read('leaves', 'status', 'out', JANUARY)
      .household('unseen')
      .household('past', { leftOn: '2017-01-01' });
    expect(progressOf(b).transitions).toEqual([
      { from: 'registered', to: 'out', householdIds: ['out'], persons: 3, personsUnknown: 0 },
      { from: 'out', to: 'absent', householdIds: ['leaves'], persons: 0, personsUnknown: 1 },
      { from: 'unknown', to: 'unknown', householdIds: ['unseen'], persons: 0, personsUnknown: 1 },
      { from: 'absent', to: 'registered', householdIds: ['joins'], persons: 0, personsUnknown: 1 },
    ]);
  });

  it('counts a household as in the register on the day it joins and out of it on the day it leaves', () => {
    const b = twoVisits().household('joins', { registeredOn: JULY }).household('leaves', { leftOn: JULY });
    expect(progressOf(b).transitions.map(({ from, to }) => `${from}>${to}`)).toEqual([
      'unknown>absent',
      'absent>unknown',
    ]);
  });

  it('tells a household spoken to from a shut door and from no visit at all', () => {
    const b = new RecordBuilder()
      .visit('jan', JANUARY, { stops: [{ subjectId: 'only-january' }] })
      .visit('apr', '2018-04-01', {
        stops: [{ subjectId: 'shut', outcome: 'nobodyHome' }, { subjectId: 'spoken' }],
      })
      .visit('jul', JULY, { stops: [{ subjectId: 'spoken', outcome: 'nobodyHome' }] })
      .household('only-january')
      .household('shut')
      .household('spoken');
    expect(progressOf(b).households.map((h) => h.called)).toEqual(['none', 'nobodyHome', 'met']);
  });
});

describe('incidence', () => {
  it('is poor persons over registered rural population, and says whose persons are not known', () => {
    const b = twoVisits()
      .read('v', 'ruralPopulation', 200, '2018-01-01')
      .household('a')
      .read('a', 'status', 'registered', JANUARY)
      .read('a', 'persons', 3, JANUARY)
      .household('b')
      .read('b', 'status', 'returned', JANUARY)
      .read('b', 'persons', 1, JANUARY)
      .household('c')
      .read('c', 'status', 'registered', JANUARY)
      .household('d')
      .read('d', 'status', 'out', JANUARY)
      .household('e');
    expect(progressOf(b).incidence.to).toMatchObject({
      figure: { value: 2, unit: 'percent', known: 2, of: 3 },
      poorPersons: 4,
      population: 200,
      statusUnknown: 1,
    });
  });

  it('is unknown without a population or with no poor household whose persons are known', () => {
    const noPopulation = twoVisits().household('a').read('a', 'status', 'registered', JANUARY);
    expect(progressOf(noPopulation).incidence.to.figure.value).toBeNull();
    const noPersons = noPopulation.read('v', 'ruralPopulation', 100, JANUARY);
    expect(progressOf(noPersons).incidence.to.figure.value).toBeNull();
  });

  it('is zero where nobody is poor', () => {
    const b = twoVisits()
      .read('v', 'ruralPopulation', 100, JANUARY)
      .household('a')
      .read('a', 'status', 'out', JANUARY);
    expect(progressOf(b).incidence.to.figure.value).toBe(0);
  });
});

describe('commitments', () => {
  it('of the first visit carry the verdict given up to the second', () => {
    const b = twoVisits()
      .visit('aug', '2018-08-01')
      .commitment('made-in-january', 'jan', '2018-06-30')
      .commitment('made-in-july', 'jul', '2018-12-29')
      .verdict('made-in-january', 'jul', 'partly', JULY)
      .verdict('made-in-january', 'aug', 'kept', '2018-08-01');
    const p = progressOf(b);
    expect(p.commitments).toMatchObject([
      { commitment: { id: 'made-in-january' }, verdict: { verdict: 'partly' }, open: true, overdue: true },
    ]);
    expect(p.newCommitments).toMatchObject([{ commitment: { id: 'made-in-july' }, verdict: null }]);
  });

  it('still owed from an earlier visit stay in view; closed ones do not', () => {
    const b = new RecordBuilder()
      .visit('old', '2017-10-18')
      .visit('jan', JANUARY)
      .visit('jul', JULY)
      .commitment('owed', 'old', '2018-03-01')
      .commitment('closed', 'old', '2018-03-01')
      .verdict('closed', 'jan', 'kept', JANUARY);
    expect(progressOf(b).commitments.map((c) => c.commitment.id)).toEqual(['owed']);
  });

  it('that were closed and reopened since are owed again, until another day', () => {
    const b = new RecordBuilder()
      .visit('old', '2017-10-18')
      .visit('jan', JANUARY)
      .visit('jul', JULY)
      .commitment('again', 'old', '2018-03-01')
      .verdict('again', 'jan', 'kept', JANUARY)
      .verdict('again', 'jul', 'reopened', JULY, { dueOn: '2018-09-30', note: 'It broke.' });
    expect(progressOf(b).commitments).toMatchObject([
      {
        commitment: { id: 'again', dueOn: '2018-03-01' },
        verdict: { verdict: 'reopened' },
        open: true,
        dueOn: '2018-09-30',
        overdue: false,
      },
    ]);
  });

  it('that were closed and judged otherwise since are in view, as they stand', () => {
    const b = new RecordBuilder()
      .visit('old', '2017-10-18')
      .visit('jan', JANUARY)
      .visit('jul', JULY)
      .commitment('settled', 'old', '2018-03-01')
      .commitment('argued', 'old', '2018-03-01')
      .verdict('settled', 'jan', 'kept', JANUARY)
      .verdict('argued', 'jan', 'kept', JANUARY)
      .verdict('argued', 'jul', 'notKept', JULY, { note: 'It was never there.' });
    expect(progressOf(b).commitments).toMatchObject([
      { commitment: { id: 'argued' }, verdict: { verdict: 'notKept' }, open: false },
    ]);
    expect(progressOf(b).commitments).toHaveLength(1);
  });
});

describe('which commitments are told between two visits', () => {
  const ids = (list: Progress['commitments']) => list.map(({ commitment }) => commitment.id);

  it('are those owed at the first or judged otherwise since, and apart from them those made since, up to and at the second', () => {
    const b = new RecordBuilder()
      .visit('old', '2017-10-18')
      .visit('jan', JANUARY)
      .visit('other', JANUARY)
      .visit('apr', '2018-04-01')
      .visit('jul', JULY)
      .visit('aug', '2018-08-01')
      .commitment('owed', 'old', '2018-03-01')
      .commitment('closed-at-once', 'jan', '2018-03-01')
      .commitment('of-that-day', 'other', '2018-03-01')
      .commitment('since', 'apr', '2018-09-01')
      .commitment('at-second', 'jul', '2018-09-01')
      .commitment('after', 'aug', '2018-09-01')
      .commitment('of-no-visit', 'none', '2018-03-01')
      .commitment('closed', 'old', '2018-03-01')
      .verdict('owed', 'jan', 'partly', JANUARY)
      .verdict('closed-at-once', 'jan', 'kept', JANUARY)
      .verdict('closed', 'jan', 'kept', JANUARY)
      .commitment('judged-again', 'old', '2018-03-01')
      .verdict('judged-again', 'jan', 'kept', JANUARY)
      .verdict('judged-again', 'jul', 'notKept', JULY);
    const p = progressOf(b);
    expect(ids(p.commitments)).toEqual(['owed', 'closed-at-once', 'of-that-day', 'judged-again']);
    expect(ids(p.newCommitments)).toEqual(['since', 'at-second']);
    expect(p.commitments[0]).toMatchObject({ verdict: null, open: true });
  });

  it('are kept apart by the visit where both are of one day', () => {
    const b = new RecordBuilder()
      .visit('morning', JULY)
      .visit('evening', JULY)
      .commitment('early', 'morning', '2018-09-01')
      .commitment('late', 'evening', '2018-09-01');
    const p = progressOf(b, undefined, ['morning', 'evening']);
    expect([ids(p.commitments), ids(p.newCommitments)]).toEqual([['early'], ['late']]);
  });
});

describe('what else is told of two visits', () => {
  const b = twoVisits()
    .household('stays')
    .household('joins', { registeredOn: '2018-03-01' })
    .household('leaves', { leftOn: '2018-03-01' })
    .household('past', { leftOn: '2017-03-01' })
    .read('stays', 'water', 'notMet', JANUARY, { evidence: 'toldByCadre' })
    .read('stays', 'water', 'met', JULY, { evidence: 'document' })
    .read('stays', 'food', 'met', JULY, { evidence: 'seenOnSite' })
    .read('stays', 'wage', 100, JULY, { evidence: 'synthetic' })
    .project('p')
    .read('p', 'built', 10, JANUARY)
    .read('p', 'built', 40, JULY)
    .read('v', 'road', 'poor', JANUARY)
    .read('v', 'road', 'good', JULY);

  it('is who was in the register at either of them, who joined and who left', () => {
    expect(
      progressOf(b).households.map(({ household: h, joined, left }) => [h.id, h.number, joined, left]),
    ).toEqual([
      ['stays', '001', false, false],
      ['joins', '002', true, false],
      ['leaves', '003', false, true],
    ]);
  });

  it('is on what the guarantees of the second rest, and nothing else', () => {
    expect(progressOf(b).guaranteeEvidence).toEqual(['seenOnSite', 'document']);
  });

  it('is how far each project is, and how the village is', () => {
    const p = progressOf(b);
    expect(p.projects).toMatchObject([{ project: { id: 'p' } }]);
    expect(p.projects[0]?.changes).toContainEqual(
      expect.objectContaining({
        indicator: 'built',
        from: expect.objectContaining({ value: 10 }),
        to: expect.objectContaining({ value: 40 }),
      }),
    );
    expect(p.conditions.find(({ indicator }) => indicator === 'road')).toMatchObject({
      from: { value: 'poor' },
      to: { value: 'good' },
    });
  });

  it('is on which day it was known', () => {
    expect([progressOf(b).knownOn, progressOf(b, JULY).knownOn]).toEqual([null, JULY]);
  });
});

describe('as known on a day', () => {
  it('never shows what was recorded later', () => {
    const b = twoVisits()
      .household('a')
      .read('a', 'water', 'met', JULY, { recordedOn: '2018-07-05' })
      .commitment('late', 'jul', '2018-12-01', { recordedOn: '2018-07-05' });
    expect(progressOf(b, '2018-07-04').households[0]?.guarantees.water.to).toBeNull();
    expect(progressOf(b, '2018-07-04').newCommitments).toEqual([]);
    expect(progressOf(b, '2018-07-05').households[0]?.guarantees.water.to?.value).toBe('met');
  });
});

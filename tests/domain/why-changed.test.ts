import { describe, expect, it } from 'vitest';
import { ownIncome, netIncome } from '#src/domain/income-rules.ts';
import { povertyLines } from '#src/domain/poverty-line.ts';
import { groupsBetween, succession, type Succession } from '#src/domain/succession.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';
import { JANUARY, JULY, village, why } from '#tests/support/why.ts';

const synthetic = { kind: 'synthetic' } as const;

/** In the register with a status and persons in January. */
const poor = (b: RecordBuilder, id: string, persons: number, status = 'registered' as const) =>
  b.household(id).read(id, 'status', status, JANUARY).read(id, 'persons', persons, JANUARY);

describe('incidence', () => {
  it('falls by the persons who got out, each with its household', () => {
    const b = poor(poor(village(), 'a', 6), 'b', 4).read('b', 'status', 'out', JULY);
    expect(why(b, 'incidence')).toMatchObject({ told: 10, known: 10, to: 6, parts: { changed: -4 } });
    expect(why(b, 'incidence').behind('changed')).toEqual(['b']);
  });

  it('counts who returned to poverty, and persons born into a poor household', () => {
    const b = poor(village(), 'a', 6).read('a', 'persons', 7, JULY).household('back');
    b.read('back', 'status', 'out', JANUARY)
      .read('back', 'persons', 2, JANUARY)
      .read('back', 'status', 'returned', JULY);
    expect(why(b, 'incidence').parts).toEqual({ changed: 3 });
  });

  it('keeps a status that became known apart: nobody’s life changed', () => {
    const b = poor(village(), 'a', 6).household('seen').read('seen', 'persons', 3, JANUARY);
    b.read('seen', 'status', 'registered', JULY);
    expect(why(b, 'incidence').parts).toEqual({ known: 3 });
    expect(why(b, 'incidence').behind('known')).toEqual(['seen']);
  });

  it('tells a household that died out or moved away from one that joined', () => {
    const b = poor(village(), 'a', 6)
      .household('gone', { leftOn: '2018-04-01' })
      .read('gone', 'status', 'registered', JANUARY)
      .read('gone', 'persons', 1, JANUARY)
      .household('new', { registeredOn: '2018-05-01' })
      .read('new', 'status', 'registered', '2018-05-01')
      .read('new', 'persons', 4, '2018-05-01');
    expect(why(b, 'incidence').parts).toEqual({ left: -1, joined: 4 });
  });

  it('names the population where that is what changed', () => {
    const b = poor(village(), 'a', 6).read('v', 'ruralPopulation', 120, JULY);
    expect(why(b, 'incidence')).toMatchObject({ told: 6, to: 5, parts: { population: -1 } });
    expect(why(b, 'incidence').behind('population')).toEqual([null]);
  });

  it('is not explained where it is not known', () => {
    const b = new RecordBuilder().visit('jan', JANUARY).visit('jul', JULY);
    expect(why(poor(b, 'a', 6), 'incidence')).toMatchObject({ told: null, to: null, parts: {} });
    const noPersons = village().household('a').read('a', 'status', 'registered', JANUARY);
    expect(why(noPersons, 'incidence')).toMatchObject({ told: null, to: null, parts: {} });
  });
});

describe('a correction of the first visit', () => {
  const corrected = (recordedOn: string) =>
    poor(village(), 'a', 6).read('a', 'persons', 5, JANUARY, {
      id: 'right',
      recordedOn,
      supersedes: { readingId: `a-persons-${JANUARY}`, reason: 'one had moved away' },
    });

  it('is no fall of poverty, be it recorded before or after the second visit', () => {
    for (const recordedOn of ['2018-03-01', '2018-07-10']) {
      const found = why(corrected(recordedOn), 'incidence');
      expect(found).toMatchObject({ told: 6, known: 5, to: 5, parts: { corrected: -1 } });
      expect(found.behind('corrected')).toEqual(['a']);
    }
  });

  it('belongs to the first figure where it was made before that was told', () => {
    expect(why(corrected(JANUARY), 'incidence')).toMatchObject({ told: 5, to: 5, parts: {} });
    expect(why(corrected('2018-03-01'), 'incidence', { toldOn: '2018-03-01' }).parts).toEqual({});
  });

  it('is not there on a day before it was recorded', () => {
    const b = corrected('2018-07-10');
    expect(why(b, 'incidence', { knownOn: '2018-07-09' })).toMatchObject({ told: 6, to: 6, parts: {} });
    expect(why(b, 'incidence', { knownOn: '2018-07-10' }).parts).toEqual({ corrected: -1 });
  });

  it('of a correction counts once, from the figure first told', () => {
    const b = corrected('2018-03-01').read('a', 'persons', 4, JANUARY, {
      id: 'righter',
      recordedOn: '2018-07-10',
      supersedes: { readingId: 'right', reason: 'another one too' },
    });
    expect(why(b, 'incidence').parts).toEqual({ corrected: -2 });
    expect(why(b, 'incidence', { toldOn: '2018-03-01' }).parts).toEqual({ corrected: -1 });
  });
});

describe('households that come of one another', () => {
  const split = () => {
    const b = village()
      .household('old', { leftOn: '2018-04-01' })
      .household('young', { registeredOn: '2018-04-01' })
      .household('elder', { registeredOn: '2018-04-01' });
    b.read('old', 'status', 'registered', JANUARY).read('old', 'persons', 5, JANUARY);
    b.read('young', 'status', 'out', '2018-04-01').read('young', 'persons', 3, '2018-04-01');
    b.read('elder', 'status', 'registered', '2018-04-01').read('elder', 'persons', 2, '2018-04-01');
    return b;
  };
  const ofOld: Succession = {
    on: '2018-04-01',
    fromIds: ['old'],
    toIds: ['young', 'elder'],
    source: synthetic,
  };

  const told = (one: Succession) => {
    const b = split();
    b.record.successions.push(one);
    return b;
  };

  it('look like leaving and joining where nobody recorded it', () => {
    expect(why(split(), 'incidence').parts).toEqual({ left: -5, joined: 2 });
  });

  it('are the same households where a split is recorded', () => {
    const found = why(told(ofOld), 'incidence');
    expect(found.parts).toEqual({ changed: -3 });
    expect(found.behind('changed')).toEqual(['old', 'elder']);
  });

  it('are so only where it happened between the two visits', () => {
    for (const on of [JANUARY, '2018-07-03']) {
      expect(why(told({ ...ofOld, on }), 'incidence').parts).toEqual({
        left: -5,
        joined: 2,
      });
    }
    const onTheDay = why(told({ ...ofOld, on: JULY }), 'incidence');
    expect(onTheDay.parts).toEqual({ changed: -3 });
  });

  it('form one group through several steps, in whatever order they are recorded', () => {
    const step = (on: string, fromIds: string[], toIds: string[]): Succession => ({
      on,
      fromIds,
      toIds,
      source: synthetic,
    });
    const steps = [
      step('2018-02-01', ['a', 'b'], ['c']),
      step('2018-05-01', ['d'], ['e']),
      step('2018-03-01', ['c'], ['d', 'f']),
    ];
    for (const given of [steps, steps.toReversed()]) {
      const groups = groupsBetween(given, JANUARY, JULY);
      expect([...groups.keys()].toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
      expect(new Set(groups.values())).toEqual(new Set(['a']));
    }
  });

  it('refuse a succession of nobody', () => {
    expect(succession.safeParse(ofOld).success).toBe(true);
    expect(succession.safeParse({ ...ofOld, toIds: [] }).success).toBe(false);
  });
});

describe('income', () => {
  const earning = (b: RecordBuilder, id: string, on: string, wage: number, transfer = 0) =>
    b.income(id, on, [wage, 0, 0, 0, transfer]);

  it('rises in the same households, each by its own yuan over all persons', () => {
    const b = poor(poor(village(), 'a', 2), 'b', 3);
    for (const id of ['a', 'b']) earning(b, id, JANUARY, 10_000);
    earning(b, 'a', JULY, 15_000);
    expect(why(b, 'meanIncome')).toMatchObject({ told: 4000, to: 5000, parts: { changed: 1000 } });
    expect(why(b, 'meanIncome').behind('changed')).toEqual(['a']);
  });

  it('under another line lets people become poor whose income is the same', () => {
    const b = poor(village(), 'a', 2);
    earning(b, 'a', JANUARY, 6000);
    const lineNamed = (id: string) => povertyLines.find((line) => line.id === id) ?? null;
    const rules = {
      from: { line: lineNamed('national-2018'), income: netIncome },
      to: { line: lineNamed('six-percent-2018'), income: netIncome },
    };
    expect(why(b, 'poorByIncome', { rules })).toMatchObject({ told: 0, to: 100, parts: { rule: 100 } });
    expect(why(b, 'poorByIncome').parts).toEqual({});
  });

  it('under another rule set falls though nobody earns less', () => {
    const b = poor(village(), 'a', 2);
    earning(b, 'a', JANUARY, 6000, 2000);
    const line = null;
    const rules = { from: { line, income: netIncome }, to: { line, income: ownIncome } };
    expect(why(b, 'meanIncome', { rules })).toMatchObject({ told: 4000, to: 3000, parts: { rule: -1000 } });
    expect(why(b, 'poorByIncome', { rules })).toMatchObject({ told: null, to: null, parts: {} });
  });

  it('takes the line of each visit’s year where none is chosen', () => {
    const b = new RecordBuilder().visit('then', '2018-12-01').visit('now', '2019-02-01').household('a');
    b.read('a', 'persons', 1, '2018-12-01');
    earning(b, 'a', '2018-12-01', 3100);
    expect(why(b, 'poorByIncome').parts).toEqual({ rule: 100 });
  });

  it('strictly below the line is poor', () => {
    const b = poor(village(), 'a', 1);
    earning(b, 'a', JANUARY, 2995);
    earning(b, 'a', JULY, 2994.99);
    expect(why(b, 'poorByIncome')).toMatchObject({ told: 0, to: 100, parts: { changed: 100 } });
  });

  it('that became known is no change', () => {
    const b = poor(poor(village(), 'a', 1), 'b', 1);
    earning(b, 'a', JANUARY, 4000);
    earning(b, 'b', JULY, 6000);
    expect(why(b, 'meanIncome')).toMatchObject({ told: 4000, to: 5000, parts: { known: 1000 } });
  });
});

describe('a guarantee', () => {
  it('is the share of households that have it, of those where it is known and applies', () => {
    const b = village();
    for (const [id, before, after] of [
      ['kept', 'met', 'met'],
      ['won', 'notMet', 'met'],
      ['grown', 'notMet', 'notApplicable'],
      ['seen', 'unknown', 'met'],
    ] as const) {
      b.household(id).read(id, 'education', before, JANUARY).read(id, 'education', after, JULY);
    }
    const found = why(b, 'education');
    expect(found).toMatchObject({ told: 100 / 3, to: 100 });
    expect(found.behind('changed')).toEqual(['won', 'grown']);
    expect(found.behind('known')).toEqual(['seen']);
  });
});

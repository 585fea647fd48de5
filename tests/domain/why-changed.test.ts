import { array, assert, constantFrom, integer, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decomposition, whyCodes } from '#src/domain/decompose.ts';
import { ownIncome, netIncome } from '#src/domain/income-rules.ts';
import { povertyLines } from '#src/domain/poverty-line.ts';
import { progressBetween } from '#src/domain/progress.ts';
import { shownParts } from '#src/domain/shown-parts.ts';
import { groupsBetween, succession, type Succession } from '#src/domain/succession.ts';
import { byVisitOrder } from '#src/domain/visit.ts';
import { explained, whyChanged, type Asked, type Explained } from '#src/domain/why-changed.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';
import { seeded } from '#tests/support/seed.ts';

const JANUARY = '2018-01-22';
const JULY = '2018-07-02';
const synthetic = { kind: 'synthetic' } as const;

const village = () =>
  new RecordBuilder().visit('jan', JANUARY).visit('jul', JULY).read('v', 'ruralPopulation', 100, JANUARY);

function why(b: RecordBuilder, what: Explained, asked: Asked = {}) {
  const [from, to] = b.record.visits;
  if (!from || !to) throw new Error('the test has no two visits');
  const found = whyChanged(b.record, from, to, what, asked);
  const parts = Object.fromEntries(found.parts.filter((p) => p.value !== 0).map((p) => [p.why, p.value]));
  const behind = (code: string) => found.parts.find((p) => p.why === code)?.effects.map((e) => e.householdId);
  return { ...found, parts, behind };
}

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

  it('look like leaving and joining where nobody recorded it', () => {
    expect(why(split(), 'incidence').parts).toEqual({ left: -5, joined: 2 });
  });

  it('are the same households where a split is recorded', () => {
    const found = why(split(), 'incidence', { successions: [ofOld] });
    expect(found.parts).toEqual({ changed: -3 });
    expect(found.behind('changed')).toEqual(['old', 'elder']);
  });

  it('are so only where it happened between the two visits', () => {
    for (const on of [JANUARY, '2018-07-03']) {
      expect(why(split(), 'incidence', { successions: [{ ...ofOld, on }] }).parts).toEqual({
        left: -5,
        joined: 2,
      });
    }
    const onTheDay = why(split(), 'incidence', { successions: [{ ...ofOld, on: JULY }] });
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

describe('Nangangzi’s incidence', () => {
  const nangangzi = sampleRecords.find((r) => r.village.id === 'nangangzi');
  const [from, to] = nangangzi?.visits.toSorted(byVisitOrder).slice(-2) ?? [];
  const households = (why: string) =>
    found?.parts.find((p) => p.why === why)?.effects.map((e) => e.householdId?.replace('nangangzi-', ''));
  const found = nangangzi && from && to && whyChanged(nangangzi, from, to, 'incidence');

  it('fell from 5.2 to 3.9 % as docs/measures.md tells', () => {
    const shown = found && shownParts(found, 1);
    expect([shown?.told, shown?.to]).toEqual([5.2, 3.9]);
    expect(Object.fromEntries(whyCodes.map((why, at) => [why, shown?.parts[at]]))).toEqual({
      corrected: -0.2,
      rule: 0,
      left: 0,
      changed: -1.4,
      known: 0,
      joined: 0.3,
      population: 0,
    });
  });

  it('fell because of four households that got out, less one that returned', () => {
    expect(households('changed')).toEqual(['003', '004', '008', '009', '014']);
    expect(households('corrected')).toEqual(['018']);
    expect(households('joined')).toEqual(['016']);
  });
});

describe('explained levels', () => {
  it('are those that the pages show', () => {
    for (const record of sampleRecords) {
      const [from, to] = record.visits.toSorted(byVisitOrder).slice(-2);
      if (!from || !to) continue;
      const p = progressBetween(record, from, to);
      const net = p.income.find((row) => row.source === null);
      const incidence = whyChanged(record, from, to, 'incidence');
      const mean = whyChanged(record, from, to, 'meanIncome');
      expect([incidence.known, incidence.to]).toEqual([
        p.incidence.from.figure.value,
        p.incidence.to.figure.value,
      ]);
      expect([mean.known, mean.to]).toEqual([net?.from.value, net?.to.value]);
    }
  });

  const states = constantFrom('registered' as const, 'out' as const, 'returned' as const, 'unknown' as const);
  const seen = option(
    record({
      status: states,
      persons: option(integer({ min: 0, max: 6 })),
      wage: option(integer({ min: 0, max: 900_000 }).map((fen) => fen / 100)),
      housing: constantFrom('met' as const, 'notMet' as const, 'unknown' as const, 'notApplicable' as const),
      correctedTo: option(integer({ min: 0, max: 6 })),
    }),
  );
  const lives = array(
    record({
      january: seen,
      july: seen,
      joined: option(constantFrom(JANUARY, '2018-03-01', JULY)),
      left: option(constantFrom(JANUARY, '2018-05-01', JULY)),
    }),
    { maxLength: 6 },
  );

  it('add up for every village, each part with its households', () => {
    assert(
      property(lives, option(integer({ min: 1, max: 400 })), (households, grown) => {
        const b = village();
        if (grown !== null) b.read('v', 'ruralPopulation', grown, JULY);
        for (const [n, h] of households.entries()) {
          const id = `h${n}`;
          b.household(id, { registeredOn: h.joined, leftOn: h.left });
          for (const [on, life] of [
            [JANUARY, h.january],
            [JULY, h.july],
          ] as const) {
            if (!life) continue;
            b.read(id, 'status', life.status, on).read(id, 'housing', life.housing, on);
            if (life.wage !== null) b.income(id, on, [life.wage, 0, 0, 0, 0]);
            if (life.persons === null) continue;
            b.read(id, 'persons', life.persons, on);
            if (life.correctedTo === null) continue;
            b.read(id, 'persons', life.correctedTo, on, {
              id: `${id}-right-${on}`,
              recordedOn: '2018-07-12',
              supersedes: { readingId: `${id}-persons-${on}`, reason: 'miscounted' },
            });
          }
        }
        for (const what of explained) {
          const found = why(b, what);
          const sum = Object.values(found.parts).reduce((total, value) => total + value, found.told ?? 0);
          const end = Object.keys(found.parts).length === 0 ? (found.told ?? 0) : (found.to ?? NaN);
          expect(sum).toBeCloseTo(end, 8);
        }
        const [from, to] = b.record.visits;
        if (!from || !to) return;
        expect(decomposition.safeParse(whyChanged(b.record, from, to, 'incidence')).success).toBe(true);
      }),
      seeded(200),
    );
  });
});

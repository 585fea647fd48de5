import { assert, array, constantFrom, integer, option, property, record as recordOf } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainFigure } from '#src/domain/explain-figure.ts';
import {
  figureCodes,
  guaranteeMeasures,
  incomeMeasures,
  moveOf,
  whyOf,
  type FigureCode,
} from '#src/domain/figure-code.ts';
import { figureExplanation } from '#src/domain/figure-explanation.ts';
import { guarantees, guaranteeStates, householdStatuses } from '#src/domain/indicator.ts';
import { measuresOf } from '#src/domain/measures-between.ts';
import { householdsIn, moveGroups } from '#src/domain/mobility.ts';
import { progressBetween } from '#src/domain/progress.ts';
import { cutoffChosen } from '#src/domain/rule-choice.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import { explainAll } from '#src/domain/why-answer.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';
import { seeded, shareOf } from '#tests/support/seed.ts';

const JAN = '2018-01-22';
const JUL = '2018-07-02';

function explain(record: VillageRecord, code: FigureCode, knownOn?: string) {
  const [from, to] = record.visits;
  if (!from || !to) throw new Error('two visits are compared');
  return explainFigure(record, code, from, to, { knownOn });
}

const village = () =>
  new RecordBuilder()
    .visit('jan', JAN)
    .visit('jul', JUL)
    .household('a')
    .household('b')
    .household('c')
    .read('v', 'ruralPopulation', 200, JAN)
    .read('a', 'status', 'registered', JAN)
    .read('a', 'persons', 3, JAN)
    .read('b', 'status', 'registered', JAN)
    .read('b', 'persons', 2, JAN)
    .read('b', 'status', 'out', JUL);

describe('a figure is explained', () => {
  it('by its terms, what each household adds, the readings behind it, and who is not known', () => {
    const told = explain(village().record, 'incidence');
    expect(told.figure).toMatchObject({ from: { value: 2.5 }, to: { value: 1.5, known: 1, of: 1 } });
    expect(told.terms).toEqual([
      { term: 'poorPersons', unit: 'person', from: 5, to: 3 },
      { term: 'ruralPopulation', unit: 'person', from: 200, to: 200 },
    ]);
    expect(told.parts.map(({ subject, from, to }) => [subject.id, from, to])).toEqual([
      ['v', null, null],
      ['a', 3, 3],
      ['b', 2, 0],
    ]);
    expect(told.parts[2]?.readings).toMatchObject([
      { indicator: 'status', from: { value: 'registered' }, to: { value: 'out', trueOn: JUL } },
      { indicator: 'persons', from: { value: 2 }, to: { value: 2, trueOn: JAN } },
    ]);
    expect(told.unknown).toMatchObject([{ subject: { id: 'c' }, from: ['status'], to: ['status'] }]);
  });

  it('of the poor persons is not known where the persons of every poor household are not', () => {
    const b = village();
    expect(explain(b.record, 'poorPersons').figure).toMatchObject({
      from: { value: 5, known: 2, of: 2, unit: 'person' },
      to: { value: 3, known: 1, of: 1 },
    });
    expect(explain(b.record, 'poorPersons').terms).toMatchObject([{ term: 'poorPersons', from: 5, to: 3 }]);
    const told = explain(b.read('a', 'persons', 'unknown', JUL).record, 'poorPersons');
    expect(told.figure.to).toMatchObject({ value: null, known: 0, of: 1 });
    expect(told.unknown.map(({ subject, to }) => [subject.id, to])).toEqual([
      ['a', ['persons']],
      ['c', ['status']],
    ]);
  });

  it('says what is missing of an income, and takes only the same households', () => {
    const b = village()
      .income('a', JAN, [900, 0, 0, 0, 300])
      .income('a', JUL, [1500, 0, 0, 0, 300])
      .income('b', JAN, [2000, 0, 0, 0, 0])
      .read('b', 'wage', 'unknown', JUL);
    const told = explain(b.record, 'meanIncome');
    expect(told.figure).toMatchObject({ from: { value: 400 }, to: { value: 600, known: 1, of: 3 } });
    expect(told.parts).toMatchObject([{ subject: { id: 'a' }, from: 400, to: 600 }]);
    expect(told.unknown).toMatchObject([
      { subject: { id: 'b' }, from: [], to: ['wage'] },
      { subject: { id: 'c' } },
    ]);
    expect(explain(b.record, 'transfer').figure.to).toMatchObject({ value: 60, known: 2 });
  });

  it('tells beside what was told of the first visit what is known of it now', () => {
    const b = village().read('a', 'persons', 1, JAN, {
      id: 'right',
      recordedOn: '2018-07-10',
      supersedes: { readingId: `a-persons-${JAN}`, reason: 'miscounted' },
    });
    const told = explain(b.record, 'why.incidence');
    expect(told.terms.slice(2, 5)).toEqual([
      { term: 'told', unit: 'percent', from: null, to: 2.5 },
      { term: 'toldAsKnown', unit: 'percent', from: null, to: 1.5 },
      { term: 'corrected', unit: 'points', from: null, to: -1 },
    ]);
  });

  it('as it was known on a past day, and at one visit alone', () => {
    const b = village().read('c', 'status', 'registered', JUL, { recordedOn: '2018-07-10' });
    expect(explain(b.record, 'poorHouseholds').figure.to.value).toBe(2);
    expect(explain(b.record, 'poorHouseholds', '2018-07-09').figure.to.value).toBe(1);
    const [, jul] = b.record.visits;
    if (!jul) throw new Error('there is a visit in July');
    for (const code of figureCodes) {
      const told = explainFigure(b.record, code, null, jul, { householdId: 'c' });
      expect(figureExplanation.parse(told).figure.from).toBeNull();
    }
  });
});

describe('an explanation and the figure on the page say the same', () => {
  const digits = (record: VillageRecord) => {
    const [from, to] = record.visits.slice(-2);
    if (!from || !to) return;
    const p = progressBetween(record, from, to);
    const told = (code: FigureCode) => explainFigure(record, code, from, to);
    const values = (code: FigureCode) => {
      const { figure } = told(code);
      return [figure.from?.value ?? null, figure.to.value];
    };
    expect(values('incidence')).toEqual([p.incidence.from.figure.value, p.incidence.to.figure.value]);
    for (const { source, panel } of p.income) {
      expect(values(source ?? 'meanIncome')).toEqual([panel.from.value, panel.to.value]);
    }
    for (const name of guarantees) {
      const counts = p.guaranteeTotals[name];
      const judged = (end: 'from' | 'to') =>
        Object.entries(counts[end]).some(([state, n]) => state !== 'unknown' && n > 0);
      expect(values(name)).toEqual(
        (['from', 'to'] as const).map((end) =>
          judged(end) || Object.values(counts[end]).every((n) => n === 0) ? counts[end].notMet : null,
        ),
      );
    }
    // What the parts add is what the terms say, and no part is both in it and not known.
    for (const code of figureCodes) {
      if (whyOf(code) || code === 'householdIncome') continue;
      const one = told(code);
      const sum = one.parts.reduce((all, part) => all + (part.to ?? 0), 0);
      const [first] = one.terms;
      if (!first || one.partUnit === 'yuan') continue;
      if (one.partUnit !== 'index') expect(sum).toBe(first.to ?? 0);
      else if (first.to !== null) expect(sum).toBeCloseTo(first.to, 12);
    }
  };

  /** The table of moves, the reasons of each change, and each household's income. */
  const moved = (
    record: VillageRecord,
    by: { series?: 'sixPercent'; seriesFrom?: 'national'; income?: string },
  ) => {
    const [from, to] = record.visits.slice(-2);
    if (!from || !to) return;
    const told = (code: FigureCode, householdId?: string) =>
      explainFigure(record, code, from, to, { ...by, householdId });
    const { mobility } = measuresOf(record, from, to, { cutoff: cutoffChosen(undefined) });
    for (const code of figureCodes) {
      const cell = moveOf(code);
      const move = cell && mobility.moves.find((m) => m.from === cell.from && m.to === cell.to);
      if (!cell) continue;
      const { figure, parts, terms } = told(code);
      expect(figure.to.value).toBe(move?.householdIds.length ?? 0);
      expect(parts.map(({ subject }) => subject.id).toSorted()).toEqual(move?.householdIds.toSorted() ?? []);
      const end = cell.to === 'absent' ? 'from' : 'to';
      expect([terms[0]?.[end], terms[1]?.to]).toEqual([move?.persons ?? 0, move?.personsUnknown ?? 0]);
    }
    for (const group of ['panel', 'entrants', 'leavers'] as const) {
      expect(told(group).figure.to.value).toBe(mobility[group].households);
    }
    for (const group of moveGroups) {
      expect(told(group).figure.to.value).toBe(householdsIn(group, mobility.moves));
    }
    const index = told('shorrocks');
    expect(index.figure.to).toMatchObject({
      value: mobility.shorrocks.households,
      known: mobility.shorrocks.known,
    });
    const [, n, stayed] = index.terms.map((term) => term.to);
    if (index.figure.to.value !== null && n && stayed !== null && stayed !== undefined) {
      expect((n - stayed) / (n - 1)).toBeCloseTo(index.figure.to.value, 9);
    }
    for (const e of explainAll(record, from, to, by).explanations) {
      const level = told(`why.${e.what}`);
      expect([level.figure.from?.value, level.figure.to.value]).toEqual([e.told, e.to]);
      const [amount, base] = level.terms;
      if (e.to !== null && amount && base) {
        expect(((e.unit === 'percent' ? 100 : 1) * (amount.to ?? 0)) / (base.to ?? 0)).toBeCloseTo(e.to, 9);
      }
      expect(level.parts.reduce((sum, part) => sum + (part.to ?? 0), 0)).toBeCloseTo(amount?.to ?? 0, 9);
      for (const part of e.parts.filter(({ households, value }) => households > 0 || value !== 0)) {
        const one = told(`why.${e.what}.${part.why}`);
        expect(one.figure.to.value).toBe(part.value);
        expect(one.parts.reduce((sum, { to: share }) => sum + (share ?? 0), 0)).toBeCloseTo(part.value, 9);
      }
    }
    for (const { householdId, from: then, to: now } of progressBetween(record, from, to).householdIncomes) {
      if (by.income) break;
      const { figure, household, terms } = told('householdIncome', householdId);
      expect(household?.id).toBe(householdId);
      if (then !== null) expect(figure.from?.value).toBe(then);
      if (now !== null) expect(figure.to.value).toBe(now);
      const sources = terms.slice(0, -3).map((term) => term.to);
      const total = terms.at(-3)?.to;
      if (total !== null) expect(sources.reduce<number>((sum, yuan) => sum + (yuan ?? 0), 0)).toBe(total);
    }
  };

  /** By which rules, told by the page of measures and by the explanation. */
  const measured = (record: VillageRecord, by: { series?: 'sixPercent'; income?: string; k?: string }) => {
    const [from, to] = record.visits.slice(-2);
    if (!from || !to) return;
    const m = measuresOf(record, from, to, { ...by, cutoff: cutoffChosen(by.k) });
    const percent = (n: number | null | undefined) => (n === null || n === undefined ? null : 100 * n);
    const found = (code: FigureCode) => {
      const { figure, terms } = explainFigure(record, code, from, to, by);
      return { values: [figure.from?.value ?? null, figure.to.value], range: figure.to.range, terms, figure };
    };
    const both = (of: (end: typeof m.to) => number | null | undefined) => [
      of(m.from) ?? null,
      of(m.to) ?? null,
    ];
    for (const code of incomeMeasures) {
      const { values, range, terms, figure } = found(code);
      const scaled = code === 'headcount' || code === 'gap' ? percent : (n: number | null) => n;
      expect(values).toEqual(
        both(({ income }) => scaled(code === 'wattsBottomCoded' ? income[code].value : income[code])),
      );
      expect([figure.to.known, figure.to.of]).toEqual([
        m.to.income.persons,
        m.to.income.persons + m.to.income.personsUnknown,
      ]);
      const bounds = code === 'headcount' ? m.to.income.headcountRange : null;
      expect(range).toEqual(bounds && { low: 100 * bounds.low, high: 100 * bounds.high });
      // What stands in the formula gives the figure.
      const now = (name: string) => terms.find(({ term }) => term === name)?.to ?? 0;
      const [first] = terms;
      if (values[1] === null || values[1] === undefined || !first) continue;
      const [P0, P1, G] = [now('headcount'), now('gap'), now('poorGini')];
      const [I, q] = [now('meanPoorGap'), now('belowLine')];
      const again =
        code === 'senHandbook'
          ? P0 * G + P1 * (1 - G)
          : code === 'sen1976'
            ? P0 * (I + (1 - I) * G * (q / (q + 1)))
            : code === 'gini'
              ? now('halfMeanDifference') / now('meanIncome')
              : (first.to ?? 0) / now('measuredPersons');
      if (Number.isFinite(again)) expect(scaled(again)).toBeCloseTo(values[1], 9);
    }
    for (const code of guaranteeMeasures) {
      const [name, of] = code.split('.');
      const dimension = ({ guarantees: all }: typeof m.to) =>
        guarantees.flatMap((g) =>
          g === of && (name === 'uncensored' || name === 'censored' || name === 'contributions')
            ? [all[name][g]]
            : [],
        )[0] ?? all[name === 'A' || name === 'M0' ? name : 'H'];
      const scaled = code === 'M0' ? (n: number | null) => n : percent;
      const { values, range } = found(code);
      expect(values).toEqual(both((end) => scaled(dimension(end).value)));
      const bounds = dimension(m.to).range;
      expect(range).toEqual(bounds && { low: scaled(bounds.low), high: scaled(bounds.high) });
    }
  };

  it('for every figure of every village of the sample', () => {
    expect.hasAssertions();
    for (const record of shareOf(sampleRecords)) digits(record);
  });

  it('for every measure of every village of the sample, by whatever rules it is measured', () => {
    expect.hasAssertions();
    for (const record of shareOf(sampleRecords)) {
      measured(record, {});
      measured(record, { series: 'sixPercent', income: 'own-income', k: '2' });
    }
  });

  it('for every move, every reason and every household of the sample', () => {
    expect.hasAssertions();
    const records = shareOf(sampleRecords).map((record) => Object.freeze({ ...record }));
    for (const record of records) moved(record, {});
    for (const record of records.slice(0, 2)) {
      moved(record, { series: 'sixPercent', seriesFrom: 'national', income: 'own-income' });
    }
  });

  it('for random registers', () => {
    const read = option(
      recordOf({
        status: constantFrom(...householdStatuses),
        persons: integer({ min: 0, max: 6 }),
        water: constantFrom(...guaranteeStates),
        wage: integer({ min: 0, max: 9000 }),
      }),
    );
    expect.hasAssertions();
    assert(
      property(array(recordOf({ jan: read, jul: read }), { maxLength: 6 }), (households) => {
        const b = new RecordBuilder()
          .visit('jan', JAN)
          .visit('jul', JUL)
          .read('v', 'ruralPopulation', 100, JAN);
        for (const [at, ends] of households.entries()) {
          b.household(`h${at}`);
          for (const [on, given] of [
            [JAN, ends.jan],
            [JUL, ends.jul],
          ] as const) {
            if (!given) continue;
            b.read(`h${at}`, 'status', given.status, on)
              .read(`h${at}`, 'persons', given.persons, on)
              .read(`h${at}`, 'water', given.water, on)
              .income(`h${at}`, on, [given.wage, 0, 0, 0, 0]);
          }
        }
        // What is frozen is looked through once for all its figures.
        const record = Object.freeze(b.record);
        digits(record);
        measured(record, {});
        moved(record, {});
      }),
      seeded(25),
    );
  });
});

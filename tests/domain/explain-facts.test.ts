import { describe, expect, it } from 'vitest';
import { explainFigure, type FigureAsked } from '#src/domain/explain-figure.ts';
import type { FigureCode } from '#src/domain/figure-code.ts';
import { explainedVillage } from '#tests/support/explained-village.ts';

describe('a figure', () => {
  const { record } = explainedVillage();
  const [from, to] = record.visits;
  if (!from || !to) throw new Error('two visits are compared');
  const told = (code: FigureCode, asked: FigureAsked = {}) => explainFigure(record, code, from, to, asked);

  it('names the rules that it is measured by, and only those', () => {
    const by = (code: FigureCode) => {
      const { rules, deprivationRule } = told(code, { series: 'sixPercent', k: '2' });
      return [rules?.to.series ?? null, rules?.from?.line?.yuan ?? null, deprivationRule?.k ?? null];
    };
    expect(by('headcount')).toEqual(['sixPercent', 3535, null]);
    expect(by('why.meanIncome')).toEqual(['sixPercent', 3535, null]);
    expect(by('why.poorByIncome.left')).toEqual(['sixPercent', 3535, null]);
    expect(by('H')).toEqual([null, null, 2 / 6]);
    for (const code of ['incidence', 'wage', 'panel', 'why.incidence'] as const) {
      expect(by(code)).toEqual([null, null, null]);
    }
    expect(told('householdIncome', { householdId: 'a' }).rules?.to.series).toBe('national');
  });

  it('has other rules at the first visit where it says why a level changed, and nowhere else', () => {
    const rules = (code: FigureCode) =>
      told(code, { series: 'sixPercent', seriesFrom: 'national', incomeFrom: 'own-income' }).rules;
    expect(rules('why.poorByIncome')?.from).toMatchObject({
      series: 'national',
      income: { id: 'own-income' },
    });
    expect(rules('headcount')?.from).toMatchObject({ series: 'sixPercent', income: { id: 'net-income' } });
  });

  it('names its village, its visits, the day that it was known on and the household that it is of', () => {
    expect(told('householdIncome', { householdId: 'b', knownOn: '2018-07-09' })).toMatchObject({
      code: 'householdIncome',
      village: { id: 'v', name: { en: 'Test village' } },
      household: { kind: 'household', id: 'b', number: '002' },
      from: { id: 'jan', on: '2018-01-22', kind: 'leader' },
      to: { id: 'jul' },
      knownOn: '2018-07-09',
      partsOf: 1,
      unknownOf: 0,
    });
    expect(told('incidence', { householdId: 'b' })).toMatchObject({
      household: null,
      knownOn: null,
      partsOf: 6,
      unknownOf: 2,
    });
    expect(() => told('householdIncome', { householdId: 'nobody' })).toThrow(
      'it is not said of which household',
    );
  });

  it('tells the name and number of whom it is of, and of a village its name', () => {
    const { parts } = told('incidence');
    expect(parts[0]?.subject).toEqual({
      kind: 'village',
      id: 'v',
      name: { zh: 'Test village', en: 'Test village' },
      number: null,
    });
    expect(parts[1]?.subject).toEqual({
      kind: 'household',
      id: 'a',
      name: { zh: 'a', en: 'a' },
      number: '001',
    });
    expect(told('why.incidence').parts[0]?.subject).toEqual(parts[0]?.subject);
    expect(told('commitmentsKept').parts[0]?.subject).toEqual({
      kind: 'commitment',
      id: 'well',
      name: 'well',
      number: null,
    });
  });

  it('has at each end of a part what was read then', () => {
    const [a] = told('meanIncome').parts;
    expect(a?.readings[0]).toMatchObject({ indicator: 'wage', from: { value: 900 }, to: { value: 1500 } });
    const alone = explainFigure(record, 'meanIncome', null, to).parts[0];
    expect(alone?.readings[0]).toMatchObject({ indicator: 'wage', from: null, to: { value: 1500 } });
  });
});

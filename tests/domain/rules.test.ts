import { describe, expect, it } from 'vitest';
import { Snapshot } from '#src/domain/change.ts';
import { countedSources, incomeRuleSet, incomeRuleSets, ownIncome } from '#src/domain/income-rules.ts';
import { householdIncome } from '#src/domain/income.ts';
import { lineOn, lineSeries, povertyLine, povertyLines, type PovertyLine } from '#src/domain/poverty-line.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const NANGANGZI = 'cn/22/2208/220882/honggangzi/nangangzi';

describe('poverty lines', () => {
  it('are well formed, each with its own id', () => {
    for (const line of povertyLines) expect(povertyLine.safeParse(line).error).toBeUndefined();
    expect(new Set(povertyLines.map((line) => line.id)).size).toBe(povertyLines.length);
  });

  it('are those of the national standard at current prices, with a mark where nobody checked', () => {
    const national = povertyLines.filter((line) => line.series === 'national');
    expect(national.map((l) => `${l.year} ${l.yuan}${l.verified ? '' : ' ?'}`)).toEqual([
      '2014 2800',
      '2015 2855',
      '2016 2952 ?',
      '2017 2952 ?',
      '2018 2995 ?',
      '2019 3218',
      '2020 4000',
    ]);
    expect(national.filter((line) => line.approximate).map((line) => line.year)).toEqual([2020]);
  });

  it('grow 6 % a year from 2,800 in the second series', () => {
    const second = povertyLines.filter((line) => line.series === 'sixPercent');
    expect(second.map((l) => l.yuan)).toEqual(second.map((_, years) => Math.round(2800 * 1.06 ** years)));
    expect(second.map((l) => l.year)).toEqual(second.map((_, years) => 2014 + years));
  });

  it('are looked up by the year of the day', () => {
    expect(lineOn('2018-07-02', NANGANGZI)?.yuan).toBe(2995);
    expect(lineOn('2018-07-02', NANGANGZI, 'sixPercent')?.yuan).toBe(3535);
    expect(lineOn('2019-01-01', NANGANGZI)?.yuan).toBe(3218);
  });

  it('are never guessed from another year', () => {
    for (const series of lineSeries) expect(lineOn('2013-12-31', NANGANGZI, series)).toBeNull();
  });

  it('of a smaller place go before those of a larger, and do not hold elsewhere', () => {
    const base = povertyLines.find((line) => line.id === 'national-2018');
    if (!base) throw new Error('no national line of 2018');
    const lines: PovertyLine[] = [
      { ...base, id: 'jilin', place: 'cn/22', yuan: 3100 },
      base,
      { ...base, id: 'baicheng', place: 'cn/22/2208', yuan: 3200 },
    ];
    expect(lineOn('2018-07-02', NANGANGZI, 'national', lines)?.id).toBe('baicheng');
    expect(lineOn('2018-07-02', 'cn/22/2201', 'national', lines)?.id).toBe('jilin');
    expect(lineOn('2018-07-02', 'cn/2', 'national', lines)?.id).toBe('national-2018');
    expect(lineOn('2018-07-02', 'cn/52/5201', 'national', lines.slice(0, 1))).toBeNull();
  });
});

describe('income rule sets', () => {
  it('are well formed, and say whether anybody checked them', () => {
    for (const rules of incomeRuleSets) expect(incomeRuleSet.safeParse(rules).error).toBeUndefined();
    expect(incomeRuleSets.map((rules) => `${rules.id} ${rules.verified}`)).toEqual([
      'net-income true',
      'own-income false',
    ]);
  });

  const at = () =>
    new Snapshot(
      new RecordBuilder()
        .household('a')
        .read('a', 'persons', 2, '2018-01-01')
        .income('a', '2018-01-01', [4000, 900, 300, 200, 1200]).record,
      '2018-07-02',
    );

  it('count all five sources unless another set is named', () => {
    expect(householdIncome(at(), 'a')).toMatchObject({ total: 6000, perPerson: 3000, missing: [] });
  });

  it('leave out what does not count', () => {
    expect(countedSources(ownIncome)).toEqual(['wage', 'business', 'businessCost', 'property']);
    expect(householdIncome(at(), 'a', ownIncome)).toMatchObject({ total: 4800, perPerson: 2400 });
  });

  it('do not miss what does not count', () => {
    const b = new RecordBuilder().household('a').read('a', 'persons', 2, '2018-01-01');
    for (const name of ['wage', 'business', 'businessCost', 'property'] as const)
      b.read('a', name, 100, '2018-01-01');
    const at = new Snapshot(b.record, '2018-07-02');
    expect(householdIncome(at, 'a')).toMatchObject({ total: null, perPerson: null, missing: ['transfer'] });
    expect(householdIncome(at, 'a', ownIncome)).toMatchObject({ total: 200, perPerson: 100, missing: [] });
  });

  it('give a total but no income per person where persons are unknown or none', () => {
    const b = new RecordBuilder().household('a').income('a', '2018-01-01', [100, 0, 0, 0, 0]);
    expect(householdIncome(new Snapshot(b.record, '2018-07-02'), 'a')).toMatchObject({
      total: 100,
      perPerson: null,
    });
    b.read('a', 'persons', 0, '2018-01-01');
    expect(householdIncome(new Snapshot(b.record, '2018-07-02'), 'a')).toMatchObject({
      total: 100,
      perPerson: null,
    });
  });
});

import { assert, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decomposition, whyCodes } from '#src/domain/decompose.ts';
import { progressBetween } from '#src/domain/progress.ts';
import { shownParts } from '#src/domain/shown-parts.ts';
import { byVisitOrder } from '#src/domain/visit.ts';
import { explained, whyChanged } from '#src/domain/why-changed.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';
import { seeded } from '#tests/support/seed.ts';
import { villageLives, villageOf } from '#tests/support/lives.ts';
import { why } from '#tests/support/why.ts';

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

  it('add up for every village, each part with its households', () => {
    assert(
      property(villageLives, (lives) => {
        const b = villageOf(lives);
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

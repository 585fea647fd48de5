import { describe, expect, it } from 'vitest';
import { byVisitOrder } from '#src/domain/visit.ts';
import { valueProblem } from '#src/domain/indicator.ts';
import { villageRecord } from '#src/domain/village-record.ts';
import type { Source } from '#src/domain/source.ts';
import { sampleRecords, SAMPLE_TODAY } from '#mocks/sample/sample.ts';

const REAL_HOUSEHOLDS = ['nangangzi-001', 'nangangzi-002'];
const nangangzi = sampleRecords.find((r) => r.village.id === 'nangangzi');
if (!nangangzi) throw new Error('the sample has no Nangangzi');

/** Every `source` anywhere in a value. */
function sourcesIn(value: unknown): Source[] {
  if (Array.isArray(value)) return value.flatMap(sourcesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'source' ? [part as Source] : sourcesIn(part),
  );
}

describe('the sample data', () => {
  it.each(sampleRecords.map((r) => [r.village.id, r] as const))('of %s has the shape of a record', (_id, record) => {
    expect(villageRecord.safeParse(record).error).toBeUndefined();
  });

  it.each(sampleRecords.map((r) => [r.village.id, r] as const))('of %s points only at what is there', (_id, r) => {
    const ids = {
      household: new Set(r.households.map((h) => h.id)),
      project: new Set(r.projects.map((p) => p.id)),
      village: new Set([r.village.id]),
      visit: new Set(r.visits.map((v) => v.id)),
      commitment: new Set(r.commitments.map((c) => c.id)),
      reading: new Set(r.readings.map((x) => x.id)),
    };
    expect(r.readings.filter((x) => !ids[x.subject.kind].has(x.subject.id))).toEqual([]);
    expect(r.readings.filter((x) => x.source.kind === 'visit' && !ids.visit.has(x.source.visitId))).toEqual([]);
    expect(r.readings.filter((x) => x.supersedes && !ids.reading.has(x.supersedes.readingId))).toEqual([]);
    expect(r.commitments.filter((c) => !ids.visit.has(c.visitId))).toEqual([]);
    expect(r.verdicts.filter((v) => !ids.commitment.has(v.commitmentId) || !ids.visit.has(v.visitId))).toEqual([]);
    const subjects = new Set([...ids.household, ...ids.project]);
    const stops = r.visits.flatMap((v) => v.stops);
    expect(stops.filter((s) => s.subjectId !== null && !subjects.has(s.subjectId))).toEqual([]);
    expect(r.projects.flatMap((p) => p.beneficiaryIds).filter((id) => !ids.household.has(id))).toEqual([]);
  });

  it('gives each thing an id of its own', () => {
    const all = sampleRecords.flatMap((r) => [
      r.village, r.contactPoint, ...r.visits, ...r.households, ...r.projects, ...r.readings, ...r.commitments,
    ]);
    expect(new Set(all.map((x) => x.id)).size).toBe(all.length);
    const order = sampleRecords.flatMap((r) => [...r.visits, ...r.readings, ...r.verdicts].map((x) => x.sequence));
    expect(new Set(order).size).toBe(order.length);
  });

  it('holds only values that a form would take, none of them in its future', () => {
    for (const { readings, visits } of sampleRecords) {
      expect(readings.filter((r) => valueProblem(r.indicator, r.value))).toEqual([]);
      expect(readings.filter((r) => r.trueOn > SAMPLE_TODAY || r.recordedOn < r.trueOn)).toEqual([]);
      expect(visits.filter((v) => v.on > SAMPLE_TODAY)).toEqual([]);
    }
  });

  it('marks each figure as reported or synthetic', () => {
    const wrong = sampleRecords
      .flatMap((r) => r.readings)
      .filter((r) => (r.source.kind === 'report' ? r.evidence !== 'reportedInPress' : r.evidence !== 'synthetic'));
    expect(wrong).toEqual([]);
  });

  it('reports nothing but what the article of 6 July 2018 says', () => {
    const reports = sampleRecords.flatMap((r) => sourcesIn(r)).filter((s) => s.kind === 'report');
    expect(new Set(reports.map((s) => s.publishedOn))).toEqual(new Set(['2018-07-06']));
    const elsewhere = sampleRecords.filter((r) => r.village.id !== 'nangangzi').flatMap((r) => sourcesIn(r));
    expect(elsewhere.some((s) => s.kind === 'report')).toBe(false);
    const readings = nangangzi.readings.filter((r) => r.source.kind === 'report');
    expect(readings.map((r) => `${r.subject.id} ${r.indicator} ${r.value} ${r.trueOn}`).toSorted()).toEqual([
      'nangangzi cleanliness good 2018-07-02',
      'nangangzi road good 2018-07-02',
      'nangangzi trees good 2018-07-02',
      'nangangzi-001 status registered 2018-07-02',
      'nangangzi-002 status registered 2018-07-02',
      'nangangzi-irrigation stage underConstruction 2018-07-02',
    ]);
    expect(readings.some((r) => typeof r.value === 'number')).toBe(false);
  });

  it('invents nothing about the two householders', () => {
    for (const id of REAL_HOUSEHOLDS) {
      const household = nangangzi.households.find((h) => h.id === id);
      expect(household).toMatchObject({ mainCause: 'unknown', otherCauses: [], members: [], pairings: [], plan: null });
      expect(household?.measures.every((m) => m.source.kind === 'report')).toBe(true);
      expect(nangangzi.readings.filter((r) => r.subject.id === id).map((r) => r.indicator)).toEqual(['status']);
    }
  });

  it('compares 22 January with 2 July 2018 by default', () => {
    expect(nangangzi.visits.toSorted(byVisitOrder).slice(-2).map((v) => v.on)).toEqual(['2018-01-22', '2018-07-02']);
  });

  it('names every other village, household and person as a sample', () => {
    for (const { village, households } of sampleRecords) {
      if (village.id !== 'nangangzi') expect(village).toMatchObject({ fictional: true, name: { zh: expect.stringContaining('样例') } });
      for (const h of households.filter((x) => !REAL_HOUSEHOLDS.includes(x.id))) {
        expect([h.head, ...h.members.map((m) => m.name)].every((n) => n.zh.startsWith('样例') && n.en.startsWith('Sample'))).toBe(true);
      }
    }
  });
});

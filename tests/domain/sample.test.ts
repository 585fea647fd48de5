import { describe, expect, it } from 'vitest';
import { byVisitOrder } from '#src/domain/visit.ts';
import { valueProblem } from '#src/domain/indicator.ts';
import { villageRecord, type VillageRecord } from '#src/domain/village-record.ts';
import type { Source } from '#src/domain/source.ts';
import { commitmentState } from '#src/domain/commitment.ts';
import { summaryOf } from '#src/domain/overview.ts';
import { procedureState } from '#src/domain/procedure.ts';
import { progressBetween } from '#src/domain/progress.ts';
import { largeVillage } from '#mocks/sample/large.ts';
import { sampleRecords, SAMPLE_TODAY } from '#mocks/sample/sample.ts';
import { SAMPLE_MARK } from '#mocks/sample/words.ts';

const REAL_HOUSEHOLDS = ['nangangzi-001', 'nangangzi-002'];
const nangangzi = villageCalled('nangangzi');

function villageCalled(id: string): VillageRecord {
  const found = sampleRecords.find((r) => r.village.id === id);
  if (!found) throw new Error(`the sample has no ${id}`);
  return found;
}

/** Every `source` anywhere in a value. */
function sourcesIn(value: unknown): Source[] {
  if (Array.isArray(value)) return value.flatMap(sourcesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'source' ? [part as Source] : sourcesIn(part),
  );
}

/** Between the visits of 22 January and 2 July. */
function januaryToJuly(knownOn?: string) {
  const [from, to] = nangangzi.visits.toSorted(byVisitOrder).slice(-2);
  if (!from || !to) throw new Error('Nangangzi was not visited twice');
  return progressBetween(nangangzi, from, to, knownOn);
}

describe('the sample data', () => {
  it.each(sampleRecords.map((r) => [r.village.id, r] as const))(
    'of %s has the shape of a record',
    (_id, record) => {
      expect(villageRecord.safeParse(record).error).toBeUndefined();
    },
  );

  it.each(sampleRecords.map((r) => [r.village.id, r] as const))(
    'of %s points only at what is there',
    (_id, r) => {
      const ids = {
        household: new Set(r.households.map((h) => h.id)),
        project: new Set(r.projects.map((p) => p.id)),
        village: new Set([r.village.id]),
        visit: new Set(r.visits.map((v) => v.id)),
        commitment: new Set(r.commitments.map((c) => c.id)),
        reading: new Set(r.readings.map((x) => x.id)),
      };
      expect(r.readings.filter((x) => !ids[x.subject.kind].has(x.subject.id))).toEqual([]);
      expect(r.readings.filter((x) => x.source.kind === 'visit' && !ids.visit.has(x.source.visitId))).toEqual(
        [],
      );
      expect(r.readings.filter((x) => x.supersedes && !ids.reading.has(x.supersedes.readingId))).toEqual([]);
      expect(r.commitments.filter((c) => !ids.visit.has(c.visitId))).toEqual([]);
      expect(
        r.verdicts.filter((v) => !ids.commitment.has(v.commitmentId) || !ids.visit.has(v.visitId)),
      ).toEqual([]);
      expect(r.reviews.filter((x) => !ids.visit.has(x.visitId))).toEqual([]);
      expect(r.steps.filter((x) => !ids.household.has(x.householdId))).toEqual([]);
      const subjects = new Set([...ids.household, ...ids.project]);
      const stops = r.visits.flatMap((v) => v.stops);
      expect(stops.filter((s) => s.subjectId !== null && !subjects.has(s.subjectId))).toEqual([]);
      expect(r.projects.flatMap((p) => p.beneficiaryIds).filter((id) => !ids.household.has(id))).toEqual([]);
    },
  );

  it('gives each thing an id of its own', () => {
    const all = sampleRecords.flatMap((r) => [
      r.village,
      r.contactPoint,
      ...r.visits,
      ...r.households,
      ...r.projects,
      ...r.readings,
      ...r.commitments,
      ...r.steps,
      ...r.questionAnswers,
    ]);
    expect(new Set(all.map((x) => x.id)).size).toBe(all.length);
    const order = sampleRecords.flatMap((r) =>
      [...r.visits, ...r.readings, ...r.verdicts, ...r.reviews, ...r.steps, ...r.questionAnswers].map(
        (x) => x.sequence,
      ),
    );
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
      .filter((r) =>
        r.source.kind === 'report' ? r.evidence !== 'reportedInPress' : r.evidence !== 'synthetic',
      );
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
      expect(household).toMatchObject({
        mainCause: 'unknown',
        otherCauses: [],
        members: [],
        pairings: [],
        plan: null,
      });
      expect(household?.measures.every((m) => m.source.kind === 'report')).toBe(true);
      expect(nangangzi.readings.filter((r) => r.subject.id === id).map((r) => r.indicator)).toEqual([
        'status',
      ]);
      expect(nangangzi.steps.filter((s) => s.householdId === id)).toEqual([]);
    }
  });

  it('marks whatever else it tells as synthetic', () => {
    for (const record of sampleRecords) {
      const invented = [
        ...record.households.filter((h) => !REAL_HOUSEHOLDS.includes(h.id)).flatMap((h) => sourcesIn(h)),
        ...record.projects.flatMap((p) => sourcesIn([p.targets, p.milestones])),
        ...sourcesIn(record.verdicts),
        ...sourcesIn(record.steps),
      ];
      expect(invented.filter((s) => s.kind !== 'synthetic')).toEqual([]);
    }
    const reportedVisits = new Set(
      nangangzi.visits.filter((v) => v.source.kind === 'report').map((v) => v.id),
    );
    const lent = nangangzi.readings.filter(
      ({ source }) => source.kind === 'visit' && reportedVisits.has(source.visitId),
    );
    expect(lent, 'invented figures that a reported visit would vouch for').toEqual([]);
  });

  it('compares 22 January with 2 July 2018 by default', () => {
    expect(
      nangangzi.visits
        .toSorted(byVisitOrder)
        .slice(-2)
        .map((v) => v.on),
    ).toEqual(['2018-01-22', '2018-07-02']);
  });

  it('tells a mixed story of Nangangzi: fewer are poor, one returned, one is unknown, two came and went', () => {
    const { statuses, transitions, incidence, income } = januaryToJuly();
    expect(statuses.from).toEqual({ registered: 12, out: 5, returned: 0, unknown: 3 });
    expect(statuses.to).toEqual({ registered: 11, out: 7, returned: 1, unknown: 1 });
    expect(transitions.map((t) => `${t.from} > ${t.to}: ${t.householdIds.length}`)).toEqual([
      'registered > registered: 8',
      'registered > out: 4',
      'out > out: 3',
      'out > returned: 1',
      'out > absent: 1',
      'unknown > registered: 2',
      'unknown > unknown: 1',
      'absent > registered: 1',
    ]);
    expect([incidence.from.poorPersons, incidence.from.population]).toEqual([32, 640]);
    expect([incidence.to.poorPersons, incidence.to.population]).toEqual([25, 637]);
    expect([incidence.to.figure.known, incidence.to.figure.of]).toEqual([10, 12]);
    const net = income.find((row) => row.source === null);
    expect(net?.panel.from).toMatchObject({ value: expect.closeTo(2744.7, 1), known: 15, of: 19 });
    expect(net?.panel.to).toMatchObject({ value: expect.closeTo(3271.1, 1), known: 15, of: 19 });
  });

  it('corrects a January figure twice: once between the visits, once after the second', () => {
    const corrections = nangangzi.readings.filter((r) => r.supersedes);
    expect(corrections.map((r) => `${r.trueOn} ${r.recordedOn}`)).toEqual([
      '2018-01-22 2018-04-03',
      '2018-01-22 2018-07-10',
    ]);
    const incomeOf014 = (knownOn?: string) =>
      januaryToJuly(knownOn).householdIncomes.find((h) => h.householdId === 'nangangzi-014')?.from;
    expect(incomeOf014('2018-07-06')).toBe(4800);
    expect(incomeOf014()).toBe(3300);
  });

  it('leaves something owed: verdicts of every kind, and commitments that are overdue', () => {
    const verdicts = nangangzi.verdicts.map((v) => v.verdict);
    expect(new Set(verdicts)).toEqual(new Set(['kept', 'partly', 'notKept', 'cannotTell']));
    const overdue = nangangzi.commitments.filter(
      (c) => commitmentState(c, nangangzi.verdicts, SAMPLE_TODAY).overdue,
    );
    expect(overdue.map((c) => c.dueOn)).toEqual(['2018-06-30', '2018-06-30']);
  });

  it('shows procedures in every state: none, begun, sent back, hung out, done', () => {
    const nextOf = (r: VillageRecord, id: string) => procedureState(r.steps, id, SAMPLE_TODAY);
    const states = sampleRecords.flatMap((r) => r.households.map((h) => nextOf(r, h.id)));
    expect(states.filter((s) => s.outOfOrder.length > 0)).toEqual([]);
    expect(new Set(states.map((s) => s.next))).toEqual(
      new Set(['appraisal', 'verification', 'announcement', null]),
    );
    expect(states.filter((s) => s.refused).map((s) => s.refused?.step)).toEqual([
      'appraisal',
      'verification',
    ]);
  });

  it('shows contact points in every state', () => {
    const all = sampleRecords.map((r) => ({ ...summaryOf(r, SAMPLE_TODAY), visits: r.visits.length }));
    const percents = all.map((s) => s.incidence.to?.figure.value ?? null);
    expect(all.map((s) => s.visits)).toEqual([3, 2, 3, 2, 1, 0]);
    expect(all.map((s) => s.followUpOverdue)).toEqual([false, false, true, false, false, false]);
    expect(percents.map((p) => p && Math.round(p * 10) / 10)).toEqual([3.9, 0.7, 4.4, null, 7.8, null]);
    expect(new Set(all.map((s) => s.contactPoint.followUpDays)).size).toBeGreaterThan(3);
  });

  it('carries its mark in the data', () => {
    expect(JSON.stringify(sampleRecords)).toContain(SAMPLE_MARK);
  });

  it('names every other village, household and person as a sample', () => {
    for (const { village, contactPoint } of sampleRecords.filter((r) => r !== nangangzi)) {
      const { name, province, prefecture, county, township } = village;
      const named = [name, province, prefecture, county, township, contactPoint.leader.name];
      expect(named.every((n) => n.zh.startsWith('样例') && n.en.startsWith('Sample'))).toBe(true);
      expect(village).toMatchObject({ fictional: true, countyCode: expect.stringMatching(/^9999/) });
    }
    for (const { households } of sampleRecords) {
      for (const h of households.filter((x) => !REAL_HOUSEHOLDS.includes(x.id))) {
        expect(
          [h.head, ...h.members.map((m) => m.name)].every(
            (n) => n.zh.startsWith('样例') && n.en.startsWith('Sample'),
          ),
        ).toBe(true);
      }
    }
  });
});

describe('the large village', () => {
  it('has as many households as asked for, each read at both visits, the same each time', () => {
    const large = largeVillage(300);
    expect(villageRecord.safeParse(large).error).toBeUndefined();
    expect(large.households).toHaveLength(300);
    expect(large.visits).toHaveLength(2);
    expect(new Set(large.readings.map((r) => r.id)).size).toBe(large.readings.length);
    expect(largeVillage(300)).toEqual(large);
  });
});

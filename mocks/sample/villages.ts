import type { Theme, VerdictKind } from '#src/domain/commitment.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import type { Outcome, VisitKind } from '#src/domain/visit.ts';
import { fictionalVillage, say, synthetic, type SampleVillage } from './build.ts';

const helper = say('样例帮扶人丁', 'Sample helper D');

/** A visit, its day and the households called on: "003" met, "004x" nobody at home. */
function visit(v: SampleVillage, on: string, kind: VisitKind, called: string[]): string {
  const villageId = v.record.village.id;
  const id = `${villageId}-${on}`;
  v.visit({
    id, kind, on, present: [say('样例工作队', 'Sample work team')],
    stops: [
      { kind: 'village', subjectId: null, outcome: 'seen', said: null, source: synthetic },
      ...called.map((code) => {
        const outcome: Outcome = code.endsWith('x') ? 'nobodyHome' : 'met';
        return { kind: 'household' as const, subjectId: `${villageId}-${code.slice(0, 3)}`, outcome, said: null, source: synthetic };
      }),
    ],
    note: null, recordedOn: on, source: synthetic,
  });
  return id;
}

function promise(v: SampleVillage, visitId: string, theme: Theme, zh: string, en: string, dueOn: string, verdict?: [VerdictKind, string]): void {
  const id = `${visitId}-c${v.record.commitments.length + 1}`;
  const made = visitId.slice(-10);
  v.record.commitments.push({
    id, villageId: v.record.village.id, visitId, theme, what: say(zh, en), owner: say('样例工作队', 'Sample work team'), dueOn,
    householdId: null, projectId: null, recordedOn: made, source: synthetic,
  });
  if (!verdict) return;
  const [given, atVisit] = verdict;
  v.record.verdicts.push({
    commitmentId: id, visitId: atVisit, verdict: given, note: say('', ''), givenOn: atVisit.slice(-10), recordedOn: atVisit.slice(-10),
    sequence: v.next(), recordedBy: say('样例登记员', 'Sample clerk'), source: synthetic,
  });
}

/** Well under way: most are out, one returned; two visits with many calls. */
function villageTwo(): VillageRecord {
  const v = fictionalVillage(2, '二', { since: '2016-03-01', followUpDays: 120 });
  const [first, second] = ['2018-03-05', '2018-06-20'];
  const one = visit(v, first, 'leader', ['001', '002', '003', '004', '005']);
  const two = visit(v, second, 'helper', ['001', '002', '003x', '005', '006', '007']);
  v.read(v.record.village.id, 'ruralPopulation', 910, first);
  v.read(v.record.village.id, 'satisfaction', 92, second);
  for (const seen of ['road', 'cleanliness', 'trees'] as const) v.read(v.record.village.id, seen, seen === 'road' ? 'good' : 'fair', second);
  const base = { helpers: [[helper, '2016-04-01']] as [typeof helper, string][] };
  const steady = (n: string, persons: number, wage: number) =>
    v.household(n, { ...base, cause: 'labour', read: { [first]: { status: 'out', persons, income: [wage, 3000, 800, 0, 900], kept: '++++++' }, [second]: { status: 'out', persons, income: [wage + 700, 3100, 800, 0, 900], kept: '++++++' } } });
  steady('001', 3, 9000);
  steady('002', 2, 6100);
  steady('003', 4, 12_800);
  v.household('004', { ...base, cause: 'illness', read: { [first]: { status: 'out', persons: 2, income: [5200, 1000, 300, 0, 1100], kept: '++0+++' }, [second]: { status: 'returned', persons: 2, income: [1500, 900, 300, 0, 1900], kept: '++0-++' } } });
  v.household('005', { ...base, cause: 'schooling', read: { [first]: { status: 'registered', persons: 5, income: [6000, 2400, 900, 0, 1500], kept: '++-+++' }, [second]: { status: 'out', persons: 5, income: [14_000, 2600, 900, 0, 1500], kept: '++++++' } } });
  steady('006', 1, 5200);
  steady('007', 3, 8800);
  promise(v, one, 'guarantees', '补发医疗报销', 'Pay the medical refunds', '2018-05-01', ['kept', two]);
  promise(v, two, 'industry', '组织养殖培训', 'Hold a course in animal husbandry', '2018-09-01');
  v.record.projects.push({
    id: 'sample-village-2-greenhouse', villageId: v.record.village.id, name: say('样例大棚', 'Sample greenhouses'), kind: 'industry', startedOn: '2017-04-01', budget: 420_000,
    targets: [{ indicator: 'built', value: 100, source: synthetic }, { indicator: 'householdsServed', value: 20, source: synthetic }],
    milestones: [{ what: say('建成', 'Built'), dueOn: '2018-04-30', doneOn: '2018-04-12', source: synthetic }],
    beneficiaryIds: ['001', '002', '005'].map((n) => `sample-village-2-${n}`), note: null, source: synthetic,
  });
  for (const [day, stage, built, spent, served] of [[first, 'underConstruction', 85, 380_000, 0], [second, 'benefiting', 100, 415_000, 17]] as const) {
    v.read('sample-village-2-greenhouse', 'stage', stage, day);
    v.read('sample-village-2-greenhouse', 'built', built, day);
    v.read('sample-village-2-greenhouse', 'spent', spent, day);
    v.read('sample-village-2-greenhouse', 'householdsServed', served, day);
  }
  return v.record;
}

/** Long unvisited: the follow-up and two commitments are overdue. */
function villageThree(): VillageRecord {
  const v = fictionalVillage(3, '三', { township: '样例三乡', since: '2016-03-01', followUpDays: 90 });
  const [first, second] = ['2017-09-12', '2018-02-08'];
  const one = visit(v, first, 'workTeam', ['001', '002', '003']);
  const two = visit(v, second, 'leader', ['001', '004x']);
  v.read(v.record.village.id, 'ruralPopulation', 388, first);
  v.read(v.record.village.id, 'road', 'poor', second);
  const kept = ['++++-+', '+++++-', '++0+++', '++-+++', '++++++', '+++-+-'];
  for (const [at, codes] of kept.entries()) {
    const persons = 1 + (at % 4);
    const wage = persons * (1500 + at * 130);
    v.household(`00${at + 1}`, {
      cause: (['illness', 'water', 'labour', 'schooling', 'funds', 'disaster'] as const)[at] ?? 'other',
      read: { [first]: { status: 'registered', persons, income: [wage, 900, 400, 0, 700], kept: codes }, [second]: { status: at === 4 ? 'out' : 'registered', persons, income: [wage + at * 180, 900, 400, 0, 700], kept: codes } },
    });
  }
  promise(v, one, 'guarantees', '维修两户危房', 'Repair two dangerous houses', '2017-12-31', ['partly', two]);
  promise(v, two, 'accuracy', '重新核对收入', 'Check the incomes again', '2018-05-31');
  return v.record;
}

/** Hardly anything is known. */
function villageFour(): VillageRecord {
  const v = fictionalVillage(4, '四', { since: '2018-01-01', followUpDays: 180 });
  const [first, second] = ['2018-04-10', '2018-07-05'];
  visit(v, first, 'workTeam', ['001x', '002']);
  visit(v, second, 'thirdParty', ['001x', '003']);
  for (const at of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const read = at === 2 ? { [first]: { status: 'registered' as const, persons: 3, kept: '++????' } } : at === 3 ? { [second]: { status: 'registered' as const, kept: '+?0???' } } : {};
    v.household(`00${at}`, { read });
  }
  return v.record;
}

/** One visit so far. */
function villageFive(): VillageRecord {
  const v = fictionalVillage(5, '五', { township: '样例五乡', since: '2018-05-01', followUpDays: 60 });
  const only = '2018-05-28';
  const one = visit(v, only, 'leader', ['001', '002', '003', '004']);
  v.read(v.record.village.id, 'ruralPopulation', 205, only);
  for (const [n, persons, wage] of [['001', 2, 3100], ['002', 4, 7200], ['003', 1, 900], ['004', 3, 5200]] as const) {
    v.household(n, { cause: 'transport', helpers: [[helper, '2018-05-28']], read: { [only]: { status: 'registered', persons, income: [wage, 1200, 500, 0, 800], kept: '+++++-' } } });
  }
  promise(v, one, 'guarantees', '开通客车', 'Open a bus line', '2018-08-31');
  return v.record;
}

/** Newly linked, never visited. */
function villageSix(): VillageRecord {
  return fictionalVillage(6, '六', { since: '2018-07-01', followUpDays: 60 }).record;
}

export const fictionalVillages = (): VillageRecord[] => [villageTwo(), villageThree(), villageFour(), villageFive(), villageSix()];

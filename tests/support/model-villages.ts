import type { Actor } from '#src/domain/account.ts';
import type { Identifier } from '#src/domain/identifier.ts';
import type { Member } from '#src/domain/household.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import { RecordBuilder } from './record-builder.ts';

/** Signs that something on the way might take for something else. */
const ODD = '黑水镇 "quoted" \\u0041 {a,b} \'; -- \u{1F33E}\u{20BB7} é e\u0301 \t\n\u2028 \u00a0';
const both = { zh: ODD, en: 'plain' };
const article = { kind: 'report', publisher: both, publishedOn: '2018-07-06' } as const;
const sheet = { kind: 'import', name: '名册.xlsx' } as const;

const member = (id: string, given: Partial<Member> = {}): Member => ({
  id,
  name: both,
  sex: 'unknown',
  relation: 'head',
  birthYear: null,
  health: 'longTermChronic',
  labour: 'weak',
  student: 'notStudent',
  certificateChecks: [],
  identifiers: { certificate: null, phone: null, bankAccount: null },
  source: sheet,
  ...given,
});

function village(id: string, countyCode: string, townshipId: string): VillageRecord {
  const builder = new RecordBuilder(id)
    .visit(`${id}-jan`, '2018-01-22', { stops: [{ subjectId: `${id}-a`, said: both, source: article }] })
    .visit(`${id}-jul`, '2018-07-02', { stops: [{ kind: 'village', outcome: 'seen' }] })
    .household(`${id}-a`, {
      registeredOn: '2017-05-01',
      mainCause: 'illness',
      otherCauses: ['labour', 'funds'],
      members: [
        member(`${id}-a-m1`, {
          birthYear: 1960,
          sex: 'female',
          identifiers: { certificate: null, phone: '000*****01', bankAccount: null },
        }),
        member(`${id}-a-m2`, { relation: 'spouse', health: 'healthy' }),
      ],
      pairings: [{ helper: both, from: '2017-05-01', until: null, source: sheet }],
      plan: ODD,
      measures: [
        {
          id: `${id}-m`,
          kind: 'industry',
          what: both,
          from: '2018-01-01',
          until: null,
          result: null,
          source: sheet,
        },
      ],
    })
    .household(`${id}-b`, { leftOn: '2018-07-12', members: [member(`${id}-b-m1`)] })
    .project(`${id}-p`, {
      startedOn: '2018-03-01',
      budget: 123_456.789,
      targets: [{ indicator: 'irrigated', value: 0.1, source: sheet }],
      milestones: [{ what: both, dueOn: null, doneOn: null, source: sheet }],
      beneficiaryIds: [`${id}-a`],
      note: both,
    })
    .commitment(`${id}-owed`, `${id}-jan`, '2018-06-30', { householdId: `${id}-a`, what: both })
    .commitment(`${id}-due`, `${id}-jul`, '2018-12-31', { projectId: `${id}-p` })
    .commitment(`${id}-done`, `${id}-jan`, '2018-06-30')
    .verdict(`${id}-owed`, `${id}-jul`, 'partly', '2018-07-02')
    .verdict(`${id}-done`, `${id}-jul`, 'kept', '2018-07-02')
    .income(`${id}-a`, '2018-01-22', [0.1, 1e-7, 0, 9_999_999.99, 3])
    .read(`${id}-a`, 'status', 'registered', '2018-01-22', { note: both, source: article })
    .read(`${id}-a`, 'persons', 2, '2018-01-22', { source: { kind: 'visit', visitId: `${id}-jan` } })
    .read(`${id}-a`, 'persons', 3, '2018-01-22', {
      id: `${id}-corrected`,
      supersedes: { readingId: `${id}-a-persons-2018-01-22`, reason: both },
    })
    .read(id, 'road', 'fair', '2018-07-02', { note: '' })
    .read(`${id}-p`, 'stage', 'underConstruction', '2018-07-02');
  const { record } = builder;
  record.village.countyCode = countyCode;
  record.village.townshipId = townshipId;
  record.contactPoint.since = '2017-01-01';
  record.reviews.push({
    id: `${id}-reviewed`,
    visitId: `${id}-jan`,
    outcome: 'sentBack',
    note: both,
    by: both,
    recordedOn: '2018-02-01',
    sequence: 99,
  });
  record.successions.push({ on: '2018-07-12', fromIds: [`${id}-b`], toIds: [`${id}-a`], source: article });
  record.steps.push({
    id: `${id}-appraised`,
    householdId: `${id}-a`,
    step: 'appraisal',
    outcome: 'passed',
    on: '2018-02-01',
    until: null,
    people: [both, ODD],
    note: both,
    recordedOn: '2018-02-01',
    sequence: 100,
    recordedBy: both,
    source: sheet,
  });
  record.questionAnswers.push({
    id: `${id}-answered`,
    key: `causeTwice/${id}-a`,
    readingIds: [],
    outcome: 'answered',
    reason: both,
    recordedOn: '2018-02-01',
    sequence: 101,
    recordedBy: both,
    source: sheet,
  });
  return record;
}

/** Two villages of one township, one beside it in the county, one in another county. */
export const modelVillages = (): VillageRecord[] => [
  village('v', '990101', 'lower'),
  village('x', '990101', 'lower'),
  village('y', '990101', 'upper'),
  village('w', '990202', 'lower'),
];
export const VILLAGES = ['v', 'x', 'y', 'w'] as const;

export const modelIdentifiers = (): Identifier[] =>
  VILLAGES.map((id) => ({
    householdId: `${id}-a`,
    memberId: `${id}-a-m1`,
    kind: 'phone',
    value: '0001234501',
  }));

const seat = (id: string, role: Actor['role'], ...places: string[]): Actor => ({
  id,
  name: id.endsWith('b') ? both : id,
  role,
  places,
  via: id.startsWith('token') ? 'token' : 'session',
});
const COUNTY = 'cn/99/9901/990101';

export const cadreOfAll = seat(
  'cadre-all',
  'villageCadre',
  `${COUNTY}/lower/v`,
  `${COUNTY}/lower/x`,
  `${COUNTY}/upper/y`,
  'cn/99/9902/990202/lower/w',
);
export const officeOfAll = seat('office-all-b', 'office', 'cn/99');
export const auditorOfAll = seat('auditor-all', 'auditor', 'cn');

/** Every role, wherever it can sit; null is nobody. */
export const modelActors: (Actor | null)[] = [
  seat('cadre-v', 'villageCadre', `${COUNTY}/lower/v`),
  seat('cadre-x-b', 'villageCadre', `${COUNTY}/lower/x`),
  seat('cadre-two', 'villageCadre', `${COUNTY}/upper/y`, 'cn/99/9902/990202/lower/w'),
  seat('township', 'office', `${COUNTY}/lower`),
  seat('county-b', 'office', COUNTY),
  seat('country', 'office', 'cn'),
  seat('staff', 'leaderStaff', `${COUNTY}/lower/v`, `${COUNTY}/upper/y`),
  seat('auditor-county', 'auditor', COUNTY),
  seat('token-auditor', 'auditor', 'cn/99'),
  seat('administrator', 'administrator', 'cn'),
  seat('nowhere', 'office'),
  null,
];

import type { Identifier } from '#src/domain/identifier.ts';
import type { Act } from '#src/domain/audit.ts';
import { maskOf } from '#src/domain/identifier.ts';
import { placeOf, type Place, type Relation } from '#src/domain/place.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import { RecordBuilder } from './record-builder.ts';

/** Stands in every id and name of the target, so that its presence in an answer shows. */
export const MARK = 'target';

const words = (en: string) => ({ zh: `${MARK}${en}`, en: `${MARK} ${en}` });
const identifiers: Identifier[] = [
  {
    householdId: 'target-household',
    memberId: 'target-member',
    kind: 'certificate',
    value: '999901180001010001',
  },
  { householdId: 'target-household', memberId: 'target-member', kind: 'phone', value: '00000000001' },
];

/** A village with one of everything; a visit of it was sent back. */
function targetVillage(): VillageRecord {
  const { record } = new RecordBuilder('target')
    .visit('target-jan', '2018-01-22', { stops: [{ subjectId: 'target-household' }] })
    .visit('target-jul', '2018-07-02')
    .household('target-household', {
      head: words('head'),
      members: [
        {
          id: 'target-member',
          name: words('member'),
          sex: 'female',
          relation: 'head',
          birthYear: 1960,
          health: 'longTermChronic',
          labour: 'weak',
          student: 'notStudent',
          certificateChecks: [],
          identifiers: {
            certificate: maskOf('certificate', '999901180001010001'),
            phone: maskOf('phone', '00000000001'),
            bankAccount: null,
          },
          source: { kind: 'synthetic' },
        },
      ],
    })
    .project('target-project', { beneficiaryIds: ['target-household'] })
    .read('target-household', 'persons', 2, '2018-01-22', { id: 'target-reading' })
    .commitment('target-commitment', 'target-jan', '2018-07-30');
  record.village.name = words('village');
  record.contactPoint.leader.name = words('leader');
  record.reviews.push({
    id: 'target-review',
    visitId: 'target-jan',
    outcome: 'sentBack',
    note: 'target note',
    by: 'office',
    recordedOn: '2018-07-03',
    sequence: 4,
  });
  return record;
}

/** A village that has nothing to hide from anybody who asks for the target. */
const neighbour = (villageId: string, given: Partial<VillageRecord['village']>): VillageRecord => {
  const { record } = new RecordBuilder(villageId)
    .visit(`${villageId}-jan`, '2018-01-22')
    .household(`${villageId}-h`);
  Object.assign(record.village, given);
  return record;
};

/** The target, a village beside it, one in the next township and one in another county. */
export const targetAndOthers = () => ({
  records: [
    targetVillage(),
    neighbour('beside', {}),
    neighbour('next', { townshipId: 'next-township' }),
    neighbour('far', { countyCode: '999998' }),
  ],
  identifiers,
});

const village: Place = placeOf(targetVillage().village);
const township = village.slice(0, village.lastIndexOf('/'));
const county = township.slice(0, township.lastIndexOf('/'));

/** Where an actor's place lies so that the target stands in that relation to it. */
export const seatsFor: Record<'village' | 'account', { target: Place; places: Record<Relation, Place[]> }> = {
  village: {
    target: village,
    places: {
      own: [village],
      child: [county],
      // Below a village nobody sits; the rule must hold there as well.
      parent: [`${village}/group`],
      sibling: [`${township}/beside`],
      foreign: [`cn/99/9999/999998`],
      none: [],
    },
  },
  account: {
    target: township,
    places: {
      own: [township],
      child: [county],
      parent: [`${township}/beside`],
      sibling: [`${county}/next-township`],
      foreign: [`cn/99/9999/999998`],
      none: [],
    },
  },
};

/** An act of somebody who is none of the actors. */
export const actBy = (action: Act['action'], subject: Act['subject'], given: Partial<Act> = {}): Act => ({
  at: '2018-07-10T04:00:00.000Z',
  actor: { id: 'somebody', name: 'somebody', role: 'administrator', via: 'session' },
  action,
  place: township,
  subject,
  householdId: null,
  reason: null,
  before: null,
  after: null,
  ...given,
});

import { z } from 'zod';
import { partsOfKey } from './data-questions.ts';
import { household, member } from './household.ts';
import { identifier, isIdentifier, maskOf } from './identifier.ts';
import { isShown } from './text.ts';
import { villageRecord, type VillageRecord } from './village-record.ts';

/** A file made before there were steps, answers to questions, successions or checks of certificates, brings none. */
const recordInFile = villageRecord.extend({
  households: z.array(
    household.extend({
      members: z.array(member.extend({ certificateChecks: member.shape.certificateChecks.default([]) })),
    }),
  ),
  successions: villageRecord.shape.successions.default([]),
  steps: villageRecord.shape.steps.default([]),
  questionAnswers: villageRecord.shape.questionAnswers.default([]),
});

/**
 * A village as it is brought from elsewhere: its record, and the identifiers of its
 * members in the clear. What the record names has to be in it: nothing would find it
 * later. The messages are codes.
 */
export const villageFile = z
  .strictObject({ record: recordInFile, identifiers: z.array(identifier).default([]) })
  .superRefine(({ record, identifiers }, context) => {
    const members = new Set(record.households.flatMap((h) => h.members.map((m) => `${h.id}/${m.id}`)));
    const wrong = [
      ...problemsIn(record),
      ...identifiers.flatMap(({ householdId, memberId, kind, value }, at): Problem[] => [
        ...(members.has(`${householdId}/${memberId}`)
          ? []
          : [['noSuchMember', 'identifiers', at, 'memberId'] as const]),
        ...(isIdentifier(kind, value) ? [] : [['notAnIdentifier', 'identifiers', at, 'value'] as const]),
      ]),
    ];
    for (const [message, ...path] of wrong) context.addIssue({ code: 'custom', message, path });
  });
export type VillageFile = z.infer<typeof villageFile>;

type Problem = readonly [code: string, ...path: (string | number)[]];

const lists = [
  'visits',
  'households',
  'projects',
  'readings',
  'commitments',
  'verdicts',
  'reviews',
  'steps',
  'questionAnswers',
] as const;

function problemsIn(record: VillageRecord): Problem[] {
  const villageId = record.village.id;
  const ids = Object.fromEntries(
    lists.map((list) => [list, new Set(record[list].map((item) => ('id' in item ? item.id : '')))]),
  );
  const isThere = (list: (typeof lists)[number], id: string): boolean => ids[list]?.has(id) ?? false;
  const isSubject = (id: string): boolean =>
    id === villageId || isThere('households', id) || isThere('projects', id);
  const found: Problem[] = [];
  const check = (right: boolean, ...problem: Problem): void => {
    if (!right) found.push(problem);
  };

  check(record.contactPoint.villageId === villageId, 'anotherVillage', 'record', 'contactPoint', 'villageId');
  for (const list of lists) {
    check(isShown(record[list]), 'notText', 'record', list);
    const seen = new Set<string>();
    for (const [at, item] of record[list].entries()) {
      const here = ['record', list, at] as const;
      if ('villageId' in item) check(item.villageId === villageId, 'anotherVillage', ...here, 'villageId');
      if ('visitId' in item) check(isThere('visits', item.visitId), 'noSuchVisit', ...here, 'visitId');
      if ('id' in item) {
        check(!seen.has(item.id), 'idTwice', ...here, 'id');
        seen.add(item.id);
      }
    }
  }
  for (const [at, { householdId, projectId }] of record.commitments.entries()) {
    const named = [householdId, projectId].every((id) => id === null || isSubject(id));
    check(named, 'noSuchSubject', 'record', 'commitments', at);
  }
  const superseded = new Set<string>();
  for (const [at, { subject, supersedes }] of record.readings.entries()) {
    check(isSubject(subject.id), 'noSuchSubject', 'record', 'readings', at, 'subject');
    if (!supersedes) continue;
    const once = isThere('readings', supersedes.readingId) && !superseded.has(supersedes.readingId);
    check(once, 'supersededTwice', 'record', 'readings', at, 'supersedes');
    superseded.add(supersedes.readingId);
  }
  for (const [at, { commitmentId }] of record.verdicts.entries()) {
    check(isThere('commitments', commitmentId), 'noSuchCommitment', 'record', 'verdicts', at, 'commitmentId');
  }
  for (const [at, { fromIds, toIds }] of record.successions.entries()) {
    for (const [list, ids] of Object.entries({ fromIds, toIds })) {
      const known = ids.every((id) => isThere('households', id));
      check(known, 'noSuchHousehold', 'record', 'successions', at, list);
    }
  }
  for (const [at, { householdId }] of record.steps.entries()) {
    const known = isThere('households', householdId);
    check(known, 'noSuchHousehold', 'record', 'steps', at, 'householdId');
  }
  for (const [at, { key, readingIds }] of record.questionAnswers.entries()) {
    const here = ['record', 'questionAnswers', at] as const;
    const { subjectId } = partsOfKey(key) ?? { subjectId: '' };
    check(subjectId === villageId || isThere('households', subjectId), 'noSuchSubject', ...here, 'key');
    check(
      readingIds.every((one) => isThere('readings', one)),
      'noSuchReading',
      ...here,
      'readingIds',
    );
  }
  check(isShown([record.village, record.contactPoint]), 'notText', 'record', 'village');
  return found;
}

/**
 * The record with the mask of each identifier where it belongs, and none where there is none. What is
 * found of certificate numbers is for the store to say, which gets them.
 */
export function withMasks({ record, identifiers }: VillageFile): VillageRecord {
  const masks = new Map(
    identifiers.map((i) => [`${i.householdId}/${i.memberId}/${i.kind}`, maskOf(i.kind, i.value)]),
  );
  const households = record.households.map((h) => ({
    ...h,
    members: h.members.map((m) => {
      const mask = (kind: string): string | null => masks.get(`${h.id}/${m.id}/${kind}`) ?? null;
      const identifiers = {
        certificate: mask('certificate'),
        phone: mask('phone'),
        bankAccount: mask('bankAccount'),
      };
      return { ...m, identifiers, certificateChecks: [] };
    }),
  }));
  return { ...record, households };
}

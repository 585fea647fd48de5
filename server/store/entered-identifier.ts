import { checksWith } from '#src/domain/certificate-check.ts';
import type { Day } from '#src/domain/day.ts';
import type { Member } from '#src/domain/household.ts';
import { maskOf, type Identifier } from '#src/domain/identifier.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';

/** The member with the mask of what was entered and, of a certificate number, what is found of it. */
export function withIdentifier(
  member: Member,
  { kind, value, recordedOn }: Pick<Identifier, 'kind' | 'value'> & { recordedOn: Day },
  isSame: boolean,
): Member {
  return {
    ...member,
    identifiers: { ...member.identifiers, [kind]: maskOf(kind, value) },
    ...(kind === 'certificate' && { certificateChecks: checksWith(member, value, recordedOn, isSame) }),
  };
}

/** The record with what is found of the certificate numbers that are loaded with it. */
export function withChecks(record: VillageRecord, identifiers: readonly Identifier[]): VillageRecord {
  const numbers = new Map(
    identifiers
      .filter(({ kind }) => kind === 'certificate')
      .map(({ householdId, memberId, value }) => [`${householdId}/${memberId}`, value]),
  );
  if (numbers.size === 0) return record;
  const checked = (householdId: string, member: Member): Member => {
    const number = numbers.get(`${householdId}/${member.id}`);
    if (number === undefined) return member;
    return {
      ...member,
      certificateChecks: checksWith({ ...member, certificateChecks: [] }, number, null, false),
    };
  };
  return {
    ...record,
    households: record.households.map((h) => ({ ...h, members: h.members.map((m) => checked(h.id, m)) })),
  };
}

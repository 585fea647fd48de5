import { checkCharacter } from '#src/domain/certificate-number.ts';
import type { Member } from '#src/domain/household.ts';
import { maskOf, noIdentifiers, type Identifier, type MaskedIdentifiers } from '#src/domain/identifier.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';

type Numbered = Pick<Member, 'id' | 'birthYear' | 'sex'>;

/**
 * Invented identifiers of an invented member: no province has the code 99, and no telephone begins
 * with 000. Otherwise the number is in order, so that the checks find nothing wrong with it.
 */
export function memberIdentifiers(householdId: string, member: Numbered): Identifier[] {
  const { id: memberId, birthYear, sex } = member;
  const digits = [...memberId].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 10_000, 7);
  const serial = String(digits).padStart(4, '0');
  return [
    { householdId, memberId, kind: 'certificate', value: certificateOf(birthYear, sex, digits) },
    { householdId, memberId, kind: 'phone', value: `0000000${serial}` },
    { householdId, memberId, kind: 'bankAccount', value: `000000000000000${serial}` },
  ];
}

/** Odd for a man, even for a woman (GB 11643). */
function certificateOf(birthYear: Member['birthYear'], sex: Member['sex'], digits: number): string {
  const last = (digits % 500) * 2 + (sex === 'male' ? 1 : 0);
  const seventeen = `999901${birthYear ?? 1800}0101${String(last).padStart(3, '0')}`;
  return seventeen + checkCharacter(seventeen);
}

/** What a record shows of them. */
export function masksOf(identifiers: readonly Identifier[]): MaskedIdentifiers {
  const masks = { ...noIdentifiers };
  for (const { kind, value } of identifiers) masks[kind] = maskOf(kind, value);
  return masks;
}

/** Those of every member in the records. The two real householders have no members there, so nothing is invented of them. */
export function identifiersOf(records: readonly VillageRecord[]): Identifier[] {
  return records.flatMap(({ households }) =>
    households.flatMap((h) => h.members.flatMap((m) => memberIdentifiers(h.id, m))),
  );
}

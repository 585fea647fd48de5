import { maskOf, noIdentifiers, type Identifier, type MaskedIdentifiers } from '#src/domain/identifier.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';

/**
 * Invented identifiers of an invented member: no province has the code 99, nobody
 * in a register of 2018 was born in 1800, and no telephone begins with 000.
 */
export function memberIdentifiers(householdId: string, memberId: string): Identifier[] {
  const digits = [...memberId].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 10_000, 7);
  const serial = String(digits).padStart(4, '0');
  return [
    { householdId, memberId, kind: 'certificate', value: `99990118000101${serial}` },
    { householdId, memberId, kind: 'phone', value: `0000000${serial}` },
    { householdId, memberId, kind: 'bankAccount', value: `000000000000000${serial}` },
  ];
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
    households.flatMap((h) => h.members.flatMap((m) => memberIdentifiers(h.id, m.id))),
  );
}

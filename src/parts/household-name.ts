import type { HouseholdRef } from '#src/domain/records.ts';
import { isMaskedName } from '#src/domain/masked-name.ts';
import { useFormat } from '#src/messages/format.ts';

/**
 * What a household is called where several stand together: by its head, and where
 * that name is masked by its number too, or all of them would be called the same.
 */
export function useHouseholdName(): (household: Pick<HouseholdRef, 'head' | 'number'>) => string {
  const { text } = useFormat();
  return ({ head, number }) => (isMaskedName(head) ? `${text(head)} ${number}` : text(head));
}

import { placeOf, type Village } from '#src/domain/place.ts';
import { visitKinds, type VisitKind } from '#src/domain/visit.ts';
import { useMay } from '#src/parts/use-may.ts';

const leaderAlone: readonly [VisitKind] = ['leader'];

/** Which kinds of visit the person may record in the village: whoever works for a leader, the leader's alone. */
export function useAllowedKinds(village: Village): readonly [VisitKind, ...VisitKind[]] {
  return useMay('recordOwnVisit', placeOf(village)) ? visitKinds : leaderAlone;
}

/** What is usual among them: most visits are a helper's. */
export const usualKind = (kinds: readonly [VisitKind, ...VisitKind[]]): VisitKind =>
  kinds.includes('helper') ? 'helper' : kinds[0];

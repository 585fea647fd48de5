import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { placeOf, type Village } from '#src/domain/place.ts';
import { useMay } from './use-may.ts';

interface Props {
  village: Pick<Village, 'id' | 'countyCode' | 'townshipId'> | undefined;
  householdId?: string;
  className?: string | undefined;
  /** Tells it from the other links of a list. */
  label?: string;
  /** What parts it from the next link. */
  after?: string;
  children: ReactNode;
}

/** The way to log a visit to this village; nothing for whoever may not record one there. */
export function LogVisitLink({ village, householdId, className, label, after, children }: Props) {
  const allowed = useMay('recordVisit', village && placeOf(village));
  if (!village || !allowed) return null;
  return (
    <>
      <Link
        to="/log"
        search={{ village: village.id, household: householdId }}
        className={className}
        aria-label={label}
        data-no-print
      >
        {children}
      </Link>
      {after}
    </>
  );
}

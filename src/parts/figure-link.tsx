import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FigureCode } from '#src/domain/figure-code.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import classes from './figure-link.module.css';

interface Props {
  code: FigureCode;
  /** Where the page is of no one village. */
  villageId?: string | undefined;
  /** At which visit of it; its last two without one. */
  at?: string | undefined;
  /** Where the figure is of one household. */
  householdId?: string | undefined;
  /** Where it is part of a text, whose lines it keeps. */
  inSentence?: boolean;
  children: ReactNode;
}

/** A figure that opens how it came to be, over the page, with the page's pair of visits. */
export function FigureLink({ code, villageId, at, householdId, inSentence = false, children }: Props) {
  const t = useMessages(partsWords);
  return (
    <Link
      to="."
      search={(now: object) => ({
        ...now,
        figure: code,
        of: villageId,
        whose: householdId,
        ...(at && { at }),
      })}
      resetScroll={false}
      className={inSentence ? classes.inSentence : classes.link}
      title={t.howMade}
    >
      {children}
    </Link>
  );
}

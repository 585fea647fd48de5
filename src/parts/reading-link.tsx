import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './reading-link.module.css';

interface Props {
  readingId: string;
  children: ReactNode;
  /** Said instead of the content where the content alone would not tell, such as a glyph. */
  label?: string;
  className?: string | undefined;
}

/** Opens the history of the reading behind a shown value, where it can be corrected. */
export function ReadingLink({ readingId, children, label, className }: Props) {
  return (
    <Link
      to="."
      search={(now: object) => ({ ...now, reading: readingId })}
      resetScroll={false}
      className={className ?? classes.link}
      aria-label={label}
    >
      {children}
    </Link>
  );
}

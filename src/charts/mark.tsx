import type { KeyboardEvent, ReactNode } from 'react';
import type { Reach } from './link.ts';
import classes from './mark.module.css';

interface Props extends Reach {
  id: string;
  /** The whole mark in words. */
  label: string;
  children: ReactNode;
}

/** One mark of a drawing: a link or a button that the keyboard reaches, or a named picture. */
export function Mark({ id, label, renderLink, onSelect, children }: Props) {
  if (renderLink) return <g className={classes.mark}>{renderLink(id, children, label)}</g>;
  if (!onSelect) {
    return (
      <g role="img" aria-label={label}>
        {children}
      </g>
    );
  }
  const byKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onSelect(id);
  };
  return (
    <g
      className={classes.mark}
      role="button"
      tabIndex={0}
      aria-label={label}
      onClick={() => onSelect(id)}
      onKeyDown={byKey}
    >
      {children}
    </g>
  );
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a finger or a mouse finds the mark, and where its focus is drawn. Exports leave it out. */
export function Hit(area: Area) {
  return <rect {...area} rx={4} className={classes.hit} data-hit />;
}

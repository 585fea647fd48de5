import { useState, type ReactNode } from 'react';
import classes from './section.module.css';

interface Props {
  title: ReactNode;
  /** How it begins; afterwards it is as the person left it. */
  open: boolean;
  children: ReactNode;
}

/** A part of a step that can be folded away. What is folded is not drawn, so a long visit stays quick. */
export function Section({ title, open: first, children }: Props) {
  const [open, setOpen] = useState(first);
  return (
    <details className={classes.section} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={classes.title}>
        <span className={classes.words}>{title}</span>
      </summary>
      {open ? <div className={classes.body}>{children}</div> : null}
    </details>
  );
}

import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface Props {
  tone: 'plain' | 'problem' | 'done';
  title?: string;
  /** The next step: a link or a button. */
  action?: ReactNode;
  children?: ReactNode;
}

/** A few words that matter, with the next step: empty lists, failures, what was saved. */
export function Notice({ tone, title, action, children }: Props) {
  return (
    <div className={classes.notice} data-tone={tone} role={tone === 'problem' ? 'alert' : 'status'}>
      {title ? <p className={classes.title}>{title}</p> : null}
      {children ? <div>{children}</div> : null}
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  );
}

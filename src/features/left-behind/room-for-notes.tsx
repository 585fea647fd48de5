import { leftBehindWords } from '#src/messages/left-behind.ts';
import { useMessages } from '#src/messages/locale.tsx';
import classes from './left-behind.module.css';

/** On paper: when, and by whom. */
export function SignLine() {
  const t = useMessages(leftBehindWords);
  return (
    <p className={classes.sign}>
      <span>{t.visitedOn}</span>
      <span className={classes.blank} />
      <span>{t.visitedBy}</span>
      <span className={classes.blank} />
    </p>
  );
}

/** On paper: what was found, by hand. */
export function RoomForNotes() {
  const t = useMessages(leftBehindWords);
  return (
    <div className={classes.room}>
      <span>{t.notes}</span>
      <span className={classes.blank} />
      <span />
      <span className={classes.blank} />
    </div>
  );
}

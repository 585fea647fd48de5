import classes from './waiting.module.css';

/** Something is on its way. Shows after a moment, so that quick answers do not flicker. */
export function Waiting({ label }: { label: string }) {
  return (
    <div className={classes.waiting} role="status">
      <span className={classes.bar} aria-hidden />
      <span>{label}</span>
    </div>
  );
}

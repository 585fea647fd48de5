import { chartWords } from '#src/messages/chart-words.ts';
import { useMessages } from '#src/messages/locale.tsx';
import classes from './show-more.module.css';

/** A browser lays this many rows out without a pause; beyond, the next ones come on demand. */
const STEP = 200;

interface Props {
  shown: number;
  all: number;
  /** How many stand there at first. */
  least: number;
  onShow: (rows: number) => void;
}

/** The rest of a long form, on demand: all of it, or the next step where it is thousands. */
export function ShowMore({ shown, all, least, onShow }: Props) {
  const t = useMessages(chartWords);
  if (all <= least) return null;
  const next = Math.min(all, shown + STEP);
  return (
    <p className={classes.more} data-no-print>
      <span>{t.shownOf(Math.min(shown, all), all)}</span>
      {shown < all ? (
        <button type="button" className={classes.button} onClick={() => onShow(next)}>
          {next === all ? t.showAll(all) : t.showMore(next - shown)}
        </button>
      ) : null}
      {shown > least ? (
        <button type="button" className={classes.button} onClick={() => onShow(least)}>
          {t.showFewer}
        </button>
      ) : null}
    </p>
  );
}

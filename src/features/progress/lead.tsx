import { Link } from '@tanstack/react-router';
import type { Progress } from '#src/domain/progress.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { progressWords } from '#src/messages/progress.ts';
import { useLocale } from '#src/messages/locale.tsx';
import { movesOf, pairOf } from './findings.ts';
import classes from './lead.module.css';

/** What changed, in one breath, before anything else on the page. It never claims more than is known. */
export function Lead({ progress }: { progress: Progress }) {
  const t = useMessages(progressWords);
  const { locale } = useLocale();
  const { day, quantity } = useFormat();
  const moves = movesOf(progress);
  const parts = [
    moves.out > 0 ? t.lead.out(moves.out) : null,
    moves.returned > 0 ? t.lead.returned(moves.returned) : null,
    moves.joined > 0 ? t.lead.joined(moves.joined) : null,
    moves.left > 0 ? t.lead.left(moves.left) : null,
    moves.other > 0 ? t.lead.other(moves.other) : null,
  ].filter((part) => part !== null);
  const { from, to } = progress.incidence;
  const [a, b] = [from.figure.value, to.figure.value];
  const said = (value: number) => quantity(value, 'percent');
  const incidence = () => {
    if (a === null || b === null) return t.lead.incidence.unknown;
    if (said(a) === said(b)) return t.lead.incidence.same(said(a));
    return b < a ? t.lead.incidence.fell(said(a), said(b)) : t.lead.incidence.rose(said(a), said(b));
  };
  const personsUnknown = to.figure.of - to.figure.known;
  const stop = locale === 'zh-CN' ? '。' : '. ';
  const comma = locale === 'zh-CN' ? '，' : ', ';
  return (
    <div className={classes.lead}>
      <p className={classes.sentence}>
        <strong>{incidence()}</strong>{' '}
        {t.lead.between(day(progress.from.on), day(progress.to.on), t.days(progress.days))}{' '}
        {parts.length > 0 ? parts.join(comma) : t.lead.noMoves}
        {stop}
        <Link
          to="/villages/$villageId/why"
          params={{ villageId: progress.villageId }}
          search={{ ...pairOf(progress), what: 'incidence' }}
          data-no-print
        >
          {t.lead.who}
        </Link>
      </p>
      <p className={classes.unknown}>
        {to.statusUnknown > 0 ? t.lead.statusUnknown(to.statusUnknown) : null}{' '}
        {personsUnknown > 0 && b !== null ? t.lead.personsUnknown(personsUnknown) : null}
      </p>
    </div>
  );
}

import { Link } from '@tanstack/react-router';
import type { HouseholdExitRow } from '#src/domain/exit-answer.ts';
import { gradesOf } from '#src/domain/figure.ts';
import type { RuleChoice } from '#src/domain/rule-choice.ts';
import { exitPageWords } from '#src/messages/exit-page.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { procedureWords } from '#src/messages/procedure.ts';
import { EvidenceMarks } from '#src/parts/evidence-mark.tsx';
import { StatusBadge } from '#src/parts/status-badge.tsx';
import { useExitWords } from '#src/parts/use-exit-words.ts';
import classes from './exit-page.module.css';

interface Props {
  row: HouseholdExitRow;
  /** Goes along to the household's page. */
  asked: RuleChoice & { to?: string | undefined };
}

/** One household: what is not met with the least that would turn it, what is not known, and how far the procedure is. */
export function VerdictRow({ row: { household, verdict, procedure, status }, asked }: Props) {
  const own = useMessages(exitPageWords);
  const words = useMessages(procedureWords);
  const { t, nameOf, openText } = useExitWords();
  const { text } = useFormat();
  const criteria = verdict?.criteria ?? [];
  const notMet = criteria.filter((c) => c.state === 'notMet' && c.required);
  const unknown = criteria.filter((c) => c.state === 'unknown' && c.required);
  const { next, lastOn, refused, done } = procedure;
  const standing =
    next === null
      ? own.struckOff
      : refused && lastOn
        ? own.sentBack(lastOn)
        : done === 0
          ? own.notBegun
          : own.next(words.step[next], lastOn);
  return (
    <li className={classes.item}>
      <div>
        <Link
          to="/households/$householdId"
          params={{ householdId: household.id }}
          search={asked}
          hash="exit"
          className={classes.name}
        >
          {text(household.head)}
        </Link>
        <p className={classes.small}>
          {household.number} <StatusBadge status={status} />
        </p>
      </div>
      <div className={classes.body}>
        {notMet.length > 0 ? (
          <p>
            <span aria-hidden>✕ </span>
            {t.stands(t.state.notMet, notMet.map(openText).join(t.comma), true)}
          </p>
        ) : null}
        {unknown.length > 0 ? (
          <p>
            <span aria-hidden>? </span>
            {t.stands(t.state.unknown, unknown.map((c) => nameOf(c.code)).join(t.list), true)}
          </p>
        ) : null}
        <p className={classes.small}>
          <span>{standing}</span>
          <EvidenceMarks grades={gradesOf(criteria.flatMap((c) => c.readings))} />
        </p>
      </div>
    </li>
  );
}

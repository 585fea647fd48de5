import { getRouteApi } from '@tanstack/react-router';
import type { HouseholdExitAnswer } from '#src/domain/exit-answer.ts';
import { householdExitAt } from '#src/domain/exit-at.ts';
import { householdExitWords } from '#src/messages/household-exit.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { ExitChoice, ExitRule, JudgedAt } from '#src/parts/exit-rule.tsx';
import { ExitCriteria } from '#src/parts/exit-verdict-view.tsx';
import { useExitWords } from '#src/parts/use-exit-words.ts';
import classes from './household-report.module.css';
import { ProcedureSection } from './procedure-section.tsx';
import type { SectionProps } from './section-props.ts';

const route = getRouteApi('/households/$householdId');

/**
 * Whether the household is ready to leave the register at the second visit, by which rule, and how
 * far its procedure is. Judged here, by the same functions as on the service: the record is all that it takes.
 */
export function ExitSection({ record, view }: SectionProps) {
  const t = useMessages(householdExitWords);
  const { series, income } = route.useSearch();
  const { household, village } = record;
  const { on, visits, readings, to } = view;
  const steps = record.steps.filter((s) => s.recordedOn <= on);
  const known = { village, visits, readings, steps, households: [household] };
  const answer = householdExitAt(known, household.id, to, on, { series, income });
  return (
    <section id="exit" className={classes.section}>
      <h2>{t.heading}</h2>
      <Verdict answer={answer} on={on} />
    </section>
  );
}

function Verdict({ answer, on }: { answer: HouseholdExitAnswer; on: string }) {
  const own = useMessages(householdExitWords);
  const { t, openNames } = useExitWords();
  const { series, income, knownOn } = route.useSearch();
  const navigate = route.useNavigate();
  const { verdict, judgedBy, status } = answer;
  return (
    <>
      <p>
        <strong>
          {verdict ? t.household(verdict.verdict, openNames(verdict)) : t.noRule(judgedBy.on.slice(0, 4))}
        </strong>{' '}
        {status === 'out' ? own.isOut : null}
      </p>
      <ExitChoice
        asked={{ series, income }}
        onChange={(next) =>
          void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false })
        }
      />
      <JudgedAt judgedBy={judgedBy} />
      {verdict ? <ExitCriteria verdict={verdict} judgedBy={judgedBy} villageId={answer.village.id} /> : null}
      <ExitRule judgedBy={judgedBy} of="household" />
      <ProcedureSection answer={answer} on={on} isPast={knownOn !== undefined} />
    </>
  );
}

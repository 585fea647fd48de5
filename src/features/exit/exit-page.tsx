import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { exitQueries, villageQueries } from '#src/api/queries.ts';
import type { VillageExitAnswer } from '#src/domain/exit-answer.ts';
import { exitPageWords } from '#src/messages/exit-page.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { ExitChoice, ExitRule, JudgedAt } from '#src/parts/exit-rule.tsx';
import { ExitCriteria } from '#src/parts/exit-verdict-view.tsx';
import { useHouseholdName } from '#src/parts/household-name.ts';
import { QueryView } from '#src/parts/query-view.tsx';
import { useExitWords } from '#src/parts/use-exit-words.ts';
import classes from './exit-page.module.css';
import { HouseholdVerdicts } from './household-verdicts.tsx';

const route = getRouteApi('/villages/$villageId/exit');

/** Is the village ready to leave the list, which households are ready to leave the register, and what is in the way? */
export function ExitPage() {
  const t = useMessages(exitPageWords);
  const { villageId } = route.useParams();
  const { at, series, income } = route.useSearch();
  const query = useQuery(exitQueries.ofVillage(villageId, { at, series, income }));
  return (
    <section className={classes.page}>
      <h2>{t.title}</h2>
      <Choose villageId={villageId} />
      <QueryView query={query} isEmpty={() => false} empty={null}>
        {(answer) => (
          <>
            <JudgedAt judgedBy={answer.judgedBy} />
            <VillageVerdict answer={answer} />
            <HouseholdVerdicts answer={answer} />
          </>
        )}
      </QueryView>
    </section>
  );
}

/** At which visit, by which line and which income; all of it in the link. */
function Choose({ villageId }: { villageId: string }) {
  const { t } = useExitWords();
  const term = useMessages(terms);
  const { at, series, income } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: object) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const visits = useQuery(villageQueries.page(villageId)).data?.visits.toReversed() ?? [];
  const [last] = visits;
  return (
    <ExitChoice asked={{ series, income }} onChange={change}>
      {last ? (
        <NativeSelect
          label={t.choose.visit}
          value={at ?? last.id}
          data={visits.map((v) => ({ value: v.id, label: `${v.on} · ${term.visitKind[v.kind]}` }))}
          onChange={({ currentTarget: { value } }) => change({ at: value === last.id ? undefined : value })}
        />
      ) : null}
    </ExitChoice>
  );
}

function VillageVerdict({ answer }: { answer: VillageExitAnswer }) {
  const own = useMessages(exitPageWords);
  const { t, openNames } = useExitWords();
  const nameOf = useHouseholdName();
  const { verdict, judgedBy, households } = answer;
  const known = new Map(households.map(({ household }) => [household.id, nameOf(household)]));
  return (
    <section className={classes.section}>
      <h3>{own.village}</h3>
      <p>
        <strong>
          {verdict ? t.village(verdict.verdict, openNames(verdict)) : t.noRule(judgedBy.on.slice(0, 4))}
        </strong>
      </p>
      {verdict ? (
        <ExitCriteria
          verdict={verdict}
          judgedBy={judgedBy}
          villageId={answer.village.id}
          incidence={answer.incidence}
          householdName={(id) => known.get(id) ?? id}
        />
      ) : null}
      <ExitRule judgedBy={judgedBy} of="village" />
    </section>
  );
}

import { Button, NativeSelect } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { HouseholdExitRow, VillageExitAnswer } from '#src/domain/exit-answer.ts';
import type { ExitVerdict } from '#src/domain/exit-verdict.ts';
import { guarantees } from '#src/domain/indicator.ts';
import { procedureSteps } from '#src/domain/procedure.ts';
import { exitPageWords } from '#src/messages/exit-page.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { procedureWords } from '#src/messages/procedure.ts';
import { ExitRule } from '#src/parts/exit-rule.tsx';
import figureLink from '#src/parts/figure-link.module.css';
import { useExitWords } from '#src/parts/use-exit-words.ts';
import type { Says } from '#src/ui/says.ts';
import { Sentence } from '#src/ui/sentence.tsx';
import classes from './exit-page.module.css';
import { VerdictRow } from './verdict-row.tsx';

const route = getRouteApi('/villages/$villageId/exit');

const verdicts = ['ready', 'cannotTell', 'notReady'] as const satisfies ExitVerdict['verdict'][];
/** Which households the list is asked for; all of them without one. */
type Asked = ExitVerdict['verdict'] | undefined;
const conditions = ['income', ...guarantees] as const;

/** The households that are in the register and not out, by their verdict. */
export function HouseholdVerdicts({ answer }: { answer: VillageExitAnswer }) {
  const own = useMessages(exitPageWords);
  const { t } = useExitWords();
  const { quantity } = useFormat();
  const { verdict, open, step, series, income, at } = route.useSearch();
  const { households, judgedBy, out } = answer;
  const of = (list: readonly HouseholdExitRow[], one: ExitVerdict['verdict']) =>
    list.filter((h) => h.verdict?.verdict === one);
  const counts: Says<Asked> = (through) => {
    const some = (one: ExitVerdict['verdict']) => through(own.some(of(households, one).length), one);
    const all = through(quantity(households.length, 'household'), undefined);
    return own.counts(some('ready'), some('notReady'), some('cannotTell'), all);
  };
  const toVerdict = (words: string, asked: Asked) => (
    <Link
      from={route.id}
      to="."
      search={(now) => ({ ...now, verdict: asked, open: undefined, step: undefined })}
      resetScroll={false}
      className={figureLink.inSentence}
    >
      {words}
    </Link>
  );
  const shown = households.filter(
    (h) =>
      (!verdict || h.verdict?.verdict === verdict) &&
      (!open || h.verdict?.criteria.some((c) => c.code === open && c.state !== 'met')) &&
      (!step || h.procedure.next === step),
  );
  const notJudged = shown.filter((h) => h.verdict === null);
  const asked = { series, income, to: at };
  return (
    <section className={classes.section}>
      <h3>{own.households}</h3>
      {households.length === 0 ? <p>{own.none}</p> : null}
      {households.length > 0 && judgedBy.householdRule ? (
        <p>
          <strong>
            <Sentence says={counts} renderLink={toVerdict} />
          </strong>
        </p>
      ) : null}
      {out > 0 ? <p className={classes.calm}>{own.out(out)}</p> : null}
      <ExitRule judgedBy={judgedBy} of="household" />
      {households.length > 0 ? <Filter shown={shown.length} of={households.length} /> : null}
      {households.length > 0 && shown.length === 0 ? <p>{own.noneFound}</p> : null}
      {verdicts.map((one) => (
        <Group key={one} title={t.verdict[one]} rows={of(shown, one)} asked={asked} />
      ))}
      <Group title={own.notJudged} rows={notJudged} asked={asked} />
    </section>
  );
}

interface GroupProps {
  title: string;
  rows: readonly HouseholdExitRow[];
  asked: Parameters<typeof VerdictRow>[0]['asked'];
}

function Group({ title, rows, asked }: GroupProps) {
  const own = useMessages(exitPageWords);
  if (rows.length === 0) return null;
  return (
    <>
      <h4>{own.group(title, rows.length)}</h4>
      <ul className={classes.list}>
        {rows.map((row) => (
          <VerdictRow key={row.household.id} row={row} asked={asked} />
        ))}
      </ul>
    </>
  );
}

function Filter({ shown, of }: { shown: number; of: number }) {
  const own = useMessages(exitPageWords);
  const { t, nameOf } = useExitWords();
  const words = useMessages(procedureWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: object) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const choice = (
    key: 'verdict' | 'open' | 'step',
    label: string,
    data: { value: string; label: string }[],
  ) => (
    <NativeSelect
      label={label}
      value={search[key] ?? ''}
      data={[{ value: '', label: own.all }, ...data]}
      onChange={(event) => change({ [key]: event.currentTarget.value || undefined })}
    />
  );
  const isFiltered = search.verdict !== undefined || search.open !== undefined || search.step !== undefined;
  return (
    <div className={classes.filter} data-no-print>
      {choice(
        'verdict',
        own.filterVerdict,
        verdicts.map((value) => ({ value, label: t.verdict[value] })),
      )}
      {choice(
        'open',
        own.filterOpen,
        conditions.map((value) => ({ value, label: nameOf(value) })),
      )}
      {choice(
        'step',
        own.filterStep,
        procedureSteps.map((value) => ({ value, label: words.step[value] })),
      )}
      <span role="status" className={classes.state}>
        {own.shown(shown, of)}
      </span>
      {isFiltered ? (
        <Button
          variant="subtle"
          onClick={() => change({ verdict: undefined, open: undefined, step: undefined })}
        >
          {own.clear}
        </Button>
      ) : null}
    </div>
  );
}

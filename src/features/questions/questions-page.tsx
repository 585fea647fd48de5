import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { villageQueries } from '#src/api/queries.ts';
import { questionCodes, type QuestionOutcome } from '#src/domain/data-questions.ts';
import { placeOf } from '#src/domain/place.ts';
import { questionStates, type QuestionEntry } from '#src/domain/question-list.ts';
import type { HouseholdRef, VillagePage } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { questionPageWords } from '#src/messages/question-page.ts';
import { questionWords } from '#src/messages/questions.ts';
import { BegunOfContext } from '#src/parts/begun-of.ts';
import { useGoOn } from '#src/parts/go-on.ts';
import { useHouseholdName } from '#src/parts/household-name.ts';
import { QueryView } from '#src/parts/query-view.tsx';
import { QuestionItem } from '#src/parts/question-item.tsx';
import { Notice } from '#src/ui/notice.tsx';
import classes from './questions-page.module.css';

const route = getRouteApi('/villages/$villageId/questions');

/** So many at once: each is several lines. */
const AT_ONCE = 50;

/** What the checks ask of the village's register, and what people said to it. */
export function QuestionsPage() {
  const t = useMessages(questionPageWords);
  const { villageId } = route.useParams();
  const query = useQuery(villageQueries.questions(villageId));
  const page = useQuery(villageQueries.page(villageId));
  return (
    <section className={classes.page}>
      <h2>{t.title}</h2>
      <p className={classes.lead}>{t.lead}</p>
      <QueryView
        query={query}
        isEmpty={({ visit }) => visit === null}
        empty={<Notice tone="plain" title={t.noVisit} />}
      >
        {(answer) => (page.data ? <Questions answer={answer} village={page.data.village} /> : null)}
      </QueryView>
    </section>
  );
}

/** The open ones are shown by a link that says nothing. */
const shownFor = (state: QuestionEntry['state']) => (state === 'open' ? undefined : state);

interface Answer {
  visit: { id: string; on: string } | null;
  entries: QuestionEntry[];
  households: HouseholdRef[];
  members: { id: string; name: { zh: string; en: string } }[];
}

function Questions({ answer, village }: { answer: Answer; village: VillagePage['village'] }) {
  const t = useMessages(questionPageWords);
  const words = useMessages(questionWords);
  const { text } = useFormat();
  const nameOf = useHouseholdName();
  const { show = 'open', check } = route.useSearch();
  const [answered, setAnswered] = useState<QuestionOutcome | null>(null);
  const [most, setMost] = useState(AT_ONCE);
  const navigate = route.useNavigate();
  // Whichever it is that somebody goes on with: it has to be on the page.
  const ofHere = `question:${village.id}:`;
  useGoOn(
    ofHere,
    (form) => {
      setMost(answer.entries.length);
      const meant = answer.entries.find(
        ({ question, state }) => state !== 'gone' && ofHere + question.key === form,
      );
      if (meant) void navigate({ search: { show: shownFor(meant.state) }, replace: true });
    },
    true,
  );
  const inState = answer.entries.filter(({ state }) => state === show);
  const shown = check ? inState.filter(({ question }) => question.code === check) : inState;
  const households = new Map(answer.households.map((h) => [h.id, h]));
  const members = new Map(answer.members.map((m) => [m.id, text(m.name)]));
  const aboutOf = ({ question: { subject } }: QuestionEntry) => {
    const household = households.get(subject.id);
    return household
      ? { householdId: household.id, name: nameOf(household) }
      : { householdId: null, name: t.ofVillage };
  };
  return (
    <>
      {answer.visit ? <p className={classes.calm}>{t.at(answer.visit.on)}</p> : null}
      <States entries={answer.entries} />
      <Checks inState={inState} shown={shown.length} />
      {answered ? <Saved outcome={answered} /> : null}
      {shown.length === 0 ? <p>{inState.length > 0 ? t.noneOfCheck : t.none[show]}</p> : null}
      {shown.length > 0 ? <h3>{words.state[show]}</h3> : null}
      <ul className={classes.list}>
        {shown.slice(0, most).map((entry) => {
          const about = aboutOf(entry);
          const name = about.householdId === null ? null : about.name;
          return (
            <BegunOfContext
              key={`${entry.question.key} ${entry.state}`}
              value={{ name, village: village.name }}
            >
              <QuestionItem
                entry={entry}
                villageId={village.id}
                place={placeOf(village)}
                about={about}
                memberName={(id) => members.get(id)}
                onAnswered={setAnswered}
              />
            </BegunOfContext>
          );
        })}
      </ul>
      {shown.length > most ? (
        <div data-no-print>
          <Button variant="default" onClick={() => setMost(most + AT_ONCE)}>
            {t.more(Math.min(AT_ONCE, shown.length - most))}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** Each state is a link, with how many questions are in it. */
function States({ entries }: { entries: readonly QuestionEntry[] }) {
  const t = useMessages(questionPageWords);
  const words = useMessages(questionWords);
  return (
    <nav aria-label={t.states} className={classes.states} data-no-print>
      {questionStates.map((state) => (
        <Link
          key={state}
          from={route.id}
          to="."
          search={(now) => ({ ...now, show: shownFor(state) })}
          resetScroll={false}
          className={classes.state}
          activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
        >
          {t.stateCount(words.state[state], entries.filter((e) => e.state === state).length)}
        </Link>
      ))}
    </nav>
  );
}

function Checks({ inState, shown }: { inState: readonly QuestionEntry[]; shown: number }) {
  const t = useMessages(questionPageWords);
  const words = useMessages(questionWords);
  const { check } = route.useSearch();
  const navigate = route.useNavigate();
  const there = questionCodes.filter(
    (code) => code === check || inState.some(({ question }) => question.code === code),
  );
  if (there.length === 0) return null;
  return (
    <div className={classes.filter}>
      <NativeSelect
        data-no-print
        label={t.check}
        value={check ?? ''}
        data={[{ value: '', label: t.all }, ...there.map((value) => ({ value, label: words.title[value] }))]}
        onChange={({ currentTarget: { value } }) => {
          const code = questionCodes.find((one) => one === value);
          void navigate({ search: (now) => ({ ...now, check: code }), replace: true, resetScroll: false });
        }}
      />
      <span role="status" className={classes.count}>
        {t.shown(shown)}
      </span>
    </div>
  );
}

/** The question may have gone to another part of the list: there it can be asked again. */
function Saved({ outcome }: { outcome: QuestionOutcome }) {
  const t = useMessages(questionPageWords);
  const words = useMessages(questionWords);
  const state = outcome === 'reopened' ? 'open' : outcome;
  return (
    <Notice
      tone="done"
      action={
        <Link
          from={route.id}
          to="."
          search={(now) => ({ ...now, show: shownFor(state) })}
          resetScroll={false}
        >
          {t.seeState(words.state[state])}
        </Link>
      }
    >
      {t.saved}
    </Notice>
  );
}

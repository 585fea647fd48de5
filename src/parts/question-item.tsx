import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { occurrenceOf, type QuestionAnswer } from '#src/domain/data-questions.ts';
import { gradesOf } from '#src/domain/figure.ts';
import { may } from '#src/domain/permission.ts';
import type { Place } from '#src/domain/place.ts';
import type { QuestionEntry } from '#src/domain/question-list.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { questionPageWords } from '#src/messages/question-page.ts';
import { questionWords } from '#src/messages/questions.ts';
import { terms } from '#src/messages/terms.ts';
import { AnswerQuestionForm } from './answer-question-form.tsx';
import { EvidenceMarks, SourceMark } from './evidence-mark.tsx';
import { useGoOn } from './go-on.ts';
import classes from './question-item.module.css';
import { ReadingLink } from './reading-link.tsx';
import { UnsentHere, useUnsentOf } from './unsent-here.tsx';
import { useActor } from './use-may.ts';
import { useQuestionText } from './use-question-text.ts';
import { useValueText } from './value-text.ts';

interface Props {
  entry: QuestionEntry;
  villageId: string;
  place: Place;
  /** Whom it is about, where the page does not say it already. */
  about?: { householdId: string | null; name: string };
  memberName: (memberId: string) => string | undefined;
  /** On a past day nothing is answered. */
  isPast?: boolean;
  onAnswered: (outcome: QuestionAnswer['outcome']) => void;
}

/** One question: what is odd, the readings behind it, what to ask, what was said, and the form to say more. */
export function QuestionItem({ entry, villageId, place, about, memberName, isPast, onAnswered }: Props) {
  const t = useMessages(questionPageWords);
  const words = useMessages(questionWords);
  const oddText = useQuestionText(memberName);
  const actor = useActor();
  const [open, setOpen] = useState(false);
  const Heading = about ? 'h4' : 'h3';
  const { question, state, gone } = entry;
  // What was asked long ago is known without its figures.
  const odd = gone && gone.since === null ? null : oddText(question);
  const mayAnswer = !isPast && state !== 'gone' && may(actor, 'answerDataQuestion', place);
  useGoOn(`question:${villageId}:${question.key}`, () => setOpen(true));
  return (
    <li className={classes.item}>
      <Heading className={classes.head}>
        {about ? <About {...about} /> : null}
        <span>{words.title[question.code]}</span>
        {about ? null : <span className={classes.calm}>{words.state[state]}</span>}
      </Heading>
      {odd ? <p>{odd}</p> : null}
      <Readings entry={entry} />
      {gone ? (
        <p>
          {gone.since ? t.goneSince(gone.since) : t.gone}
          {gone.readingId ? (
            <>
              {' '}
              <ReadingLink readingId={gone.readingId}>{t.byCorrection}</ReadingLink>
            </>
          ) : null}
          {gone.visitId ? (
            <>
              {' '}
              <Link to="/visits/$visitId" params={{ visitId: gone.visitId }}>
                {t.byVisit}
              </Link>
            </>
          ) : null}
          {gone.since && !gone.readingId && !gone.visitId ? ` ${t.byNumber}` : null}
        </p>
      ) : null}
      {state === 'open' ? (
        <p>
          <span className={classes.calm}>{t.ask}</span> {words.ask[question.code]}
        </p>
      ) : null}
      <Said answers={entry.answers} />
      {entry.earlier.length > 0 ? (
        <>
          <p className={classes.small}>{t.earlier}</p>
          <Said answers={entry.earlier} />
        </>
      ) : null}
      <Unsent entry={entry} />
      {mayAnswer && !open ? (
        <div data-no-print>
          <Button variant="default" onClick={() => setOpen(true)}>
            {state === 'open' ? t.answer : t.reopen}
          </Button>
        </div>
      ) : null}
      {mayAnswer && open ? (
        <AnswerQuestionForm
          question={question}
          isReopening={state !== 'open'}
          villageId={villageId}
          mayTell={may(actor, 'tellFinding', place)}
          onDone={(outcome) => {
            setOpen(false);
            onAnswered(outcome);
          }}
          onCancel={() => setOpen(false)}
        />
      ) : null}
    </li>
  );
}

function About({ householdId, name }: { householdId: string | null; name: string }) {
  if (householdId === null) return <span>{name} ·</span>;
  return (
    <Link to="/households/$householdId" params={{ householdId }} hash="questions">
      {name}
    </Link>
  );
}

/** Each with its day and how well it is known; a day that all share stands once. */
function Readings({ entry: { readings } }: { entry: QuestionEntry }) {
  const t = useMessages(questionPageWords);
  const term = useMessages(terms);
  const valueText = useValueText();
  const [first] = readings;
  if (!first) return null;
  const isOneDay = readings.every((r) => r.trueOn === first.trueOn);
  return (
    <p className={classes.readings}>
      <span>{t.restsOn}</span>
      {readings.map((r) => (
        <ReadingLink key={r.readingId} readingId={r.readingId}>
          {term.indicator[r.indicator]} {valueText(r.indicator, r.value)}
          {isOneDay ? null : ` · ${r.trueOn}`}
        </ReadingLink>
      ))}
      {isOneDay ? <span>{first.trueOn}</span> : null}
      <EvidenceMarks grades={gradesOf(readings)} />
    </p>
  );
}

function Said({ answers }: { answers: readonly QuestionAnswer[] }) {
  const t = useMessages(questionPageWords);
  const words = useMessages(questionWords);
  const { text } = useFormat();
  if (answers.length === 0) return null;
  return (
    <ol className={classes.said}>
      {answers.map((a) => (
        <li key={a.id}>
          <p>{text(a.reason)}</p>
          <p className={classes.small}>
            <span>{t.said(words.outcome[a.outcome], text(a.recordedBy), a.recordedOn)}</span>
            {a.source ? <SourceMark source={a.source} /> : null}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** What was said here and is on this phone alone. */
function Unsent({ entry }: { entry: QuestionEntry }) {
  const words = useMessages(questionWords);
  const here = occurrenceOf(entry.question);
  const waiting = useUnsentOf('questionAnswer', ({ said }) => occurrenceOf(said) === here);
  return waiting.map(({ id, payload: { said } }) => (
    <UnsentHere key={id} said={`${words.outcome[said.outcome]} · ${said.reason}`} />
  ));
}

import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { placeOf } from '#src/domain/place.ts';
import { questionEntries } from '#src/domain/question-list.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { questionPageWords } from '#src/messages/question-page.ts';
import { QuestionItem } from '#src/parts/question-item.tsx';
import { Notice } from '#src/ui/notice.tsx';
import classes from './household-report.module.css';
import type { SectionProps } from './section-props.ts';

const route = getRouteApi('/households/$householdId');

/** What the checks ask about this household at the second visit; asked here, of the record alone, as the service asks. */
export function QuestionSection({ record, view }: SectionProps) {
  const t = useMessages(questionPageWords);
  const { text } = useFormat();
  const [isSaved, setSaved] = useState(false);
  const { household, village } = record;
  const { visits, readings, to, on } = view;
  const isPast = route.useSearch().knownOn !== undefined;
  // A record that an earlier program kept on this device has none.
  const { questionAnswers = [] } = record;
  const answers = questionAnswers.filter((a) => a.recordedOn <= on);
  const known = { village, visits, readings, households: [household] };
  const entries = to ? questionEntries(known, answers, to) : [];
  const memberName = (memberId: string) => {
    const member = household.members.find((m) => m.id === memberId);
    return member && text(member.name);
  };
  return (
    <section id="questions" className={classes.section}>
      <h2>{t.heading}</h2>
      {isSaved ? <Notice tone="done">{t.saved}</Notice> : null}
      {entries.length === 0 ? <p className={classes.quiet}>{t.householdNone}</p> : null}
      <ul className={classes.list}>
        {entries.map((entry) => (
          <QuestionItem
            key={`${entry.question.key} ${entry.state}`}
            entry={entry}
            villageId={village.id}
            place={placeOf(village)}
            memberName={memberName}
            isPast={isPast}
            onAnswered={() => setSaved(true)}
          />
        ))}
      </ul>
    </section>
  );
}

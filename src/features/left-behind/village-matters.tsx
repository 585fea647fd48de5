import { Link } from '@tanstack/react-router';
import type { DataQuestion } from '#src/domain/data-questions.ts';
import type { VillagePage } from '#src/domain/records.ts';
import { leftBehindWords } from '#src/messages/left-behind.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { questionWords } from '#src/messages/questions.ts';
import { CommitmentList } from '#src/parts/commitment-list.tsx';
import classes from './left-behind.module.css';
import { RoomForNotes } from './room-for-notes.tsx';

/** What the checks ask of no household alone. */
export function VillageQuestions({ questions }: { questions: DataQuestion[] }) {
  const t = useMessages(leftBehindWords);
  const words = useMessages(questionWords);
  if (questions.length === 0) return null;
  return (
    <section className={classes.section}>
      <h3>{t.villageQuestions}</h3>
      {questions.map(({ key, code }) => (
        <div key={key}>
          <p>{words.title[code]}.</p>
          <p className={classes.ask}>
            {t.askLabel} {words.ask[code]}
          </p>
          <RoomForNotes />
        </div>
      ))}
    </section>
  );
}

/** As many as fit a page; the ledger has them all. */
const SHOWN = 20;

/** What the village was promised and is waiting for: the first due first. */
export function StillOwed({ page: { village, commitments } }: { page: VillagePage }) {
  const t = useMessages(leftBehindWords);
  const open = commitments.filter((record) => record.open);
  const overdue = open.filter((record) => record.overdue).length;
  return (
    <section className={classes.section}>
      <h3>{open.length > 0 ? t.owed(open.length, overdue) : t.noneOwed}</h3>
      <CommitmentList records={open.slice(0, SHOWN)} />
      <p data-no-print>
        <Link to="/commitments" search={{ village: village.id }} className={classes.ledger}>
          {t.ledger}
        </Link>
      </p>
    </section>
  );
}

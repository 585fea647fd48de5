import { Link } from '@tanstack/react-router';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { outboxWords } from '#src/messages/outbox.ts';
import { useBegunVisits, useVillageNames } from '#src/parts/begun-visits.ts';
import { useMoment } from '#src/parts/moment.ts';
import classes from './outbox.module.css';

/** Visits that were begun here and are not saved: kept on this phone, and sent by nobody. */
export function BegunSection() {
  const t = useMessages(outboxWords);
  const { text } = useFormat();
  const { moment } = useMoment();
  const begun = useBegunVisits();
  const names = useVillageNames(begun.length > 0);
  if (begun.length === 0) return null;
  return (
    <section>
      <h2>{t.begun(begun.length)}</h2>
      <ul className={classes.list}>
        {begun.map(({ villageId, savedAt }) => (
          <li key={villageId} className={classes.item}>
            <span>{t.begunAt(text(names.get(villageId) ?? villageId), moment(savedAt))}</span>
            <Link to="/log" search={{ village: villageId }} className={classes.link}>
              {t.goOn}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

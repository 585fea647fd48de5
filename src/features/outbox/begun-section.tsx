import { Link } from '@tanstack/react-router';
import { begunWords } from '#src/messages/begun.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { outboxWords } from '#src/messages/outbox.ts';
import { BegunForm } from '#src/parts/begun-form.tsx';
import { useBegun, useVillageNames } from '#src/parts/begun.ts';
import { useMoment } from '#src/parts/moment.ts';
import classes from './outbox.module.css';

const looks = { actions: classes.actions, link: classes.link, button: classes.letGo };

/** What was begun here and is not saved: kept on this phone, and sent by nobody. */
export function BegunSection() {
  const t = useMessages(outboxWords);
  const words = useMessages(begunWords);
  const { text } = useFormat();
  const { moment } = useMoment();
  const { visits, forms } = useBegun();
  const names = useVillageNames(visits.length > 0);
  if (visits.length + forms.length === 0) return null;
  return (
    <section>
      <h2>{forms.length > 0 ? words.all(visits.length + forms.length) : t.begun(visits.length)}</h2>
      <ul className={classes.list}>
        {visits.map(({ villageId, savedAt }) => (
          <li key={villageId} className={classes.item}>
            <span>{t.begunAt(text(names.get(villageId) ?? villageId), moment(savedAt))}</span>
            <Link to="/log" search={{ village: villageId }} className={classes.link}>
              {t.goOn}
            </Link>
          </li>
        ))}
        {forms.map((begun) => (
          <li key={begun.form} className={classes.item}>
            <BegunForm begun={begun} looks={looks} />
          </li>
        ))}
      </ul>
    </section>
  );
}

import { begunWords } from '#src/messages/begun.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { BegunForm } from '#src/parts/begun-form.tsx';
import { useBegun } from '#src/parts/begun.ts';
import classes from './outbox.module.css';

const looks = { actions: classes.actions, link: classes.link, button: classes.letGo };

/** What was begun here and is not saved: kept on this device, and sent by nobody. */
export function BegunSection() {
  const t = useMessages(begunWords);
  const forms = useBegun();
  if (forms.length === 0) return null;
  return (
    <section>
      <h2>{t.all(forms.length)}</h2>
      <ul className={classes.list}>
        {forms.map((begun) => (
          <li key={begun.form} className={classes.item}>
            <BegunForm begun={begun} looks={looks} />
          </li>
        ))}
      </ul>
    </section>
  );
}

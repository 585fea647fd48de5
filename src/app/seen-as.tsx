import { role, roles } from '#src/domain/permission.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { whoWords } from '#src/messages/who.ts';
import { terms } from '#src/messages/terms.ts';
import { useSession } from '#src/parts/session.tsx';
import type { SampleControls } from './sample-controls.tsx';
import classes from './sample-notice.module.css';

const NOBODY = 'nobody';

/** With whose eyes the sample is seen: what each role may and may not do can be tried at once. */
export function SeenAs({ controls }: { controls: SampleControls }) {
  const t = useMessages(whoWords);
  const term = useMessages(terms);
  const { renew, leave } = useSession();
  const seenAs = controls.seenAs() ?? NOBODY;
  const choose = (value: string) => {
    const chosen = role.safeParse(value).data ?? null;
    controls.seeAs(chosen);
    if (chosen) void renew();
    else leave();
  };
  return (
    <label className={classes.seenAs}>
      <span>{t.seenAs}</span>
      <select value={seenAs} onChange={(event) => choose(event.currentTarget.value)}>
        {seenAs === 'session' ? <option value="session">{t.withPassword}</option> : null}
        {roles.map((value) => (
          <option key={value} value={value}>
            {term.role[value]}
          </option>
        ))}
        <option value={NOBODY}>{t.nobody}</option>
      </select>
    </label>
  );
}

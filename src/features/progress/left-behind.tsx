import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { HouseholdProgress, Progress } from '#src/domain/progress.ts';
import { guarantees } from '#src/domain/indicator.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { progressWords } from '#src/messages/progress.ts';
import { useHouseholdName } from '#src/parts/household-name.ts';
import { codeIn } from './findings.ts';
import classes from './left-behind.module.css';

type Reason = 'returned' | 'notMet' | 'unknown' | 'nobodyHome' | 'notVisited';

/** No one left behind is a list of people before it is a percentage (DOMAIN §3.12). */
export function LeftBehind({ progress, each }: { progress: Progress; each: HouseholdProgress[] }) {
  const t = useMessages(progressWords).leftBehind;
  const returned = new Set(
    progress.transitions.filter((tr) => tr.to === 'returned').flatMap((tr) => tr.householdIds),
  );
  const has = (h: HouseholdProgress, state: string) =>
    guarantees.some((name) => codeIn(h.guarantees[name].to) === state);
  const still = each.filter((h) => !h.left);
  const groups: [Reason, HouseholdProgress[], object][] = [
    ['returned', still.filter((h) => returned.has(h.household.id)), { status: 'returned' }],
    ['notMet', still.filter((h) => has(h, 'notMet')), { state: 'notMet' }],
    ['unknown', still.filter((h) => has(h, 'unknown')), { state: 'unknown' }],
    ['nobodyHome', still.filter((h) => h.called === 'nobodyHome'), { called: 'nobodyHome' }],
    ['notVisited', still.filter((h) => h.called === 'none'), { called: 'none' }],
  ];
  const filled = groups.filter(([, households]) => households.length > 0);
  return (
    <section className={classes.section} id="left-behind">
      <h2>{t.heading}</h2>
      {filled.length === 0 ? <p>{t.none}</p> : null}
      <dl className={classes.groups}>
        {filled.map(([reason, households, search]) => (
          <Group key={reason} label={t[reason]} households={households} progress={progress} search={search} />
        ))}
      </dl>
    </section>
  );
}

const SHOWN = 6;

interface GroupProps {
  label: string;
  households: HouseholdProgress[];
  progress: Progress;
  search: object;
}

function Group({ label, households, progress, search }: GroupProps) {
  const t = useMessages(progressWords).leftBehind;
  const { quantity } = useFormat();
  const nameOf = useHouseholdName();
  const [all, setAll] = useState(false);
  const pair = { from: progress.from.id, to: progress.to.id };
  return (
    <div className={classes.group}>
      <dt>
        <strong>{label}</strong>
        <Link
          to="/villages/$villageId/households"
          params={{ villageId: progress.villageId }}
          search={{ ...pair, ...search }}
          className={classes.count}
          aria-label={`${label}: ${quantity(households.length, 'household')}, ${t.toList}`}
        >
          {quantity(households.length, 'household')}
        </Link>
      </dt>
      <dd className={classes.names}>
        {(all ? households : households.slice(0, SHOWN)).map(({ household }) => (
          <Link
            key={household.id}
            to="/households/$householdId"
            params={{ householdId: household.id }}
            search={pair}
            className={classes.name}
          >
            {nameOf(household)}
          </Link>
        ))}
        {households.length > SHOWN && !all ? (
          <button type="button" className={classes.more} onClick={() => setAll(true)} data-no-print>
            {t.showAll(households.length)}
          </button>
        ) : null}
      </dd>
    </div>
  );
}

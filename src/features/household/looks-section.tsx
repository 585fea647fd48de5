import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { looksQuery } from '#src/api/queries.ts';
import { ShowMore } from '#src/charts/show-more.tsx';
import type { Look } from '#src/domain/audit.ts';
import { minuteInChina } from '#src/domain/day.ts';
import { placeOf } from '#src/domain/place.ts';
import { useFormat } from '#src/messages/format.ts';
import { lookWords } from '#src/messages/looks.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { QueryView } from '#src/parts/query-view.tsx';
import { useMay } from '#src/parts/use-may.ts';
import classes from './household-report.module.css';
import type { SectionProps } from './section-props.ts';

const FIRST_FEW = 5;

/** Who opened this record or had an identifier shown: when, in which role, why. */
export function LooksSection({ record: { household, village } }: SectionProps) {
  const t = useMessages(lookWords);
  const maySee = useMay('viewLooks', placeOf(village));
  const query = useQuery({ ...looksQuery(household.id), enabled: maySee });
  if (!maySee) return null;
  return (
    <section id="looks" className={classes.section}>
      <h2>{t.heading}</h2>
      <p className={classes.quiet}>{t.explained}</p>
      <QueryView
        query={query}
        isEmpty={(looks) => looks.length === 0}
        empty={<p className={classes.quiet}>{t.none}</p>}
      >
        {(looks) => <Looks looks={looks} />}
      </QueryView>
    </section>
  );
}

const howLooked = ({ action }: Look): 'unmaskIdentifier' | 'takeRecords' | 'viewHousehold' =>
  action === 'unmaskIdentifier' || action === 'takeRecords' ? action : 'viewHousehold';

function Looks({ looks }: { looks: Look[] }) {
  const t = useMessages(lookWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const [rows, setRows] = useState(FIRST_FEW);
  // Counted from the oldest: two looks may be alike in everything, and new ones come on top.
  const counted = looks.map((look, at) => ({ ...look, nth: looks.length - at }));
  return (
    <div>
      <ol className={classes.list}>
        {counted.slice(0, rows).map((look) => (
          <li key={look.nth} className={classes.item}>
            <time dateTime={look.at}>{minuteInChina(look.at)}</time>
            <div className={classes.body}>
              <p>
                <strong className={classes.name}>{text(look.actor.name)}</strong> ·{' '}
                {term.role[look.actor.role]} · {t[howLooked(look)]}
              </p>
              {look.reason ? <p>{t.reason(look.reason)}</p> : null}
            </div>
          </li>
        ))}
      </ol>
      <ShowMore shown={rows} all={looks.length} least={FIRST_FEW} onShow={setRows} />
    </div>
  );
}

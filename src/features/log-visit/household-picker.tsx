import { useId, useMemo, useState } from 'react';
import { compareDays } from '#src/domain/day.ts';
import type { VisitSheet } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { SourceMark } from '#src/parts/evidence-mark.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { useLog } from './log-context.ts';
import classes from './stop-list.module.css';
import { liveStops } from './visit-form.ts';

/** More than anybody scrolls through; the search finds the rest. */
const MOST_SHOWN = 30;

type Row = VisitSheet['households'][number];

/** The last visited first, as they are the likeliest; then by number. */
const byLastVisit = (a: Row, b: Row): number =>
  compareDays(b.lastVisitedOn ?? '', a.lastVisitedOn ?? '') || (a.number < b.number ? -1 : 1);

/** Any household of the village, by name in Chinese, pinyin or English, or by number. */
export function HouseholdPicker() {
  const t = useMessages(logVisitWords);
  const { text } = useFormat();
  const { form, change, sheet } = useLog();
  const [search, setSearch] = useState('');
  const legend = useId();
  const ordered = useMemo(() => sheet.households.toSorted(byLastVisit), [sheet.households]);
  const sought = search.trim().toLowerCase();
  const found = sought ? ordered.filter((h) => h.searchText.includes(sought)) : ordered;
  const shown = found.slice(0, MOST_SHOWN);
  const chosen = new Set(liveStops(form).map((s) => s.subjectId));
  if (ordered.length === 0) return <p>{t.noHouseholds}</p>;
  return (
    <div role="group" aria-labelledby={legend}>
      <p id={legend} hidden>
        {t.addHousehold}
      </p>
      <SearchField label={t.search} hint={t.searchHint} value={search} onChange={setSearch} />
      {shown.map((h) => (
        <label key={h.id} className={classes.pick}>
          <input
            type="checkbox"
            checked={chosen.has(h.id)}
            onChange={(event) =>
              change(
                event.currentTarget.checked
                  ? { type: 'stopAdded', kind: 'household', subjectId: h.id }
                  : { type: 'stopRemoved', stop: `household-${h.id}` },
              )
            }
          />
          <span className={classes.who}>
            <span className={classes.number}>{h.number}</span> {text(h.head)} <SourceMark source={h.source} />
          </span>
          <span className={classes.last}>
            {h.lastVisitedOn ? t.lastVisited(h.lastVisitedOn) : t.neverVisited}
          </span>
        </label>
      ))}
      {found.length === 0 ? <p className={classes.count}>{t.noneFound}</p> : null}
      {found.length > shown.length ? (
        <p className={classes.count}>{t.shown(shown.length, found.length)}</p>
      ) : null}
    </div>
  );
}

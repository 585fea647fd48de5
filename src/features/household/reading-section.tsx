import { Button, NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { indicatorsOf } from '#src/domain/indicator.ts';
import { byTruth, standing, type Reading } from '#src/domain/reading.ts';
import { householdWords } from '#src/messages/household.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import type { SectionProps } from './section-props.ts';
import report from './household-report.module.css';
import { ReadingGroup } from './reading-group.tsx';
import classes from './reading-section.module.css';

const route = getRouteApi('/households/$householdId');

/** So few that nothing is gained by folding them. */
const FEW = 6;

/** Everything that was ever written down of the household, by what was read; nothing is overwritten. */
export function ReadingSection({ view: { readings } }: SectionProps) {
  const t = useMessages(householdWords).readings;
  const { indicator, stands } = route.useSearch();
  const standingIds = new Set(standing(readings).map((r) => r.id));
  const shown = readings.filter(
    (r) =>
      (!indicator || r.indicator === indicator) && (!stands || standingIds.has(r.id) === (stands === 'yes')),
  );
  const groups = indicatorsOf('household').flatMap((name) => {
    const of = shown.filter((r) => r.indicator === name).toSorted((a, b) => byTruth(b, a));
    return of.length > 0 ? [{ name, of }] : [];
  });
  return (
    <section className={report.section}>
      <h2>{t.heading}</h2>
      {readings.length === 0 ? (
        <p className={report.quiet}>{t.none}</p>
      ) : (
        <Filter all={readings} shown={shown.length} />
      )}
      {readings.length > 0 && shown.length === 0 ? <p>{t.noneFound}</p> : null}
      <div>
        {groups.map(({ name, of }) => (
          <ReadingGroup
            key={`${name} ${indicator ?? ''} ${stands ?? ''}`}
            name={name}
            shown={of}
            all={readings}
            open={
              indicator === name ||
              stands !== undefined ||
              readings.length <= FEW ||
              of.some((r) => r.supersedes)
            }
          />
        ))}
      </div>
    </section>
  );
}

function Filter({ all, shown }: { all: readonly Reading[]; shown: number }) {
  const t = useMessages(householdWords).readings;
  const term = useMessages(terms);
  const { indicator, stands } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: object) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const read = new Set(all.map((r) => r.indicator));
  const names = indicatorsOf('household').filter((name) => read.has(name));
  return (
    <div className={classes.filter} data-no-print>
      <NativeSelect
        label={t.indicator}
        value={indicator ?? ''}
        data={[
          { value: '', label: t.all },
          ...names.map((value) => ({ value, label: term.indicator[value] })),
        ]}
        onChange={(event) => change({ indicator: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        label={t.stands}
        value={stands ?? ''}
        data={[
          { value: '', label: t.all },
          { value: 'yes', label: t.standsChoices.yes },
          { value: 'no', label: t.standsChoices.no },
        ]}
        onChange={(event) => change({ stands: event.currentTarget.value || undefined })}
      />
      <span role="status" className={classes.state}>
        {t.shown(shown, all.length)}
      </span>
      {indicator || stands ? (
        <Button variant="subtle" onClick={() => change({ indicator: undefined, stands: undefined })}>
          {t.clear}
        </Button>
      ) : null}
    </div>
  );
}

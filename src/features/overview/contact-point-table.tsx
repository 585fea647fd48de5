import { Button, NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { csvOf, saveBlob } from '#src/charts/export-table.ts';
import type { ContactPointSummary } from '#src/domain/overview.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { overviewWords } from '#src/messages/overview.ts';
import { terms } from '#src/messages/terms.ts';
import { householdStatuses } from '#src/domain/indicator.ts';
import { Notice } from '#src/ui/notice.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { ContactPointRow } from './contact-point-row.tsx';
import classes from './contact-point-table.module.css';
import { contactPointsShown, type OverviewSearch } from './contact-point-list.ts';
import { useReviewDuty } from './use-review-duty.ts';

const route = getRouteApi('/');
const shows = ['all', 'followUpDue', 'overdue', 'poor'] as const;
const sorts = ['place', 'incidence', 'lastVisit', 'followUp', 'commitments'] as const;

/** Search, filter and order live in the link. */
export function ContactPointTable({ points }: { points: ContactPointSummary[] }) {
  const t = useMessages(overviewWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: OverviewSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const duty = useReviewDuty();
  const shown = contactPointsShown(points, search);
  const saveCsv = useCsv(shown);
  return (
    <>
      <div className={classes.tools} data-no-print>
        <SearchField
          label={t.search}
          hint={t.searchHint}
          value={search.q ?? ''}
          onChange={(q) => change({ q: q || undefined })}
        />
        <NativeSelect
          label={t.show}
          value={search.show ?? 'all'}
          data={[...shows, ...(duty ? [duty] : [])].map((value) => ({ value, label: t.shows[value] }))}
          onChange={(event) => change({ show: event.currentTarget.value as OverviewSearch['show'] })}
        />
        <NativeSelect
          label={t.sort}
          value={`${search.sort ?? 'place'}${search.desc ? '-desc' : ''}`}
          data={sorts.flatMap((value) => [
            { value, label: t.sorts[value] },
            ...(value === 'place' ? [] : [{ value: `${value}-desc`, label: `${t.sorts[value]} ↓` }]),
          ])}
          onChange={(event) => {
            const [sort, desc] = event.currentTarget.value.split('-');
            change({ sort: sort as OverviewSearch['sort'], desc: desc ? true : undefined });
          }}
        />
      </div>
      <p role="status" className={classes.count}>
        {t.shown(shown.length, points.length)}
      </p>
      {shown.length === 0 ? (
        <Notice
          tone="plain"
          title={t.noneFound}
          action={
            <Button variant="default" onClick={() => change({ q: undefined, show: undefined })}>
              {t.clear}
            </Button>
          }
        />
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              {Object.entries(t.columns)
                .filter(([key]) => key !== 'reviews' || duty)
                .map(([key, name]) => (
                  <th key={key} scope="col">
                    {name}
                  </th>
                ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((point) => (
              <ContactPointRow key={point.contactPoint.id} point={point} />
            ))}
          </tbody>
        </table>
      )}
      <div data-no-print>
        <Button variant="subtle" onClick={saveCsv} disabled={shown.length === 0}>
          {t.saveCsv}
        </Button>
      </div>
    </>
  );
}

function useCsv(points: readonly ContactPointSummary[]): () => void {
  const t = useMessages(overviewWords);
  const term = useMessages(terms);
  const { text, quantity } = useFormat();
  const said = (value: number | null | undefined) =>
    value === null || value === undefined ? t.unknown : quantity(value, 'percent');
  return () => {
    const columns = [
      t.columns.village,
      ...householdStatuses.map((status) => term.status[status]),
      `${t.columns.incidence} →`,
      t.columns.incidence,
      t.columns.visit,
      t.columns.followUp,
      t.shows.overdue,
      t.shows.toReview,
      t.shows.sentBack,
      term.evidence.synthetic,
    ];
    const rows = points.map((p) => [
      text(p.village.name),
      ...householdStatuses.map((status) => String(p.statuses?.[status] ?? t.unknown)),
      said(p.incidence.from?.figure.value),
      said(p.incidence.to?.figure.value),
      p.to?.on ?? t.noVisit,
      p.followUpDueOn ?? t.unknown,
      String(p.overdueCommitments),
      String(p.visitsToReview),
      String(p.visitsSentBack),
      p.incidence.to?.figure.evidence.includes('synthetic') ? '✓' : '',
    ]);
    saveBlob(csvOf({ columns, rows }, [t.title]), 'text/csv;charset=utf-8', 'contact-points.csv');
  };
}

import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { auditQuery } from '#src/api/queries.ts';
import type { AuditEntry } from '#src/domain/audit.ts';
import { auditWords } from '#src/messages/audit.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { QueryView } from '#src/parts/query-view.tsx';
import { useMayAnywhere } from '#src/parts/use-may.ts';
import { Notice } from '#src/ui/notice.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditItem } from './audit-item.tsx';
import classes from './audit.module.css';
import { useFactLines } from './fact-lines.ts';
import { usePersonsMet } from './persons-met.ts';
import { usePlaceNames, type PlaceNames } from './place-names.ts';
import { useSaveAudit } from './save-audit.ts';

const route = getRouteApi('/audit');

/** Who did what, when and why: the newest first, page by page. */
export function AuditPage() {
  const t = useMessages(auditWords);
  const { village, action, person } = route.useSearch();
  const places = usePlaceNames();
  const query = useInfiniteQuery(auditQuery({ villageId: village, action, actorId: person }));
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  const persons = usePersonsMet();
  // Whoever may not read it is told so by the service's refusal, with nothing around it.
  const mayRead = useMayAnywhere('viewAudit');
  const isFiltered = Boolean(village ?? action ?? person);
  return (
    <div className={classes.page}>
      <header className={classes.heading}>
        <h1>{t.title}</h1>
        <p className={classes.lead}>{t.lead}</p>
      </header>
      {mayRead ? <AuditFilters places={places} persons={persons} /> : null}
      <QueryView
        query={query}
        isEmpty={() => entries.length === 0}
        empty={<Nothing isFiltered={isFiltered} />}
      >
        {() => (
          <>
            <Entries entries={entries} places={places} persons={persons} hasOlder={query.hasNextPage} />
            {query.isFetchNextPageError ? <Notice tone="problem">{t.olderFailed}</Notice> : null}
            {query.hasNextPage ? (
              <Button
                variant="default"
                className={classes.older}
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
                data-no-print
              >
                {query.isFetchingNextPage ? t.loadingOlder : t.showOlder}
              </Button>
            ) : null}
          </>
        )}
      </QueryView>
      {mayRead ? <Proof /> : null}
    </div>
  );
}

function Proof() {
  const t = useMessages(auditWords);
  return (
    <section className={classes.proof}>
      <h2>{t.proofHeading}</h2>
      <p>{t.proves}</p>
      <p>{t.provesNot}</p>
    </section>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const t = useMessages(auditWords);
  if (!isFiltered) {
    return (
      <Notice tone="plain" title={t.none}>
        {t.noneNext}
      </Notice>
    );
  }
  return (
    <Notice
      tone="plain"
      title={t.noneFound}
      action={
        <Link to="/audit" search={{}}>
          {t.clear}
        </Link>
      }
    />
  );
}

interface EntriesProps {
  entries: AuditEntry[];
  places: PlaceNames;
  persons: ReadonlyMap<string, string>;
  hasOlder: boolean;
}

function Entries({ entries, places, persons, hasOlder }: EntriesProps) {
  const t = useMessages(auditWords);
  const { village, action, person } = route.useSearch();
  const linesOf = useFactLines(places);
  const asked = [
    village && `${t.filters.village}: ${places.whereOf({ chain: village, place: null })}`,
    action && `${t.filters.action}: ${t.action[action]}`,
    person && `${t.filters.person}: ${persons.get(person) ?? person}`,
  ].filter((line) => line !== undefined);
  const shown = t.shown(entries.length, hasOlder);
  const save = useSaveAudit(entries, places, [...asked, shown]);
  return (
    <>
      <div className={classes.above}>
        <p role="status" className={classes.calm}>
          {[...asked, shown].join(' · ')}
        </p>
        <Button variant="subtle" px={0} onClick={save} data-no-print>
          {t.saveCsv}
        </Button>
      </div>
      <ol className={classes.list}>
        {entries.map((entry) => (
          <AuditItem
            key={`${entry.chain} ${entry.number}`}
            entry={entry}
            where={places.whereOf(entry)}
            lines={linesOf(entry)}
          />
        ))}
      </ol>
    </>
  );
}

import { byVerdictOrder, type Commitment } from '#src/domain/commitment.ts';
import type { Day } from '#src/domain/day.ts';
import type { Ledger, LedgerEntry } from '#src/domain/ledger.ts';
import { standing, type Reading } from '#src/domain/reading.ts';
import type { Text } from '#src/domain/text.ts';
import { visitsInOrder, type VillageRecord } from '#src/domain/village-record.ts';
import { api } from '../authorize.ts';
import { searchTextOf } from '../search-text.ts';
import { commitmentRecords } from './record-parts.ts';

/** What is promised in one village, each promise with what shows its verdicts. */
function ledgerOf(record: VillageRecord, today: Day): LedgerEntry[] {
  const read = readingsOf(record);
  return commitmentRecords(record, today).map((entry): LedgerEntry => {
    const { householdId, projectId } = entry.commitment;
    const about = read.get(householdId ?? projectId ?? '') ?? [];
    const judged = new Set(entry.verdicts.map((v) => v.givenOn));
    return {
      ...entry,
      verdicts: entry.verdicts.toSorted(byVerdictOrder),
      about: aboutOf(record, entry.commitment),
      readings: about
        .filter((r) => judged.has(r.trueOn))
        .map(({ id, subject, indicator, value, trueOn, evidence }) => ({
          id,
          subject,
          indicator,
          value,
          trueOn,
          evidence,
        })),
      searchText: spelled(record, entry.commitment),
    };
  });
}

/** What stands of the households and projects that something was promised about, by each of them. */
function readingsOf({ commitments, readings }: VillageRecord): Map<string, Reading[]> {
  const found = new Map<string, Reading[]>();
  for (const c of commitments) found.set(c.householdId ?? c.projectId ?? '', []);
  for (const r of standing(readings.filter(({ subject }) => found.has(subject.id)))) {
    found.get(r.subject.id)?.push(r);
  }
  return found;
}

function aboutOf(record: VillageRecord, { householdId, projectId }: Commitment): LedgerEntry['about'] {
  const household = householdId === null ? undefined : record.households.find((h) => h.id === householdId);
  if (household) {
    return { kind: 'household', id: household.id, name: household.head, number: household.number };
  }
  const project = projectId === null ? undefined : record.projects.find((p) => p.id === projectId);
  return project ? { kind: 'project', id: project.id, name: project.name, number: '' } : null;
}

/** Records are handed out frozen and again and again: a commitment is spelled out once. */
const spellings = new WeakMap<Commitment, string>();

function spelled({ village }: VillageRecord, commitment: Commitment): string {
  const known = spellings.get(commitment);
  if (known !== undefined) return known;
  const both = (words: Text) => (typeof words === 'string' ? { zh: words, en: words } : words);
  const spelling = searchTextOf(both(commitment.what), both(commitment.owner), village.name);
  if (Object.isFrozen(commitment)) spellings.set(commitment, spelling);
  return spelling;
}

/** The village with the visits that its commitments name. */
function namedIn(record: VillageRecord, entries: readonly LedgerEntry[]): Ledger['villages'][number] {
  const { id, name, county, township, fictional } = record.village;
  const named = new Set(
    entries.flatMap(({ commitment, verdicts }) => [commitment.visitId, ...verdicts.map((v) => v.visitId)]),
  );
  const visits = visitsInOrder(record)
    .filter((v) => named.has(v.id))
    .map((v) => ({ id: v.id, on: v.on, kind: v.kind }));
  return { id, name, county, township, fictional, visits };
}

export const commitments = api.commitments.handler(async ({ input, context, errors }) => {
  const { store, today } = context;
  const asked = input.villageId === undefined ? null : await store.villageRecord(input.villageId);
  if (input.villageId !== undefined && !asked) throw errors.VILLAGE_NOT_FOUND();
  const records = asked ? [asked] : await store.villageRecords();
  const told = records
    .toSorted((a, b) => a.village.id.localeCompare(b.village.id, 'en', { numeric: true }))
    .map((record) => ({ record, entries: ledgerOf(record, today) }));
  return {
    today,
    villages: told.map(({ record, entries }) => namedIn(record, entries)),
    entries: told.flatMap(({ entries }) => entries),
  };
});

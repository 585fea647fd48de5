import { themes, type Theme } from './commitment.ts';
import { compareDays, type Day } from './day.ts';
import { helperKey } from './household-list.ts';
import {
  ledgerFindings,
  type LedgerEntry,
  type LedgerFilter,
  type LedgerFinding,
  type LedgerState,
} from './ledger.ts';
import type { Text } from './text.ts';

/** What the last verdict found. */
export const findingOf = ({ verdicts }: Pick<LedgerEntry, 'verdicts'>): LedgerFinding =>
  verdicts.at(-1)?.verdict ?? 'noVerdict';

export const ownerKey = (owner: Text): string => helperKey(owner);

function isIn(entry: LedgerEntry, state: LedgerState): boolean {
  if (state === 'owed') return entry.open;
  if (state === 'overdue') return entry.overdue;
  if (state === 'due') return entry.open && !entry.overdue;
  return findingOf(entry) === state;
}

/** Whether an entry passes the filter. */
export function matchesLedger(entry: LedgerEntry, filter: LedgerFilter): boolean {
  const { commitment: c, searchText } = entry;
  if (filter.q && !searchText.includes(filter.q.trim().toLowerCase())) return false;
  if (filter.village && c.villageId !== filter.village) return false;
  if (filter.theme && c.theme !== filter.theme) return false;
  if (filter.owner && ownerKey(c.owner) !== filter.owner) return false;
  return !filter.state || isIn(entry, filter.state);
}

/** What is overdue longest, then what is due next, then what was closed last. */
export function byUrgency(a: LedgerEntry, b: LedgerEntry): number {
  if (a.open !== b.open) return a.open ? -1 : 1;
  const order = a.open ? compareDays(a.dueOn, b.dueOn) : compareDays(closedOn(b), closedOn(a));
  return order || (a.commitment.id < b.commitment.id ? -1 : 1);
}

const closedOn = ({ verdicts, dueOn }: LedgerEntry): Day => verdicts.at(-1)?.givenOn ?? dueOn;

export interface LedgerCounts {
  made: number;
  owed: number;
  overdue: number;
  /** They add up to what was made. */
  found: Record<LedgerFinding, number>;
}

/** How many were made, what was found of them, and how many are owed. */
export function countLedger(entries: readonly LedgerEntry[]): LedgerCounts {
  const found = Object.fromEntries(
    ledgerFindings.map((finding) => [finding, entries.filter((e) => findingOf(e) === finding).length]),
  ) as LedgerCounts['found'];
  return {
    made: entries.length,
    owed: entries.filter((e) => e.open).length,
    overdue: entries.filter((e) => e.overdue).length,
    found,
  };
}

/** The same for each theme in which anything was promised. */
export function countByTheme(entries: readonly LedgerEntry[]): { theme: Theme; counts: LedgerCounts }[] {
  return themes
    .map((name) => ({ theme: name, counts: countLedger(entries.filter((e) => e.commitment.theme === name)) }))
    .filter(({ counts }) => counts.made > 0);
}

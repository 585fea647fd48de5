import { z } from 'zod';
import { theme, verdictKinds } from './commitment.ts';
import { day } from './day.ts';
import { id } from './id.ts';
import { village } from './place.ts';
import { commitmentRecord } from './records.ts';
import { reading } from './reading.ts';
import { text } from './text.ts';
import { visit } from './visit.ts';

const shownReading = reading.pick({ id: true, subject: true, indicator: true, value: true, trueOn: true });

/** One commitment of the ledger: what was promised, what came of it, and what shows it. */
export const ledgerEntry = commitmentRecord.extend({
  /** The household or project that it is about. */
  about: z
    .strictObject({ kind: z.enum(['household', 'project']), id, name: text, number: z.string() })
    .nullable(),
  /** What was read of that household or project on the days of its verdicts. */
  readings: z.array(shownReading.extend({ evidence: reading.shape.evidence })),
  searchText: z.string(),
});
export type LedgerEntry = z.infer<typeof ledgerEntry>;

/** Every commitment that the asker may see, with the villages and visits that they name. */
export const ledger = z.strictObject({
  today: day,
  villages: z.array(
    village.pick({ id: true, name: true, county: true, township: true, fictional: true }).extend({
      visits: z.array(visit.pick({ id: true, on: true, kind: true })),
    }),
  ),
  entries: z.array(ledgerEntry),
});
export type Ledger = z.infer<typeof ledger>;

/** What the last verdict says of it; one of them holds for each commitment. */
export const ledgerFindings = [...verdictKinds, 'noVerdict'] as const;
export type LedgerFinding = (typeof ledgerFindings)[number];
/** `owed` is what is open: `due` in time still, or `overdue`. They go across what was found. */
export const ledgerStates = ['owed', 'due', 'overdue', ...ledgerFindings] as const;
export type LedgerState = (typeof ledgerStates)[number];

/** Filters of the ledger; they live in the link. */
export const ledgerFilter = z.object({
  q: z.string().max(80).optional().catch(undefined),
  village: id.optional().catch(undefined),
  theme: theme.optional().catch(undefined),
  state: z.enum(ledgerStates).optional().catch(undefined),
  /** A code of the owner's name: links carry no name. */
  owner: z
    .string()
    .regex(/^[a-z0-9]{1,7}$/)
    .optional()
    .catch(undefined),
});
export type LedgerFilter = z.infer<typeof ledgerFilter>;

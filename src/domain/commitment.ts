import { z } from 'zod';
import { compareDays, day, type Day } from './day.ts';
import { id } from './id.ts';
import { source } from './source.ts';
import { required, text, TEXT_LIMITS, typed } from './text.ts';

/** The seminar's four groups of instructions (DOMAIN §1), and what fits none of them. */
export const themes = ['accuracy', 'industry', 'guarantees', 'grassroots', 'other'] as const;
export const theme = z.enum(themes);
export type Theme = z.infer<typeof theme>;

/** What a visit finds of what is owed. */
export const verdicts = ['kept', 'partly', 'notKept', 'cannotTell'] as const;
/** `reopened` is said of one that was closed: it is owed again, from that visit on (DOMAIN §3.10). */
export const verdictKinds = [...verdicts, 'reopened'] as const;
export const verdictKind = z.enum(verdictKinds);
export type VerdictKind = z.infer<typeof verdictKind>;

/** Given at a later visit; the last one counts, the earlier stay in the history. */
export const verdict = z.strictObject({
  commitmentId: id,
  visitId: id,
  verdict: verdictKind,
  note: text,
  givenOn: day,
  recordedOn: day,
  sequence: z.int(),
  recordedBy: text,
  source,
  /** Where it was reopened: until when it is to be done now. */
  dueOn: day.optional(),
});
export type Verdict = z.infer<typeof verdict>;

/** Made at a visit, with an owner and a due date (DOMAIN §3.10). */
export const commitment = z.strictObject({
  id,
  villageId: id,
  visitId: id,
  theme,
  what: text,
  owner: text,
  dueOn: day,
  householdId: id.nullable(),
  projectId: id.nullable(),
  recordedOn: day,
  source,
});
export type Commitment = z.infer<typeof commitment>;

/** As typed on a visit. */
export const commitmentDraft = z.strictObject({
  id,
  theme,
  what: required(TEXT_LIMITS.line),
  owner: required(TEXT_LIMITS.name),
  dueOn: day,
  householdId: id.nullable(),
  projectId: id.nullable(),
});

/**
 * A commitment is reopened for a reason, and until a day. One that another visit closed is judged otherwise for a
 * reason as well: `insteadOf` is the number of the verdict that is contradicted. That one stays in the history.
 */
export const verdictDraft = z.discriminatedUnion('verdict', [
  z
    .strictObject({
      commitmentId: id,
      verdict: z.enum(verdicts),
      note: typed(TEXT_LIMITS.line),
      insteadOf: z.int().optional(),
    })
    .refine(({ note, insteadOf }) => insteadOf === undefined || note !== '', {
      error: 'required',
      path: ['note'],
    }),
  z.strictObject({
    commitmentId: id,
    verdict: z.literal('reopened'),
    note: required(TEXT_LIMITS.line),
    dueOn: day,
  }),
]);

export interface CommitmentState {
  /** The number of that verdict; null where there is none. */
  sequence: number | null;
  /** The last verdict given on or before the day, or null. */
  verdict: VerdictKind | null;
  /** Only `kept` and `notKept` close it: what is partly kept or cannot be told stays owed. */
  open: boolean;
  /** As promised, or as it was said when it was last reopened. */
  dueOn: Day;
  overdue: boolean;
}

/** What it takes to say how a commitment stands. */
export type JudgedCommitment = Pick<Commitment, 'id' | 'dueOn'>;
export type JudgedVerdict = Pick<Verdict, 'commitmentId' | 'verdict' | 'givenOn' | 'sequence' | 'dueOn'>;

/** Order of verdicts: by the day of the visit, then as recorded. */
export function byVerdictOrder(a: JudgedVerdict, b: JudgedVerdict): number {
  return compareDays(a.givenOn, b.givenOn) || a.sequence - b.sequence;
}

/** State on the day `today`; due on the day itself is not yet overdue. */
export function commitmentState(
  c: JudgedCommitment,
  given: readonly JudgedVerdict[],
  today: Day,
): CommitmentState {
  const told = given.filter((v) => v.commitmentId === c.id && v.givenOn <= today).toSorted(byVerdictOrder);
  const { verdict: last = null, sequence = null } = told.at(-1) ?? {};
  const open = last !== 'kept' && last !== 'notKept';
  const dueOn = told.findLast((v) => v.dueOn !== undefined)?.dueOn ?? c.dueOn;
  return { sequence, verdict: last, open, dueOn, overdue: open && dueOn < today };
}

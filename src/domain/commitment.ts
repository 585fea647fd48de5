import { z } from 'zod';
import { compareDays, day, type Day } from './day.ts';
import { id } from './id.ts';
import { source } from './source.ts';
import { required, text, TEXT_LIMITS, typed } from './text.ts';

/** The seminar's four groups of instructions (DOMAIN §1), and what fits none of them. */
export const themes = ['accuracy', 'industry', 'guarantees', 'grassroots', 'other'] as const;
export const theme = z.enum(themes);
export type Theme = z.infer<typeof theme>;

export const verdicts = ['kept', 'partly', 'notKept', 'cannotTell'] as const;
export const verdictKind = z.enum(verdicts);
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

export const verdictDraft = z.strictObject({
  commitmentId: id,
  verdict: verdictKind,
  note: typed(TEXT_LIMITS.line),
});

export interface CommitmentState {
  /** The last verdict given on or before the day, or null. */
  verdict: VerdictKind | null;
  /** Only `kept` and `notKept` close it: what is partly kept or cannot be told stays owed. */
  open: boolean;
  overdue: boolean;
}

/** State on the day `today`; due on the day itself is not yet overdue. */
export function commitmentState(c: Commitment, given: readonly Verdict[], today: Day): CommitmentState {
  const last = given
    .filter((v) => v.commitmentId === c.id && v.givenOn <= today)
    .toSorted((a, b) => compareDays(a.givenOn, b.givenOn) || a.sequence - b.sequence)
    .at(-1);
  const open = last?.verdict !== 'kept' && last?.verdict !== 'notKept';
  return { verdict: last?.verdict ?? null, open, overdue: open && c.dueOn < today };
}

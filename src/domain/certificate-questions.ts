import type { CertificateFinding } from './certificate-check.ts';
import { questionOf, type DataQuestion } from './data-questions.ts';
import type { Day } from './day.ts';
import type { Household, Member } from './household.ts';

/** Each number is another question, as each reading is: what was said of the number before says nothing of it. */
const ask = (h: Pick<Household, 'id'>, m: Pick<Member, 'id'>, code: CertificateFinding, nth: number) =>
  questionOf(code, 'household', h.id, { memberId: m.id, nth });

// A record that an earlier program kept on a device has none.
const checksOf = ({ certificateChecks = [] }: Member): Member['certificateChecks'] => certificateChecks;

/** What the certificate numbers of a household raise, as the store found when they were entered. */
export function certificateQuestions(h: Household): DataQuestion[] {
  return h.members.flatMap((m) => {
    const checks = checksOf(m);
    return (checks.at(-1)?.found ?? []).map((code) => ask(h, m, code, checks.length));
  });
}

/** What earlier numbers raised and the last one does not, with the day on which it was entered. */
export function mendedCertificates(h: Household): { question: DataQuestion; since: Day | null }[] {
  return h.members.flatMap((m) => {
    const checks = checksOf(m);
    const now = checks.at(-1)?.found ?? [];
    const lastOf = new Map<CertificateFinding, number>();
    for (const [at, { found }] of checks.entries()) for (const code of found) lastOf.set(code, at + 1);
    return [...lastOf]
      .filter(([code]) => !now.includes(code))
      .map(([code, nth]) => ({ question: ask(h, m, code, nth), since: checks[nth]?.on ?? null }));
  });
}

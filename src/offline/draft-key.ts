/** What is begun: a visit to a village, the mending of a saved visit that is in the outbox, or one of the small forms. */
export type Begun = { villageId: string } | { mends: string } | { form: string };

const MENDS = 'mend:';
const FORM = 'form:';

function nameOf(begun: Begun): string {
  if ('mends' in begun) return MENDS + begun.mends;
  return 'form' in begun ? FORM + begun.form : begun.villageId;
}

/** One draft a village, one for each saved visit that is being mended and for each small form; each person's own. */
export const draftKey = (accountId: string, begun: Begun): string => `${accountId}/${nameOf(begun)}`;

/** What a key names, where it is this account's. */
export function begunBy(accountId: string, key: string): Begun | null {
  const [owner, ...rest] = key.split('/');
  const what = rest.join('/');
  if (owner !== accountId || what === '') return null;
  if (what.startsWith(MENDS)) return { mends: what.slice(MENDS.length) };
  return what.startsWith(FORM) ? { form: what.slice(FORM.length) } : { villageId: what };
}

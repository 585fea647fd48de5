/** What is begun: a visit to a village, or the mending of a saved visit that is in the outbox. */
export type Begun = { villageId: string } | { mends: string };

const MENDS = 'mend:';

/** One draft a village, and one for each saved visit that is being mended; each person's own. */
export const draftKey = (accountId: string, begun: Begun): string =>
  `${accountId}/${'mends' in begun ? MENDS + begun.mends : begun.villageId}`;

/** What a key names, where it is this account's. */
export function begunBy(accountId: string, key: string): Begun | null {
  const [owner, ...rest] = key.split('/');
  const what = rest.join('/');
  if (owner !== accountId || what === '') return null;
  return what.startsWith(MENDS) ? { mends: what.slice(MENDS.length) } : { villageId: what };
}

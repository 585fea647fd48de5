/**
 * Whether an answer that another program kept on this device is one that this program can show, by the contract of
 * its route. Fields that are no longer part of it do no harm.
 */
export async function answerFits(route: string, data: unknown): Promise<boolean> {
  // Only after an update, and only for what was not read anew since: nobody else waits for every schema of the API.
  const { contract } = await import('#src/contract/contract.ts');
  const endpoint = Object.entries(contract).find(([name]) => name === route)?.[1];
  const issues = endpoint?.['~orpc'].outputSchema?.safeParse(data).error?.issues ?? [];
  return endpoint !== undefined && issues.every(({ code }) => code === 'unrecognized_keys');
}

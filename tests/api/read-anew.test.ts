import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { readAnew } from '#src/api/read-anew.ts';

/** A service whose answers are given by hand; each says what was written when it was asked. */
function createService() {
  const waiting: (() => void)[] = [];
  let written = 0;
  return {
    write: () => (written += 1),
    ask: () => {
      const said = written;
      return new Promise<number>((resolve) => waiting.push(() => resolve(said)));
    },
    answer: () => waiting.shift()?.(),
  };
}

it('a first question that was asked before a write is asked again after it', async () => {
  const service = createService();
  const queries = new QueryClient();
  const seen = new QueryObserver(queries, { queryKey: ['visits'], queryFn: service.ask, staleTime: 30_000 });
  const stop = seen.subscribe(() => {});
  service.write();
  const done = readAnew(queries);
  service.answer();
  await expect.poll(() => seen.getCurrentResult()).toMatchObject({ data: 0, fetchStatus: 'fetching' });
  service.answer();
  await done;
  expect(seen.getCurrentResult()).toMatchObject({ data: 1, fetchStatus: 'idle' });
  stop();
});

it('what failed meanwhile is asked again as well', async () => {
  const service = createService();
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  let tries = 0;
  const queryFn = async () => {
    tries += 1;
    if (tries > 1) return service.ask();
    await service.ask();
    throw new Error('no answer');
  };
  const seen = new QueryObserver(queries, { queryKey: ['visits'], queryFn, staleTime: 30_000 });
  const stop = seen.subscribe(() => {});
  service.write();
  const done = readAnew(queries);
  service.answer();
  await expect.poll(() => tries).toBe(2);
  service.answer();
  await done;
  expect(seen.getCurrentResult().data).toBe(1);
  stop();
});

import type { Query, QueryClient, QueryPersister } from '@tanstack/react-query';
import { answerFits } from '#src/api/answer-fits.ts';
import { isOfVillages } from '#src/api/client.ts';
import { problemOf } from '#src/api/problem.ts';
import { aboutQuery } from '#src/api/queries.ts';
import type { OpenReads } from '#src/offline/reads.ts';
import { signedOutHere } from '#src/offline/signed-out.ts';
import { connection } from '#src/parts/connection.ts';

/** How long a question waits for a bad line before what this device has is shown, in milliseconds. */
const PATIENCE = 3000;

const routeOf = ({ queryKey: [path] }: Pick<Query, 'queryKey'>): unknown =>
  Array.isArray(path) ? path[0] : undefined;
/** What is kept on this device whenever it is read. */
export function isKeptRead(query: Pick<Query, 'queryKey'>): boolean {
  const route = routeOf(query);
  return typeof route === 'string' && isOfVillages(route);
}

type About = ReturnType<typeof aboutQuery>['queryFn'] extends infer Ask
  ? Ask extends (...given: never[]) => infer Answer
    ? Awaited<Answer>
    : never
  : never;

/** Only the service's own refusal is final; what a bad line or a service in trouble does not answer, this device may. */
const mayBeRecalled = (error: unknown): boolean => {
  const { status } = problemOf(error);
  return status === null || status >= 500;
};

/**
 * How every question is asked: of the service first, and of what this device has read where no answer
 * comes, or none in time. What was recalled bears the time at which the service said it.
 */
export function createKeptQueries(openReads: OpenReads): QueryPersister {
  return async (ask, context, query) => {
    // Whatever the answer is, what this device keeps is needed in a moment.
    if (routeOf(query) === 'about') void openReads();
    const asked = heeding(async () => ask(context), context.signal);
    const memory = memoryOf(query, context.client, openReads);
    if (!memory) return asked;
    const answered = asked.then(
      (data) => {
        void memory.keep(data, Date.now());
        return data;
      },
      async (error: unknown) => {
        const { status } = problemOf(error);
        if (status === 403 || status === 404) await memory.forget();
        throw error;
      },
    );
    if (query.state.data !== undefined) return answered;
    const end = await Promise.race([
      answered.then(
        () => 'answered' as const,
        (error: unknown) => ({ error }),
      ),
      new Promise<'late'>((late) => setTimeout(() => late('late'), connection.isSilent() ? 0 : PATIENCE)),
    ]);
    if (end === 'answered' || (end !== 'late' && !mayBeRecalled(end.error))) return answered;
    const recalled = context.signal.aborted ? null : await memory.recall();
    if (!recalled) return answered;
    if (end === 'late') followLate(answered, query);
    // After the answer was taken in, which dates it now.
    setTimeout(() => query.setState({ dataUpdatedAt: recalled.at }));
    return recalled.data;
  };
}

/** Notes whether the service answers at all. */
async function heeding<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    const data = await ask();
    connection.tell(true);
    return data;
  } catch (error) {
    if (!signal.aborted) connection.tell(problemOf(error).status !== null);
    throw error;
  }
}

/** The answer may still come; a refusal is heard by asking again, which tells everybody. */
function followLate(answered: Promise<unknown>, query: Query): void {
  const { dataUpdateCount } = query.state;
  answered.then(
    // What was asked for again meanwhile is newer.
    (data) =>
      setTimeout(() => {
        if (query.state.dataUpdateCount <= dataUpdateCount + 1) query.setData(data);
      }),
    (error: unknown) => {
      if (!mayBeRecalled(error)) void query.fetch().catch(() => {});
    },
  );
}

interface Memory {
  keep: (data: unknown, at: number) => Promise<void>;
  forget: () => Promise<void>;
  recall: () => Promise<{ at: number; data: unknown } | null>;
}

/** Where an answer is kept on this device; null for one that is not. */
function memoryOf(query: Query, client: QueryClient, openReads: OpenReads): Memory | null {
  if (routeOf(query) === 'about') {
    return {
      async keep(data, at) {
        const reads = await openReads();
        const { actor, ...said } = data as About;
        if (actor) await reads?.welcome({ ...said, actor }, at);
        else reads?.dismiss();
      },
      forget: async () => {},
      // Whoever signed out here is not who this device opens for, whatever it has read of them.
      recall: async () =>
        signedOutHere.recall(Date.now()) ?? (await openReads())?.recallAccount(Date.now()) ?? null,
    };
  }
  const accountId = client.getQueryData(aboutQuery().queryKey)?.actor?.id;
  // Whoever only looks at a picture takes none along: it is kept with its village, and told to the trail as that.
  const isPicture = routeOf(query) === 'photo';
  if (accountId === undefined || !(isPicture || isKeptRead(query))) return null;
  const { queryHash } = query;
  return {
    keep: async (data, at) => {
      if (!isPicture) await (await openReads())?.keep(accountId, [{ id: queryHash, data }], at);
    },
    forget: async () => (await openReads())?.forget(accountId, queryHash),
    async recall() {
      const recalled = await (await openReads())?.recall(accountId, queryHash);
      if (!recalled) return null;
      return !recalled.isOtherForm || (await answerFits(String(routeOf(query)), recalled.data))
        ? recalled
        : null;
    },
  };
}

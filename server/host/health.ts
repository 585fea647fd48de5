import { problem } from '../problem.ts';

/** Milliseconds for which one look at the database answers everybody who asks. */
const FRESH = 1000;

/**
 * `live`: the process answers. `ready`: it can do its work, which needs the database.
 * @param look rejects when the work cannot be done
 */
export function createHealth(look: () => Promise<unknown>) {
  let looked = -Infinity;
  let ready: Promise<boolean> = Promise.resolve(false);
  const isReady = (): Promise<boolean> => {
    const now = performance.now();
    if (now - looked > FRESH) {
      looked = now;
      ready = look().then(
        () => true,
        () => false,
      );
    }
    return ready;
  };

  /** The answer at a path below `/api/health`; null for a path that is none. */
  return async (path: string): Promise<Response | null> => {
    if (path === '/api/health/live') return Response.json({ live: true });
    if (path === '/api/health') {
      const now = await isReady();
      return Response.json({ live: true, ready: now }, { status: now ? 200 : 503 });
    }
    if (path !== '/api/health/ready') return null;
    return (await isReady()) ? Response.json({ ready: true }) : problem(503, 'UNAVAILABLE');
  };
}

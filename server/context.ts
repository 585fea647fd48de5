import type { Day } from '#src/domain/day.ts';
import type { Bilingual } from '#src/domain/text.ts';
import type { Store } from './store/port.ts';

/** Who is asking. */
export interface Actor {
  name: Bilingual;
  role: Bilingual;
}

/** Says who sent a request, or null for nobody known. */
export type Identity = (request: Request) => Promise<Actor | null>;

/** The service's today, in China. Injected, so that the mock's can stand still. */
export type Clock = () => Day;

/** What each handler is given. */
export interface Context {
  store: Store;
  actor: Actor;
  today: Day;
  sample: boolean;
}

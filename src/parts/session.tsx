import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { speakFor } from '#src/api/client.ts';
import { endSession } from '#src/api/end-session.ts';
import { aboutQuery } from '#src/api/queries.ts';
import type { Actor } from '#src/domain/account.ts';
import { useReads } from '#src/offline/reads.ts';
import { signedOutHere } from '#src/offline/signed-out.ts';
import { tellSignOut } from './late-sign-out.ts';

/** Who is using the dashboard, as far as the service has said. */
export interface Session {
  /**
   * `asking`: the service has not answered yet. `ended`: somebody was signed in and is not any more;
   * what is on screen stays until they have signed in again, or leave.
   */
  state: 'asking' | 'signedOut' | 'signedIn' | 'ended';
  /** Who is signed in, or was when the session ended. */
  actor: Actor | null;
  /** Asks the service again who it is, after signing in. Rejects where it does not answer. */
  renew: () => Promise<void>;
  /** Forgets who it was and all that was read. */
  leave: () => void;
  /** The same at once, with or without a network, and ends the session as soon as the service can be asked. */
  signOut: () => void;
}

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
}

const ABOUT = aboutQuery().queryKey;
const isAbout = ({ queryKey }: { queryKey: readonly unknown[] }): boolean =>
  JSON.stringify(queryKey) === JSON.stringify(ABOUT);

/** Forgets everything that was read and written, but for what the service is. */
export function dropRead(queries: QueryClient): void {
  queries.removeQueries({ predicate: (query) => !isAbout(query) });
  queries.getMutationCache().clear();
}

/** What one person has read is dropped at the moment that the service names another, before anything is drawn. */
function dropAtAnother(queries: QueryClient): () => void {
  let last = queries.getQueryData(ABOUT)?.actor?.id;
  speakFor(last ?? null);
  return queries.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' || !isAbout(query)) return;
    const now = queries.getQueryData(ABOUT)?.actor?.id;
    if (now === undefined || now === last) return;
    if (last !== undefined) dropRead(queries);
    speakFor(now);
    last = now;
  });
}

/** Where this browser's other tabs see that somebody came or went; what stands there is nothing but new. */
const CHANGED = 'session-changed';
function tellOtherTabs(): void {
  try {
    localStorage.setItem(CHANGED, `${Date.now()} ${performance.now()}`);
  } catch {
    // Without any room they hear of it when they are looked at again.
  }
}

/** Hears of the other tabs. Returns how to stop listening. */
function hearOtherTabs(heard: () => void): () => void {
  const onStorage = ({ key }: StorageEvent): void => {
    if (key === CHANGED) heard();
  };
  // A page that was put aside by the browser was told nothing.
  const onReturn = (): void => {
    if (document.visibilityState === 'visible' && signedOutHere.accountId() !== null) heard();
  };
  addEventListener('storage', onStorage);
  addEventListener('pageshow', onReturn);
  document.addEventListener('visibilitychange', onReturn);
  return () => {
    removeEventListener('storage', onStorage);
    removeEventListener('pageshow', onReturn);
    document.removeEventListener('visibilitychange', onReturn);
  };
}

/**
 * The service alone knows who is signed in: its answer is the one source, asked again
 * when a request was refused as nobody's or another's, when the page comes back into sight,
 * and when somebody came or went in another tab.
 */
export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const { data } = useQuery({ ...aboutQuery(), refetchOnWindowFocus: 'always' });
  const told = data?.actor ?? null;
  const openReads = useReads();
  const [held, hold] = useState<Actor | null>(null);
  if (told && told !== held) hold(told);
  useEffect(() => dropAtAnother(queries), [queries]);

  const heldId = held?.id;
  const renew = useCallback(async () => {
    // What is under way was asked as who it was before; who it is now is not known until the answer.
    void queries.cancelQueries();
    speakFor(null);
    signedOutHere.forget();
    const asking = queries.fetchQuery({ ...aboutQuery(), staleTime: 0 });
    const { actor } = await asking.finally(() =>
      speakFor(queries.getQueryData(ABOUT)?.actor?.id ?? heldId ?? null),
    );
    tellOtherTabs();
    // The same person goes on where they were: what had failed is asked for again.
    if (actor?.id === heldId) await queries.invalidateQueries({ predicate: (query) => !isAbout(query) });
  }, [queries, heldId]);

  const forget = useCallback(() => {
    // An answer that is under way may still name them.
    void queries.cancelQueries({ queryKey: ABOUT });
    queries.setQueryData(ABOUT, (now) => now && { ...now, actor: null });
    dropRead(queries);
    speakFor(null);
    hold(null);
    void openReads().then((reads) => reads?.clear());
  }, [queries, openReads]);

  const leave = useCallback(() => {
    forget();
    tellOtherTabs();
  }, [forget]);

  const signOut = useCallback(() => {
    const said = queries.getQueryData(ABOUT);
    const isNoted = !said?.actor || signedOutHere.remember({ ...said, actor: said.actor }, Date.now());
    leave();
    // What cannot be told later has to be told now.
    if (isNoted) void tellSignOut();
    else if (said.actor) void endSession(said.actor.id);
  }, [queries, leave]);

  useEffect(() => {
    // The page may have died before all was let go of.
    if (signedOutHere.accountId() !== null) void openReads().then((reads) => reads?.clear());
  }, [openReads]);
  useEffect(
    () =>
      hearOtherTabs(() => {
        // Without a network there is nobody to ask.
        if (signedOutHere.accountId() !== null) {
          if (heldId !== undefined) forget();
          return;
        }
        const asking = queries.fetchQuery({ ...aboutQuery(), staleTime: 0 });
        // Whoever signs out in one tab leaves nothing on screen in another.
        asking.then(({ actor }) => (actor ? undefined : forget())).catch(() => {});
      }),
    [queries, forget, heldId],
  );

  const state = data === undefined ? 'asking' : told ? 'signedIn' : held ? 'ended' : 'signedOut';
  const actor = told ?? held;
  const session = useMemo(
    () => ({ state, actor, renew, leave, signOut }) as const,
    [state, actor, renew, leave, signOut],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

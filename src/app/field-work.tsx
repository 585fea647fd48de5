import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { apiUrl } from '#src/api/client.ts';
import { aboutQuery } from '#src/api/queries.ts';
import { readAnew } from '#src/api/read-anew.ts';
import {
  OutboxProvider,
  useFieldWork,
  useOutboxView,
  useSenderStatus,
  useVaultState,
} from '#src/offline/use-outbox.tsx';
import { beforeAsking } from '#src/parts/late-sign-out.ts';
import { dropRead, useSession } from '#src/parts/session.tsx';

/** The outbox, and what the rest of the page learns from it. */
export function FieldWork({ children }: { children: ReactNode }) {
  return (
    <OutboxProvider api={apiUrl} first={beforeAsking}>
      <Following />
      {children}
    </OutboxProvider>
  );
}

/**
 * What was received changes nearly every figure, so all that was read is asked for again. Whoever
 * signs in has their items sent at once; when the sender finds nobody signed in, the page hears of it.
 */
function Following() {
  const queries = useQueryClient();
  const { sender, vault } = useFieldWork();
  const { actor, state } = useSession();
  const { ready, items } = useOutboxView();
  const { obstacle } = useSenderStatus();
  const known = useRef<Set<string> | null>(null);

  useEffect(() => {
    if (!ready) return;
    const received = items.filter((item) => item.state === 'received').map((item) => item.id);
    const before = known.current;
    known.current = new Set(received);
    if (before && received.some((id) => !before.has(id))) void readAnew(queries);
  }, [ready, items, queries]);

  const accountId = state === 'signedIn' ? actor?.id : undefined;
  useEffect(() => {
    if (accountId !== undefined) void sender.wake();
  }, [accountId, sender]);

  // Whose session has ended may sign in again over what is on screen: it can be kept until they leave.
  const user = state === 'signedOut' ? null : actor?.id;
  useEffect(() => {
    if (user === undefined) return;
    const done = user === null ? vault.leave() : vault.enter(user);
    done.catch(() => {});
  }, [user, vault]);

  const isLocked = useVaultState().is === 'locked';
  useEffect(() => {
    if (isLocked) dropRead(queries);
  }, [isLocked, queries]);

  const isOut = obstacle === 'SIGN_IN_NEEDED' && accountId !== undefined;
  useEffect(() => {
    if (isOut) void queries.invalidateQueries({ queryKey: aboutQuery().queryKey });
  }, [isOut, queries]);
  return null;
}

import { useEffect, useRef, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { problemOf } from '#src/api/problem.ts';
import type { Exported } from '#src/offline/outbox-export.ts';
import { reasonWentOnAs, type ItemKind, type OutboxItem } from '#src/offline/outbox-item.ts';
import { OutboxRefusal } from '#src/offline/outbox.ts';
import { kinds, versionOf, type Payloads } from '#src/offline/payloads.ts';
import { useFieldWork, useOutboxView } from '#src/offline/use-outbox.tsx';
import { useActor } from './use-may.ts';

/**
 * Saves something on this device, from where it is sent; `onReceived` once the service has it. Where
 * the device keeps nothing it is sent at once.
 * @param mended what is to be replaced: it was saved before, and the service has not got it
 */
export function useSaveItem<K extends ItemKind>(
  kind: K,
  sendNow: (id: string, payload: Payloads[K]) => Promise<unknown>,
  onReceived: () => void,
  mended: OutboxItem | null = null,
) {
  const { save: keep, outbox } = useFieldWork();
  const { items } = useOutboxView();
  const actor = useActor();
  const [id] = useState(() => (mended && !isTaken(mended) ? mended.id : uuid()));
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [unkept, setUnkept] = useState(false);
  const item: OutboxItem | null = (saved && items.find((one) => one.id === id)) || null;
  // What the service says of it meanwhile is said of what the form began with.
  const mendedNow =
    mended && (items.find((one) => one.hash === mended.hash && one.id === mended.id) ?? mended);

  const done = useRef(onReceived);
  useEffect(() => {
    done.current = onReceived;
  });
  const isReceived = item?.state === 'received';
  useEffect(() => {
    if (isReceived) done.current();
  }, [isReceived]);

  const save = async (payload: Payloads[K]): Promise<void> => {
    setBusy(true);
    setProblem(null);
    setUnkept(false);
    try {
      if (!actor) throw new Error('nobody is known to be signed in');
      await keep({ id, kind, accountId: actor.id, payload });
      // Both would wait otherwise; where it cannot be taken out, it stands there with its reason as before.
      if (mended && mended.id !== id) await outbox.remove(mended.id, reasonWentOnAs(id)).catch(() => {});
      setSaved(true);
    } catch (error) {
      if (error instanceof OutboxRefusal) {
        setProblem(error.code === 'ALREADY_RECEIVED' ? kinds[kind].taken : error.code);
      } else await sendAtOnce(payload);
    } finally {
      setBusy(false);
    }
  };
  const sendAtOnce = async (payload: Payloads[K]): Promise<void> => {
    // What waits under this id as it was would be sent after it, and never taken.
    if (mended) return setUnkept(true);
    try {
      await sendNow(id, payload);
      done.current();
    } catch (error) {
      setProblem(problemOf(error).code);
      setUnkept(true);
    }
  };

  return {
    save,
    busy,
    /** In the outbox since it was saved here. */
    item,
    /** What it replaces, until it is saved, as it stands now. */
    mended: mendedNow,
    /** Why it could not be saved at all. */
    problem,
    /** This device did not keep it: it stands on the screen alone. */
    unkept,
    /** As the outbox would have it, whole or not. */
    exported: (payload: unknown): Exported => ({
      id,
      kind,
      accountId: actor?.id ?? '',
      payloadVersion: versionOf(kind),
      payload,
      createdAt: mended?.createdAt ?? Date.now(),
    }),
  };
}
export type Saving = Omit<ReturnType<typeof useSaveItem>, 'save'>;

/** The service has the id with other content, and keeps that: what is mended is sent as something of its own. */
const isTaken = ({ kind, lastProblem }: OutboxItem): boolean => lastProblem?.code === kinds[kind].taken;

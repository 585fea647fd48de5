import { useEffect, useRef, useState } from 'react';
import { problemOf } from '#src/api/problem.ts';
import type { ItemKind, OutboxItem } from '#src/offline/outbox-item.ts';
import { OutboxRefusal } from '#src/offline/outbox.ts';
import type { Payloads } from '#src/offline/payloads.ts';
import { useFieldWork, useOutboxView } from '#src/offline/use-outbox.tsx';
import { useActor } from './use-may.ts';

/**
 * Saves something on this device, from where it is sent; `onReceived` once the service has it. Where
 * the device keeps nothing it is sent at once.
 */
export function useSaveItem<K extends ItemKind>(
  kind: K,
  sendNow: (id: string, payload: Payloads[K]) => Promise<unknown>,
  onReceived: () => void,
) {
  const { save: keep } = useFieldWork();
  const { items } = useOutboxView();
  const actor = useActor();
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const item: OutboxItem | null = items.find(({ id }) => id === saved) ?? null;

  const done = useRef(onReceived);
  useEffect(() => {
    done.current = onReceived;
  });
  const isReceived = item?.state === 'received';
  useEffect(() => {
    if (isReceived) done.current();
  }, [isReceived]);

  const save = async (id: string, payload: Payloads[K]): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      if (!actor) throw new Error('nobody is known to be signed in');
      await keep({ id, kind, accountId: actor.id, payload });
      setSaved(id);
    } catch (error) {
      if (error instanceof OutboxRefusal) setProblem(error.code);
      else await sendAtOnce(id, payload);
    } finally {
      setBusy(false);
    }
  };
  const sendAtOnce = async (id: string, payload: Payloads[K]): Promise<void> => {
    try {
      await sendNow(id, payload);
      done.current();
    } catch (error) {
      setProblem(problemOf(error).code);
    }
  };

  return {
    save,
    busy,
    /** In the outbox since it was saved here. */
    item,
    /** Why it could not be saved at all. */
    problem,
  };
}

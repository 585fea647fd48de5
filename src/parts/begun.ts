import { useEffect, useState } from 'react';
import { begunBy, type Begun } from '#src/offline/draft-key.ts';
import type { Draft, DraftStore } from '#src/offline/draft-store.ts';
import { useDraftStore } from '#src/offline/drafts.ts';
import { isUnsent } from '#src/offline/outbox-item.ts';
import { useOutboxView, useVaultState } from '#src/offline/use-outbox.tsx';
import { begunNews } from './begun-news.ts';
import { begunOfIn, type BegunOf } from './begun-of.ts';
import { useActor } from './use-may.ts';

/** The small forms, by what their drafts' names begin with. */
const formKinds = [
  'correction',
  'question',
  'step',
  'review',
  'accept',
  'sendBack',
  'verdict',
  'favour',
  'removal',
  'mend',
] as const;
type SmallForm = (typeof formKinds)[number];
export type FormKind = SmallForm | 'visit';
/** They are about an item that waits here, and nothing without it. */
const ABOUT_ITEMS = new Set<FormKind>(['verdict', 'favour', 'removal', 'mend']);

/** A form that somebody began on this device and has not saved: a visit's, or a small one. */
export interface BegunForm {
  /** What it is called among the reader's own. */
  form: string;
  kind: FormKind;
  /** Of the reading, the village, the household, the visit or the item that it is about. */
  id: string;
  /** Milliseconds since 1970, by this device's clock. */
  savedAt: number;
  /** Null where the draft does not say it. */
  of: BegunOf | null;
  draft: Draft;
}

const NOTHING: readonly BegunForm[] = [];

function formOf(begun: Begun, draft: Draft): BegunForm | null {
  const { savedAt, body } = draft;
  if ('villageId' in begun) {
    const { villageId: id } = begun;
    return { form: `visit:${id}`, kind: 'visit', id, savedAt, of: null, draft };
  }
  const form = 'mends' in begun ? `mend:${begun.mends}` : begun.form;
  const [prefix, id = ''] = form.split(':');
  const kind = formKinds.find((one) => one === prefix);
  return kind && id !== '' ? { form, kind, id, savedAt, of: begunOfIn(body), draft } : null;
}

async function begunIn(store: DraftStore, accountId: string): Promise<readonly BegunForm[]> {
  const found: BegunForm[] = [];
  for (const key of await store.keys()) {
    const begun = begunBy(accountId, key);
    const draft = begun && (await store.read(key));
    const form = draft && formOf(begun, draft);
    if (form) found.push(form);
  }
  return found.toSorted((a, b) => b.savedAt - a.savedAt);
}

/** The reader's own, the newest first; none until they are read, and where this device keeps nothing. */
export function useBegun(): readonly BegunForm[] {
  const store = useDraftStore();
  const accountId = useActor()?.id;
  const isOpen = useVaultState().is === 'open';
  const { items } = useOutboxView();
  const [begun, setBegun] = useState(NOTHING);
  useEffect(() => {
    let current = true;
    const look = (): void => {
      const reading =
        accountId === undefined || !isOpen ? Promise.resolve(NOTHING) : begunIn(store, accountId);
      reading.then(
        (found) => current && setBegun(found),
        () => current && setBegun(NOTHING),
      );
    };
    look();
    const unlisten = [store.listen(look), begunNews.listen(look)];
    return () => {
      current = false;
      for (const stop of unlisten) stop();
    };
  }, [store, accountId, isOpen]);
  const waits = new Set(items.filter(isUnsent).map(({ id }) => id));
  return begun.filter(({ kind, id }) => !ABOUT_ITEMS.has(kind) || waits.has(id));
}

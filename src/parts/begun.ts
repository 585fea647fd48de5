import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { contactPointsQuery } from '#src/api/queries.ts';
import type { Text } from '#src/domain/text.ts';
import { begunBy } from '#src/offline/draft-key.ts';
import type { Draft, DraftStore } from '#src/offline/draft-store.ts';
import { useDraftStore } from '#src/offline/drafts.ts';
import { isUnsent } from '#src/offline/outbox-item.ts';
import { useOutboxView, useVaultState } from '#src/offline/use-outbox.tsx';
import { begunNews } from './begun-news.ts';
import { begunOfIn, type BegunOf } from './begun-of.ts';
import { useActor } from './use-may.ts';

/** A visit that somebody began on this device and has not saved. */
export interface BegunVisit {
  villageId: string;
  /** Milliseconds since 1970, by this device's clock. */
  savedAt: number;
}

/** The small forms, by what their drafts' names begin with. */
export const formKinds = [
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
export type FormKind = (typeof formKinds)[number];
/** They are about an item that waits here, and nothing without it. */
const ABOUT_ITEMS = new Set<FormKind>(['verdict', 'favour', 'removal', 'mend']);

/** A small form that somebody began on this device and has not saved. */
export interface BegunForm {
  form: string;
  kind: FormKind;
  /** Of the reading, the village, the household, the visit or the item that it is about. */
  id: string;
  savedAt: number;
  /** Null where the draft does not say it. */
  of: BegunOf | null;
  draft: Draft;
}

interface Begun {
  visits: BegunVisit[];
  forms: BegunForm[];
}
const NOTHING: Begun = { visits: [], forms: [] };

function formOf(form: string, draft: Draft): BegunForm | null {
  const [prefix, id = ''] = form.split(':');
  const kind = formKinds.find((one) => one === prefix);
  const { savedAt, body } = draft;
  return kind && id !== '' ? { form, kind, id, savedAt, of: begunOfIn(body), draft } : null;
}

const newestFirst = (a: { savedAt: number }, b: { savedAt: number }): number => b.savedAt - a.savedAt;

async function begunIn(store: DraftStore, accountId: string): Promise<Begun> {
  const found: Begun = { visits: [], forms: [] };
  for (const key of await store.keys()) {
    const begun = begunBy(accountId, key);
    if (!begun) continue;
    const draft = await store.read(key);
    if (!draft) continue;
    if ('villageId' in begun) found.visits.push({ villageId: begun.villageId, savedAt: draft.savedAt });
    else {
      const form = formOf('mends' in begun ? `mend:${begun.mends}` : begun.form, draft);
      if (form) found.forms.push(form);
    }
  }
  return { visits: found.visits.toSorted(newestFirst), forms: found.forms.toSorted(newestFirst) };
}

/** The reader's own, the newest first; none until they are read, and where this device keeps nothing. */
export function useBegun(): Begun {
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
  return { ...begun, forms: begun.forms.filter(({ kind, id }) => !ABOUT_ITEMS.has(kind) || waits.has(id)) };
}

/** The names of the villages that the reader sees, by their ids. */
export function useVillageNames(enabled: boolean): ReadonlyMap<string, Text> {
  const points = useQuery({ ...contactPointsQuery(), enabled });
  return new Map(points.data?.map(({ village }) => [village.id, village.name]));
}

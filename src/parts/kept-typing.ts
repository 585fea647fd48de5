import { use, useCallback, useEffect, useRef, useState } from 'react';
import { draftKey } from '#src/offline/draft-key.ts';
import { useDraftStore } from '#src/offline/drafts.ts';
import { begunNews } from './begun-news.ts';
import { BEGUN_OF, BegunOfContext } from './begun-of.ts';
import { useKeepSoon } from './keep-soon.ts';
import { useActor } from './use-may.ts';

/** What stands in a small form's fields, by their names. */
type Typed = Record<string, string>;

export interface KeptTyping {
  /** When what stands there again was kept, in milliseconds since 1970; null where nothing was broken off. */
  restoredAt: number | null;
  /** It is saved, or nobody wants it: no draft is kept any more. */
  drop: () => void;
}

/** The fields that a draft has, where it has all of them. */
function fieldsOf<Fields extends Typed>(body: unknown, like: Fields): Fields | null {
  if (typeof body !== 'object' || body === null) return null;
  const all = new Map<string, unknown>(Object.entries(body));
  const isWhole = Object.keys(like).every((name) => typeof all.get(name) === 'string');
  return isWhole
    ? (Object.fromEntries(Object.keys(like).map((name) => [name, all.get(name)])) as Fields)
    : null;
}

/**
 * Keeps what is typed into a small form on this device until it is saved there or cancelled: a crash or a touch on
 * another page takes nothing along. It stands in the same form again when that is opened next, and is offered at
 * the next opening, on whichever page.
 * @param form which form, and of what; or the item of the outbox that it mends
 * @param isSaved whether it is in the outbox
 */
export function useKeptTyping<Fields extends Typed>(
  form: string | { mends: string },
  fields: Fields,
  restore: (fields: Fields) => void,
  isSaved: boolean,
): KeptTyping {
  const store = useDraftStore();
  const accountId = useActor()?.id;
  const begun = typeof form === 'string' ? { form } : form;
  const key = accountId === undefined ? null : draftKey(accountId, begun);
  const [restoredAt, setRestoredAt] = useState<number | null>(null);
  const of = use(BegunOfContext);
  const text = JSON.stringify(fields);
  const latest = useRef({ text, fields, restore, of });
  /** What needs no keeping: what the form began with, or was kept last. */
  const kept = useRef(text);
  const isOver = useRef(false);
  useEffect(() => {
    latest.current = { text, fields, restore, of };
  });

  useEffect(() => {
    if (key === null) return;
    let current = true;
    store.read(key).then(
      (draft) => {
        const now = latest.current;
        const found = fieldsOf(draft?.body, now.fields);
        // Whoever was faster than the device goes on with what they typed.
        if (!current || !draft || !found || now.text !== kept.current) return;
        kept.current = JSON.stringify(found);
        now.restore(found);
        setRestoredAt(draft.savedAt);
      },
      () => {},
    );
    return () => {
      current = false;
    };
  }, [store, key]);

  const keep = useCallback(() => {
    const now = latest.current;
    if (key === null || isOver.current || now.text === kept.current) return;
    const before = kept.current;
    kept.current = now.text;
    const body = { ...now.fields, ...(now.of && { [BEGUN_OF]: now.of }) };
    store.keep({ key, savedAt: Date.now(), body }).catch(() => {
      // The next change, or leaving, tries again.
      kept.current = before;
    });
  }, [store, key]);
  useKeepSoon(text, keep);

  const drop = useCallback(() => {
    isOver.current = true;
    if (key !== null) store.remove(key).then(begunNews.tell, () => {});
  }, [store, key]);
  useEffect(() => {
    if (isSaved) drop();
  }, [isSaved, drop]);
  return { restoredAt, drop };
}

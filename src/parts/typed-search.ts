import { useLocation, useNavigate } from '@tanstack/react-router';
import { v7 as uuid } from 'uuid';
import { useActor } from './use-may.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Under which this page remembers what was typed into its search. */
    typed?: string;
  }
}

/** What was typed, and by whom: in this page's memory and nowhere else. */
const remembered = new Map<string, { accountId: string | undefined; text: string }>();

/**
 * A search by people's names: it belongs to this step of the history, as if it stood in the link, so that going
 * back finds it again; but neither links, nor the browser's history, nor its storage ever hold a name.
 */
export function useTypedSearch(): readonly [text: string, search: (text: string) => void] {
  const accountId = useActor()?.id;
  const key = useLocation({ select: ({ state }) => state.typed });
  const navigate = useNavigate();
  const known = key === undefined ? undefined : remembered.get(key);
  const search = (text: string): void => {
    const typed = uuid();
    if (text) remembered.set(typed, { accountId, text });
    void navigate({
      to: '.',
      search: true,
      state: text ? { typed } : {},
      replace: true,
      resetScroll: false,
    });
  };
  return [known?.accountId === accountId ? (known?.text ?? '') : '', search];
}

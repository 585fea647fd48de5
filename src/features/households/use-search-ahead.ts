import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { whenQuiet } from '#src/ui/when-quiet.ts';

const route = getRouteApi('/villages/$villageId/households');
type Search = ReturnType<typeof route.useSearch>;

export interface SearchAhead {
  /** What the rows are asked for: what the link says, and what was chosen since. */
  search: Search;
  /** Shows at once; the link follows when the choosing pauses. */
  change: (next: Partial<Search>) => void;
  /** No filter, and nothing searched for. The order stays, and so do the visits. */
  clear: () => void;
}

/** The search of the list's link, ahead of the link: every page hears of a new link, and rows need not wait for that. */
export function useSearchAhead(): SearchAhead {
  const said = route.useSearch();
  const navigate = route.useNavigate();
  const [chosen, setChosen] = useState<Partial<Search>>({});
  const waiting = useRef(chosen);
  const giveUp = useRef(() => {});
  useEffect(() => () => giveUp.current(), []);

  const wait = useCallback((next: Partial<Search>) => {
    giveUp.current();
    waiting.current = next;
    setChosen(next);
  }, []);
  const change = useCallback(
    (next: Partial<Search>) => {
      const all = { ...waiting.current, ...next };
      wait(all);
      giveUp.current = whenQuiet(() => {
        const followed = navigate({
          search: (now) => ({ ...now, ...all }),
          state: true,
          replace: true,
          resetScroll: false,
        });
        void followed.then(() => (waiting.current === all ? wait({}) : undefined));
      });
    },
    [navigate, wait],
  );
  const clear = useCallback(() => {
    wait({});
    void navigate({
      search: ({ from, to, sort, desc }) => ({ from, to, sort, desc }),
      replace: true,
      resetScroll: false,
    });
  }, [navigate, wait]);
  const search = useMemo(() => ({ ...said, ...chosen }), [said, chosen]);
  return useMemo(() => ({ search, change, clear }), [search, change, clear]);
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { villageQueries, type Pair } from '#src/api/queries.ts';
import type { Day } from '#src/domain/day.ts';
import type { Village } from '#src/domain/place.ts';
import { leftBehindWords } from '#src/messages/left-behind.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { LeftBehindItem } from '#src/parts/left-behind-item.tsx';
import { LeftBehindReasons, LeftBehindSentence } from '#src/parts/left-behind-summary.tsx';
import { isBadPair } from '#src/parts/pair-notices.tsx';
import { QueryView } from '#src/parts/query-view.tsx';
import classes from './left-behind.module.css';

/** The gravest; who else is on the list is a page of its own. */
const SHOWN = 3;

interface Props {
  village: Village;
  asked: Pair & { knownOn?: Day | undefined };
}

/** No one left behind is a list of people before it is a percentage (DOMAIN §3.12). */
export function LeftBehind({ village, asked }: Props) {
  const t = useMessages(leftBehindWords);
  const query = useInfiniteQuery(villageQueries.leftBehind(village.id, asked));
  // The page says so, once.
  if (isBadPair(query)) return null;
  return (
    <section className={classes.section} id="left-behind">
      <h2>{t.title}</h2>
      <QueryView query={query} isEmpty={() => false} empty={null}>
        {({ pages: [answer] }) => {
          if (!answer) return null;
          const { from, to, knownOn, listed } = answer;
          const pair = { from: from?.id, to: to.id, knownOn: knownOn ?? undefined };
          return (
            <>
              <LeftBehindSentence answer={answer} pair={asked} />
              {listed.households > SHOWN ? <p>{t.first}</p> : null}
              <ol className={classes.list}>
                {answer.entries.slice(0, SHOWN).map((entry) => (
                  <LeftBehindItem key={entry.household.id} entry={entry} village={village} pair={pair} />
                ))}
              </ol>
              {listed.households > 0 ? <LeftBehindReasons answer={answer} pair={asked} /> : null}
              {listed.households > 0 ? (
                <p>
                  <Link
                    to="/villages/$villageId/left-behind"
                    params={{ villageId: village.id }}
                    search={asked}
                    className={classes.whole}
                  >
                    {t.wholeList(listed.households)}
                  </Link>
                </p>
              ) : null}
            </>
          );
        }}
      </QueryView>
    </section>
  );
}

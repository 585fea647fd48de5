import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useEndSession } from '#src/api/account-writes.ts';
import { accountQueries } from '#src/api/queries.ts';
import type { Account, Session } from '#src/domain/account.ts';
import { minuteInChina } from '#src/domain/day.ts';
import { accountsWords } from '#src/messages/accounts.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { QueryView } from '#src/parts/query-view.tsx';
import classes from './accounts.module.css';
import { Confirm } from './confirm.tsx';

/** Where the account is signed in; each can be ended. */
export function SessionSection({ account }: { account: Account }) {
  const t = useMessages(accountsWords);
  const { text } = useFormat();
  const query = useQuery(accountQueries.sessions(account.id));
  const write = useEndSession();
  const [ending, setEnding] = useState<Session | null>(null);
  const close = () => {
    write.reset();
    setEnding(null);
  };
  return (
    <section className={classes.section}>
      <h2>{t.sessions}</h2>
      <QueryView
        query={query}
        isEmpty={(sessions) => sessions.length === 0}
        empty={<p className={classes.calm}>{t.noSessions}</p>}
      >
        {(sessions) => (
          <ul className={classes.sessions}>
            {sessions.map((session) => (
              <SessionItem key={session.id} session={session} onEnd={() => setEnding(session)} />
            ))}
          </ul>
        )}
      </QueryView>
      {ending ? (
        <Confirm
          title={t.endTitle}
          act={t.endConfirm}
          busy={write.isPending}
          error={write.error}
          onClose={close}
          onConfirm={() =>
            write.mutate({ accountId: account.id, sessionId: ending.id }, { onSuccess: close })
          }
        >
          <p>{ending.current ? t.endOwnAsk : t.endAsk(text(account.name))}</p>
        </Confirm>
      ) : null}
    </section>
  );
}

function SessionItem({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const t = useMessages(accountsWords);
  const agent = session.agent ?? t.unknownAgent;
  return (
    <li className={classes.session}>
      <div>
        {agent}
        {session.current ? <span className={classes.tag}>{t.thisSession}</span> : null}
        <span className={classes.small}>
          {t.sessionSince(minuteInChina(session.startedAt), minuteInChina(session.lastSeenAt))}
          {t.list}
          {t.sessionUntil(minuteInChina(session.expiresAt))}
        </span>
      </div>
      <Button variant="default" aria-label={t.endNamed(agent)} onClick={onEnd}>
        {t.end}
      </Button>
    </li>
  );
}

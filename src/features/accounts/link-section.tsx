import { Button } from '@mantine/core';
import { useState } from 'react';
import { useInviteAgain } from '#src/api/account-writes.ts';
import type { Account, Invitation } from '#src/domain/account.ts';
import { accountsWords } from '#src/messages/accounts.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import classes from './accounts.module.css';
import { Confirm } from './confirm.tsx';
import { OneTimeLink } from './one-time-link.tsx';
import { useAsked } from './use-asked.ts';

/** A new link for whoever lost the last one, or the password. */
export function LinkSection({ account }: { account: Account }) {
  const t = useMessages(accountsWords);
  const { text } = useFormat();
  const { asked, ask } = useAsked();
  const write = useInviteAgain();
  const [made, setMade] = useState<Invitation | null>(null);
  const close = () => {
    write.reset();
    ask(undefined);
  };
  return (
    <section className={classes.section}>
      <h2>{t.newLink}</h2>
      {made ? (
        <OneTimeLink invitation={made} name={text(account.name)} />
      ) : (
        <>
          <p className={classes.calm}>{t.newLinkText}</p>
          <Button variant="default" onClick={() => ask('link')}>
            {t.makeNewLink}
          </Button>
        </>
      )}
      {asked === 'link' ? (
        <Confirm
          title={t.newLink}
          act={t.makeNewLink}
          busy={write.isPending}
          error={write.error}
          onClose={close}
          onConfirm={() =>
            write.mutate(
              { accountId: account.id },
              {
                onSuccess: (invitation) => {
                  setMade(invitation);
                  close();
                },
              },
            )
          }
        >
          <p>{t.newLinkAsk(text(account.name))}</p>
        </Confirm>
      ) : null}
    </section>
  );
}

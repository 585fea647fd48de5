import type { Invitation } from '#src/domain/account.ts';
import { minuteInChina } from '#src/domain/day.ts';
import { accountsWords } from '#src/messages/accounts.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { ShownOnce } from './shown-once.tsx';
import { useInvitationLink } from './use-invitation-link.ts';

/** The link as it was just made, and what to do with it. */
export function OneTimeLink({ invitation, name }: { invitation: Invitation; name: string }) {
  const t = useMessages(accountsWords);
  const linkOf = useInvitationLink();
  return (
    <>
      <Notice tone="done" title={t.linkTitle(name)}>
        {t.linkText}
      </Notice>
      <ShownOnce
        label={t.link}
        value={linkOf(invitation.secret)}
        until={t.linkUntil(minuteInChina(invitation.expiresAt))}
      />
    </>
  );
}

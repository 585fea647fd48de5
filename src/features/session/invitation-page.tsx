import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { problemOf } from '#src/api/problem.ts';
import { invitationQuery } from '#src/api/queries.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { sessionWords } from '#src/messages/session.ts';
import { QueryView } from '#src/parts/query-view.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { SetPassword } from './set-password.tsx';
import classes from './session.module.css';

/** A one-time link: its secret stands behind the #, is never part of a request's address, and leaves the address bar at once. */
export function InvitationPage() {
  const t = useMessages(sessionWords);
  const navigate = useNavigate();
  const hash = useRouterState({ select: ({ location }) => location.hash });
  const [secret, keep] = useState(hash);
  if (hash !== '' && hash !== secret) keep(hash);
  useEffect(() => {
    if (hash !== '') void navigate({ to: '/invitation', hash: '', replace: true });
  }, [hash, navigate]);
  if (secret === '') {
    return (
      <Page>
        <ToSignIn title={t.invitationIncomplete}>{t.invitationIncompleteText}</ToSignIn>
      </Page>
    );
  }
  return <Invitation key={secret} secret={secret} />;
}

function Invitation({ secret }: { secret: string }) {
  const t = useMessages(sessionWords);
  const query = useQuery(invitationQuery(secret));
  const isRefused =
    query.isError && ['INVITATION_NOT_VALID', 'BAD_REQUEST'].includes(problemOf(query.error).code);
  if (isRefused) {
    return (
      <Page>
        <ToSignIn title={t.invitationGone}>{t.invitationGoneText}</ToSignIn>
      </Page>
    );
  }
  if (query.data) return <SetPassword greeting={query.data} secret={secret} />;
  return (
    <Page>
      <QueryView query={query} isEmpty={() => false} empty={null}>
        {() => null}
      </QueryView>
    </Page>
  );
}

function Page({ children }: { children: ReactNode }) {
  const t = useMessages(sessionWords);
  return (
    <div className={classes.page}>
      <h1>{t.invitationPlain}</h1>
      {children}
    </div>
  );
}

function ToSignIn({ title, children }: { title: string; children: ReactNode }) {
  const t = useMessages(sessionWords);
  return (
    <Notice tone="plain" title={title} action={<Link to="/">{t.toSignIn}</Link>}>
      {children}
    </Notice>
  );
}

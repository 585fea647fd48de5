import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { aboutQuery } from '#src/api/queries.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { sessionWords } from '#src/messages/session.ts';
import { useIsSilent } from '#src/parts/connection.ts';
import { useLateSignOut } from '#src/parts/late-sign-out.ts';
import { Notice } from '#src/ui/notice.tsx';
import classes from './session.module.css';
import { SignInForm } from './sign-in-form.tsx';

/** Stands in place of whatever page was opened: its link stays, and opens after signing in. */
export function SignInPage() {
  const t = useMessages(sessionWords);
  const about = useQuery(aboutQuery());
  const isOut = useLateSignOut();
  const isSilent = useIsSilent();
  const isHome = useRouterState({ select: ({ location }) => location.pathname === '/' });
  return (
    <div className={classes.page}>
      <h1>{t.signInTitle}</h1>
      {isOut ? <Notice tone="plain">{t.signedOutHere}</Notice> : null}
      {isSilent ? <p className={classes.calm}>{t.signInNeeds}</p> : null}
      {isHome ? null : <p className={classes.calm}>{t.goesOn}</p>}
      {about.data?.sample ? <Notice tone="plain">{t.sampleHint}</Notice> : null}
      <SignInForm />
      <p className={classes.calm}>{t.forgot}</p>
    </div>
  );
}

import { useRouterState } from '@tanstack/react-router';
import { useMessages } from '#src/messages/locale.tsx';
import { sessionWords } from '#src/messages/session.ts';
import { useIsSilent } from '#src/parts/connection.ts';
import { useLateSignOut } from '#src/parts/late-sign-out.ts';
import { Notice } from '#src/ui/notice.tsx';
import classes from './session.module.css';
import { SignInForm } from './sign-in-form.tsx';

/**
 * Stands in place of whatever page was opened: its link stays, and opens after signing in.
 * @param isTrial whether one can choose with whose eyes to look: on the mocked service, not on a real one with the sample in it
 */
export function SignInPage({ isTrial }: { isTrial: boolean }) {
  const t = useMessages(sessionWords);
  const isOut = useLateSignOut();
  const isSilent = useIsSilent();
  const isHome = useRouterState({ select: ({ location }) => location.pathname === '/' });
  return (
    <div className={classes.page}>
      <h1>{t.signInTitle}</h1>
      {isOut ? <Notice tone="plain">{t.signedOutHere}</Notice> : null}
      {isSilent ? <p className={classes.calm}>{t.signInNeeds}</p> : null}
      {isHome ? null : <p className={classes.calm}>{t.goesOn}</p>}
      {isTrial ? <Notice tone="plain">{t.sampleHint}</Notice> : null}
      <SignInForm />
      <p className={classes.calm}>{t.forgot}</p>
    </div>
  );
}

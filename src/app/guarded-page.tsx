import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useMatches } from '@tanstack/react-router';
import { Fragment, lazy, Suspense } from 'react';
import { aboutQuery } from '#src/api/queries.ts';
import { mayAnywhere, type Action } from '#src/domain/permission.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { whoWords } from '#src/messages/who.ts';
import { terms } from '#src/messages/terms.ts';
import { useVaultState } from '#src/offline/use-outbox.tsx';
import { QueryView } from '#src/parts/query-view.tsx';
import { useSession } from '#src/parts/session.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { LoadingPage } from './fallback-pages.tsx';
import { useSampleControls } from './sample-controls.tsx';
import classes from './shell.module.css';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** What one must be allowed somewhere to see the page: an action of the permission table, or nothing at all. */
    action?: Action | 'anyone';
  }
}

const SignInPage = lazy(async () => ({
  default: (await import('#src/features/session/sign-in-page.tsx')).SignInPage,
}));
const SessionEnded = lazy(async () => ({
  default: (await import('#src/features/session/session-ended.tsx')).SessionEnded,
}));

const LockScreen = lazy(async () => ({
  default: (await import('#src/features/phone-lock/lock-screen.tsx')).LockScreen,
}));
const IdleLock = lazy(async () => ({
  default: (await import('#src/features/phone-lock/idle-lock.tsx')).IdleLock,
}));

/** The page that the link asks for, to whoever may see it; to others the way in, or why not. */
export function GuardedPage() {
  const { state, actor } = useSession();
  const vault = useVaultState();
  const about = useQuery(aboutQuery());
  const isTrial = useSampleControls() !== null;
  const actions = useMatches({
    select: (matches) => matches.flatMap(({ staticData }) => staticData.action ?? []),
    structuralSharing: true,
  });
  if (actions.includes('anyone')) return <Page />;
  if (state === 'asking') {
    return (
      <QueryView query={about} isEmpty={() => true} empty={<LoadingPage />}>
        {() => null}
      </QueryView>
    );
  }
  if (!actor) {
    return (
      <Suspense fallback={<LoadingPage />}>
        <SignInPage isTrial={isTrial} />
      </Suspense>
    );
  }
  // Whether a PIN stands before what is kept here has to be known first.
  if (vault.is === 'nobody' || vault.is === 'reading' || vault.accountId !== actor.id) return <LoadingPage />;
  if (vault.is === 'locked') {
    return (
      <Suspense fallback={<LoadingPage />}>
        <LockScreen actor={actor} tries={vault.tries} />
      </Suspense>
    );
  }
  const isAllowed = actions.every((action) => action === 'anyone' || mayAnywhere(actor, action));
  return (
    <>
      {/* Another person begins anew: nothing that was typed or read before is theirs. */}
      <Fragment key={actor.id}>{isAllowed ? <Page /> : <NotAllowed />}</Fragment>
      {vault.is === 'open' && vault.hasPin ? (
        <Suspense fallback={null}>
          <IdleLock />
        </Suspense>
      ) : null}
      {state === 'ended' ? (
        <Suspense fallback={null}>
          <SessionEnded actor={actor} />
        </Suspense>
      ) : null}
    </>
  );
}

function Page() {
  return (
    <Suspense fallback={<LoadingPage />}>
      <Outlet />
    </Suspense>
  );
}

/** Not an error: the link is right, but meant for another role. The first page leads on to what the role has. */
function NotAllowed() {
  const t = useMessages(whoWords);
  const term = useMessages(terms);
  const { actor } = useSession();
  const isHome = useMatches({ select: (matches) => matches.at(-1)?.fullPath === '/' });
  if (!actor) return null;
  if (isHome && mayAnywhere(actor, 'manageAccounts')) return <Navigate to="/accounts" replace />;
  return (
    <div className={classes.alone}>
      <h1>{t.forbiddenTitle}</h1>
      <Notice tone="plain" action={<Link to="/">{t.forbiddenHome}</Link>}>
        {t.forbiddenText(term.role[actor.role])}
      </Notice>
    </div>
  );
}

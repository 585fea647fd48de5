import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useMessages } from '#src/messages/locale.tsx';
import { shellWords } from '#src/messages/shell.ts';
import { useVaultState } from '#src/offline/use-outbox.tsx';
import { AsOf } from './as-of.tsx';
import { OpenFigure } from './open-figure.tsx';
import { OpenReading } from './open-reading.tsx';
import { GuardedPage } from './guarded-page.tsx';
import { OutboxCount } from './outbox-count.tsx';
import { Navigation } from './navigation.tsx';
import { Preferences } from './preferences.tsx';
import { SampleNotice } from './sample-notice.tsx';
import { whenIdle } from './when-idle.ts';
import { Who } from './who.tsx';
import classes from './shell.module.css';

const beside = () => whenIdle(() => import('./beside.ts'));
const BegunNotice = lazy(async () => ({ default: (await beside()).BegunNotice }));
const KeepOwnVillages = lazy(async () => ({ default: (await beside()).KeepOwnVillages }));
const NewVersion = lazy(async () => ({ default: (await beside()).NewVersion }));

/** The frame around every screen. */
export function Shell() {
  const t = useMessages(shellWords);
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content" onClick={focusContent}>
        {t.skip}
      </a>
      <header className={classes.header}>
        <Link to="/" className={classes.brand}>
          <span className={classes.long}>{t.productLong}</span>
          <span className={classes.short}>{t.product}</span>
        </Link>
        <div className={classes.tools}>
          <OutboxCount />
          <Preferences />
          <Who />
        </div>
      </header>
      <div className={classes.notice}>
        <SampleNotice />
        <AsOf />
        <Suspense fallback={null}>
          <NewVersion />
          <BegunNotice />
        </Suspense>
      </div>
      <div className={classes.navigation}>
        <Navigation />
      </div>
      <main id="content" className={classes.content} tabIndex={-1}>
        <GuardedPage />
      </main>
      <BesideThePage />
    </div>
  );
}

/** What is nobody's business while the device is locked. Apart from the frame, which the lock is no reason to draw anew. */
function BesideThePage() {
  if (useVaultState().is === 'locked') return null;
  return (
    <>
      <OpenFigure />
      <OpenReading />
      <Suspense fallback={null}>
        <KeepOwnVillages />
      </Suspense>
    </>
  );
}

/** By hand: where the place stands behind the #, a plain fragment link would leave the page. */
function focusContent(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

import { endSession } from '#src/api/end-session.ts';
import { useEffect, useSyncExternalStore } from 'react';
import { signedOutHere } from '#src/offline/signed-out.ts';
import { connection } from './connection.ts';

/** Of the lock: another tab may tell it just now, and what a new session's cookie would end is not this one. */
const NAME = 'late-sign-out';
const alone = (work: () => Promise<boolean>): Promise<boolean> =>
  'locks' in navigator ? navigator.locks.request(NAME, work) : work();

let telling: Promise<boolean> | null = null;

async function tell(): Promise<boolean> {
  const accountId = signedOutHere.accountId();
  if (accountId === null) return true;
  const end = await endSession(accountId);
  if (end === 'ended') signedOutHere.forget();
  else signedOutHere.missed();
  connection.tell(end !== 'silent');
  return end === 'ended';
}

/** Tells the service of whoever signed out here while it could not be asked. Resolves with whether it knows. */
export function tellSignOut(): Promise<boolean> {
  telling ??= alone(tell).finally(() => {
    telling = null;
  });
  return telling;
}

/**
 * What goes before every question: none is asked with the session of somebody who has signed out here. Null where
 * there is nothing to tell; rejects, as a network that is away does, where the service does not know it yet.
 */
export function beforeAsking(): Promise<void> | null {
  if (signedOutHere.accountId() === null) return null;
  return tellSignOut().then((isKnown) => {
    if (!isKnown) throw new TypeError('a session has to be ended first');
  });
}

/** Milliseconds between two tries. */
const AGAIN = 15_000;

/** Whether the service could not be told of a sign-out here; tells it again and again for as long as this is on screen. */
export function useLateSignOut(): boolean {
  const isUntold = useSyncExternalStore(signedOutHere.subscribe, signedOutHere.wasMissed);
  useEffect(() => {
    if (!isUntold) return;
    const again = (): void => void tellSignOut();
    const timer = setInterval(again, AGAIN);
    addEventListener('online', again);
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
    };
  }, [isUntold]);
  return isUntold;
}

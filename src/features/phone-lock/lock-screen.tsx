import { Button } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import type { Actor } from '#src/domain/account.ts';
import { useFormat } from '#src/messages/format.ts';
import { useLocale, useMessages } from '#src/messages/locale.tsx';
import { phoneLockWords } from '#src/messages/phone-lock.ts';
import { summaryOf } from '#src/offline/outbox-summary.ts';
import { FREE_TRIES, waitLeft } from '#src/offline/pin.ts';
import { useFieldWork, useOutboxView } from '#src/offline/use-outbox.tsx';
import type { Tries } from '#src/offline/vault.ts';
import { GiveUp } from './give-up.tsx';
import { PinField } from './pin-field.tsx';
import { pinProblem, type PinProblem } from './pin-problem.ts';
import classes from './phone-lock.module.css';

/** To the second: some waits are short. */
const timeOf = (at: number, locale: string): string =>
  new Date(at).toLocaleTimeString(locale, { hour12: false });

/** In place of every page: nothing of what is kept here is shown before the PIN is given. */
export function LockScreen({ actor, tries }: { actor: Actor; tries: Tries }) {
  const t = useMessages(phoneLockWords);
  const { text } = useFormat();
  const { locale } = useLocale();
  const { vault } = useFieldWork();
  const { unsent } = summaryOf(useOutboxView(), actor.id);
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<PinProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const waits = useWait(tries);
  const left = FREE_TRIES + 1 - tries.failed;

  const unlock = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || pin === '') return;
    setBusy(true);
    setProblem(null);
    try {
      await vault.unlock(pin);
    } catch (error) {
      setProblem(pinProblem(error));
      setPin('');
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={classes.page}>
      <h1>{t.lockedTitle}</h1>
      <p>{t.lockedText(text(actor.name))}</p>
      {unsent > 0 ? <p>{t.lockedItems(unsent)}</p> : null}
      <form onSubmit={(event) => void unlock(event)} noValidate autoComplete="off" className={classes.form}>
        <PinField label={t.pin} value={pin} onChange={setPin} error={problem && t.problem[problem]} />
        <p role="status" className={classes.calm}>
          {waits
            ? t.waitUntil(timeOf(tries.waitUntil, locale))
            : tries.failed > 0 && left > 0
              ? t.triesLeft(left)
              : null}
        </p>
        <Button type="submit" loading={busy} disabled={waits} className={classes.submit}>
          {t.unlock}
        </Button>
      </form>
      <GiveUp accountId={actor.id} unsent={unsent} />
    </div>
  );
}

/** Whether the next try has to wait; redraws when it does not any more. */
function useWait(tries: Tries): boolean {
  const [over, setOver] = useState<Tries | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setOver(tries), waitLeft(tries, Date.now()));
    return () => clearTimeout(timer);
  }, [tries]);
  return tries.failed > FREE_TRIES && over !== tries;
}

import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMessages } from '#src/messages/locale.tsx';
import { phoneLockWords } from '#src/messages/phone-lock.ts';
import { useFieldWork } from '#src/offline/use-outbox.tsx';
import { useFormOpen } from '#src/parts/form-open.ts';
import { PinField } from './pin-field.tsx';
import { pinProblem, type PinProblem } from './pin-problem.ts';
import classes from './phone-lock.module.css';

export type PinAct = 'set' | 'change' | 'remove';

/** Sets, changes or removes the PIN: the old one where there is one, and the new one twice. */
export function PinForm({ act, onDone }: { act: PinAct; onDone: (act: PinAct) => void }) {
  useFormOpen();
  const t = useMessages(phoneLockWords);
  const { vault } = useFieldWork();
  const [now, setNow] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<PinProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const isOld = problem === 'WRONG_PIN' || problem === 'WAIT';
  const words = problem && t.problem[problem];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (act !== 'remove' && next !== again) {
      setProblem('DIFFERENT');
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      if (act === 'set') await vault.setPin(next);
      else if (act === 'change') await vault.changePin(now, next);
      else await vault.removePin(now);
      onDone(act);
    } catch (error) {
      setProblem(pinProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate autoComplete="off" className={classes.form}>
      {act === 'set' ? null : (
        <PinField label={t.currentPin} value={now} onChange={setNow} error={isOld ? words : null} />
      )}
      {act === 'remove' ? (
        <p>{t.removeText}</p>
      ) : (
        <>
          <PinField
            label={t.newPin}
            description={t.hint}
            value={next}
            onChange={setNext}
            error={problem === 'WEAK_PIN' || problem === 'other' ? words : null}
          />
          <PinField
            label={t.repeat}
            value={again}
            onChange={setAgain}
            error={problem === 'DIFFERENT' ? words : null}
          />
        </>
      )}
      {act === 'remove' && problem === 'other' ? <p role="alert">{words}</p> : null}
      <Button type="submit" loading={busy} className={classes.submit}>
        {t[act]}
      </Button>
    </form>
  );
}

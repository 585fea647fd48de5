import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '#src/messages/locale.tsx';
import { phoneLockWords } from '#src/messages/phone-lock.ts';
import { summaryOf } from '#src/offline/outbox-summary.ts';
import { useFieldWork, useOutboxView, useVaultState } from '#src/offline/use-outbox.tsx';
import { useActor } from '#src/parts/use-may.ts';
import { Notice } from '#src/ui/notice.tsx';
import { PinForm, type PinAct } from './pin-form.tsx';
import classes from './phone-lock.module.css';

/** Minutes without a touch. */
const IDLE = [1, 5, 10, 30, 60];

/** What locks what is kept on this phone: set it, change it, lock now. */
export function PhoneLockPage() {
  const t = useMessages(phoneLockWords);
  const { vault } = useFieldWork();
  const state = useVaultState();
  const actor = useActor();
  const { unsent, ofOthers } = summaryOf(useOutboxView(), actor?.id ?? null);
  const [done, setDone] = useState<PinAct | null>(null);
  return (
    <div className={classes.page}>
      <h1>{t.title}</h1>
      {done ? <Notice tone="done">{t.done[done]}</Notice> : null}
      {state.is === 'unusable' ? <Notice tone="problem">{t.unusable}</Notice> : null}
      {state.is === 'open' ? (
        <>
          <p>{state.hasPin ? t.hasPin : t.noPin}</p>
          {state.hasPin ? (
            <>
              <Button className={classes.submit} onClick={() => void vault.lock()}>
                {t.lockNow}
              </Button>
              <NativeSelect
                label={t.idle}
                value={String(state.idleMinutes)}
                data={IDLE.map((n) => ({ value: String(n), label: t.minutes(n) }))}
                onChange={(event) => void vault.lockAfter(Number(event.currentTarget.value)).catch(() => {})}
              />
              <Act key="change" act="change" title={t.changeTitle} onDone={setDone} />
              <Act key="remove" act="remove" title={t.removeTitle} onDone={setDone} />
            </>
          ) : (
            <>
              <p>{t.noPinText}</p>
              <h2>{t.setTitle}</h2>
              <PinForm act="set" onDone={setDone} />
            </>
          )}
          <p className={classes.calm}>{t.limits}</p>
        </>
      ) : null}
      {unsent > 0 ? <p>{t.waiting(unsent)}</p> : null}
      {ofOthers > 0 ? <p>{t.ofOthers(ofOthers)}</p> : null}
    </div>
  );
}

/** Behind a touch; folded again when it is done. */
function Act({ act, title, onDone }: { act: PinAct; title: string; onDone: (act: PinAct) => void }) {
  const [times, setTimes] = useState(0);
  return (
    <details key={times} className={classes.forgotten}>
      <summary>{title}</summary>
      <PinForm
        act={act}
        onDone={(what) => {
          setTimes(times + 1);
          onDone(what);
        }}
      />
    </details>
  );
}

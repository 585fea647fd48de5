import { useState } from 'react';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import classes from './draft-line.module.css';
import { useLog } from './log-context.ts';
import { useMoment } from '#src/parts/moment.ts';
import type { KeptForm } from './use-kept-form.ts';
import type { VisitForm } from './visit-form.ts';

interface Props {
  kept: KeptForm;
  /** Whether the form began with a draft of an earlier time. */
  restored: boolean;
  empty: () => VisitForm;
  onDiscard: () => void;
}

/** Quietly: this is a draft, from when, and how to be rid of it; what another tab did to it. */
export function DraftLine({ kept, restored, empty, onDiscard }: Props) {
  const t = useMessages(logVisitWords);
  const { text } = useFormat();
  const { time, moment } = useMoment();
  const { form, sheet } = useLog();
  const [discarded, setDiscarded] = useState<{ was: VisitForm; now: VisitForm } | null>(null);
  const { otherTab, keptAt } = kept;

  const discard = () => {
    const now = empty();
    setDiscarded({ was: form, now });
    kept.discard(now);
    onDiscard();
  };
  // Once something new was typed, bringing the old draft back would lose that.
  const undoable = discarded?.now === form ? discarded : null;
  return (
    <div className={classes.lines} role="status">
      {undoable ? (
        <p className={classes.line}>
          {t.discarded}
          <button type="button" className={classes.act} onClick={() => kept.replace(undoable.was, 'draft')}>
            {t.undo}
          </button>
        </p>
      ) : restored && keptAt !== null ? (
        <p className={classes.line}>
          {t.draftOf(text(sheet.village.name), moment(keptAt))}
          <button type="button" className={classes.act} onClick={discard} aria-label={t.discard}>
            {t.discardShort}
          </button>
        </p>
      ) : null}
      {otherTab?.did === 'changed' ? (
        <p className={classes.line} data-loud>
          {t.otherTab(time(otherTab.draft.savedAt))}
          <button type="button" className={classes.act} onClick={kept.takeOther}>
            {t.takeOther}
          </button>
        </p>
      ) : null}
      {otherTab?.did === 'removed' ? (
        <p className={classes.line} data-loud>
          {t.otherTabDone}
        </p>
      ) : null}
    </div>
  );
}

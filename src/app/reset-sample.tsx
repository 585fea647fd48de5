import { Button } from '@mantine/core';
import { useMessages } from '#src/messages/locale.tsx';
import { shellWords } from '#src/messages/shell.ts';
import { Dialog } from '#src/ui/dialog.tsx';
import type { SampleControls } from './sample-controls.tsx';
import classes from './sample-notice.module.css';

/** Asks before everything is forgotten that was written on the sample. */
export function ResetSample({ controls, onClose }: { controls: SampleControls; onClose: () => void }) {
  const t = useMessages(shellWords);
  const reset = async () => {
    try {
      await controls.reset();
    } finally {
      location.reload();
    }
  };
  return (
    <Dialog onClose={onClose} title={t.resetSample} closeButtonProps={{ 'aria-label': t.cancel }}>
      <p>{t.resetAsk}</p>
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          {t.cancel}
        </Button>
        <Button onClick={() => void reset()}>{t.resetConfirm}</Button>
      </div>
    </Dialog>
  );
}

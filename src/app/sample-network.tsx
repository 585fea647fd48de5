import { useMessages } from '#src/messages/locale.tsx';
import { sampleWords } from '#src/messages/sample.ts';
import { useSampleNetwork } from './network-choice.tsx';
import type { SampleControls } from './sample-controls.tsx';
import classes from './sample-notice.module.css';

/** Says on every page, whether or not anything can be read there, that the network is on trial; one touch ends it. */
export function SampleNetworkNotice({ controls }: { controls: SampleControls }) {
  const t = useMessages(sampleWords);
  const network = useSampleNetwork(controls);
  if (network === 'online') return null;
  return (
    <div className={classes.trial} data-no-print>
      <p role="status">
        <strong>{t[network]}</strong> {t[`${network}Text`]}
      </p>
      <button
        type="button"
        onClick={() => {
          controls.chooseNetwork('online');
          // As the browser says it: whatever waited for the network goes on.
          dispatchEvent(new Event('online'));
        }}
      >
        {t.backOnline}
      </button>
    </div>
  );
}

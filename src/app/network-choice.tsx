import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { IconAccessPoint, IconAccessPointOff } from '@tabler/icons-react';
import { aboutQuery } from '#src/api/queries.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { sampleWords } from '#src/messages/sample.ts';
import { sampleNetworks, type SampleControls, type SampleNetwork } from './sample-controls.tsx';
import classes from './sample-notice.module.css';

export const useSampleNetwork = ({ hearNetwork, network }: SampleControls): SampleNetwork =>
  useSyncExternalStore(hearNetwork, network);

/** Takes the sample's service away, or lets its answers get lost, until it is chosen otherwise. */
export function NetworkChoice({ controls }: { controls: SampleControls }) {
  const t = useMessages(sampleWords);
  const queries = useQueryClient();
  const network = useSampleNetwork(controls);
  const choose = (chosen: SampleNetwork) => {
    controls.chooseNetwork(chosen);
    if (chosen === 'none') void queries.refetchQueries({ queryKey: aboutQuery().queryKey });
    // As the browser says it: whatever waited for the network goes on.
    else dispatchEvent(new Event('online'));
  };
  const Icon = network === 'online' ? IconAccessPoint : IconAccessPointOff;
  return (
    <label className={classes.network}>
      <Icon aria-hidden stroke={1.6} />
      <span>{t.network}</span>
      <select
        value={network}
        onChange={({ currentTarget }) => {
          const chosen = sampleNetworks.find((one) => one === currentTarget.value);
          if (chosen) choose(chosen);
        }}
      >
        {sampleNetworks.map((value) => (
          <option key={value} value={value}>
            {t.networks[value]}
          </option>
        ))}
      </select>
    </label>
  );
}

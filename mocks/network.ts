import type { Kept } from './eyes.ts';

/** `losesAnswers`: what is sent arrives and is done, and its answer gets lost on the way back. */
const networks = ['online', 'none', 'losesAnswers'] as const;
export type MockNetwork = (typeof networks)[number];

const KEY = 'sample-network';

/** How the line to the mocked service is, for the person who tries it. */
export function networkOf(kept: Kept): MockNetwork {
  const chosen = kept.getItem(KEY);
  return networks.find((one) => one === chosen) ?? 'online';
}

const listeners = new Set<() => void>();

/** Lasts until another is chosen, in all tabs, whatever is reloaded. */
export function chooseNetwork(kept: Kept, chosen: MockNetwork): void {
  if (chosen === 'online') kept.removeItem(KEY);
  else kept.setItem(KEY, chosen);
  for (const heard of listeners) heard();
}

/** Hears of choices in this tab and in others. Returns how to stop. */
export function hearNetwork(heard: () => void): () => void {
  const onStorage = ({ key }: StorageEvent): void => {
    if (key === KEY || key === null) heard();
  };
  listeners.add(heard);
  addEventListener('storage', onStorage);
  return () => {
    listeners.delete(heard);
    removeEventListener('storage', onStorage);
  };
}

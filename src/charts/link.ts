import type { ReactNode } from 'react';

/**
 * Makes a mark a way to what is behind it. Charts know no routes: the feature
 * wraps the mark in its own link and gives it `label` as its accessible name.
 */
export type RenderLink = (id: string, mark: ReactNode, label: string) => ReactNode;

/** How a mark is reached: by the feature's link, or by telling the feature. Without either it is only read. */
export interface Reach {
  renderLink?: RenderLink | undefined;
  onSelect?: ((id: string) => void) | undefined;
}

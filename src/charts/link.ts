import type { ReactNode } from 'react';

/**
 * Makes a mark a way to what is behind it. Charts know no routes: the feature
 * wraps the mark in its own link. `label` is said where the mark has no words.
 */
export type RenderLink = (id: string, mark: ReactNode, label: string) => ReactNode;

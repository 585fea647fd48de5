import { createElement, Fragment, type ReactNode } from 'react';
import type { Says } from './says.ts';

interface Props<What> {
  says: Says<What>;
  /** Words that lead on, as something to press. */
  renderLink: (words: string, what: What) => ReactNode;
}

// For private use: no message and no keyboard has them.
const [OPEN, CLOSE] = ['\uE000', '\uE001'];
const between = new RegExp(`${OPEN}(\\d+)${CLOSE}`);

/** A sentence in the words of its message, with something to press where it leads on. */
export function Sentence<What>({ says, renderLink }: Props<What>) {
  const links: ReactNode[] = [];
  const said = says((words, what) => `${OPEN}${links.push(renderLink(words, what)) - 1}${CLOSE}`);
  // Every other piece is the place of a link.
  const pieces = said.split(between).map((piece, at) => (at % 2 === 0 ? piece : links[Number(piece)]));
  return createElement(Fragment, null, ...pieces);
}

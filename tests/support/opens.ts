/** Whatever a person can press to learn more, and what only asks. */
const CONTROL = 'a[href], button, summary, select, option, label, [aria-hidden="true"]';

/** A number that is none: days, the sample's names, the names of measures. */
const NAMES =
  /\d{4}-\d{2}-\d{2}|Sample (village|household|member|leader|helper) [\d-]+|\(P\d\)|[A-Z][a-z]+ \d{1,2}, \d{4}/g;

/** The texts on a page that have a number which opens nothing, each once. */
export function closedNumbers(root: HTMLElement): string[] {
  const found = new Set<string>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const words = walker.currentNode.nodeValue ?? '';
    const stands = walker.currentNode.parentElement;
    if (/\d/.test(words.replace(NAMES, '')) && !stands?.closest(CONTROL)) found.add(words.trim());
  }
  return [...found];
}

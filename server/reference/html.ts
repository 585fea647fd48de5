/** A piece of markup: what is put into it was escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | readonly Part[];

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');

function textOf(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(textOf).join('');
  return escaped(`${part}`);
}

/** Markup with values in it; whatever is no markup itself is escaped. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(pieces.map((piece, at) => piece + textOf(parts[at] ?? '')).join(''));
}

/** Pieces with something between each two of them. */
export function joined(parts: readonly Html[], between: string): Html {
  return new Html(parts.map((part) => part.text).join(escaped(between)));
}

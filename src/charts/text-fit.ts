const WIDE =
  '\\u1100-\\u115f\\u2e80-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6';
const wide = new RegExp(`[${WIDE}]`, 'u');
const CLOSING = '，。、；：？！）》」』】';
/** Where a line may break: after a Chinese character with its closing mark, or at a space. */
const pieces = new RegExp(`[${WIDE}][${CLOSING}]*|[^\\s${WIDE}]+|\\s+`, 'gu');

/** Share of the font size that a character takes, rather too much than too little. */
function share(character: string): number {
  if (wide.test(character)) return 1;
  if (/[\s.,:;'|!()[\]ijlft·]/.test(character)) return 0.38;
  if (/[A-Zmw%@→−+—…]/.test(character)) return 0.8;
  return 0.6;
}

/**
 * About how wide a text is, in pixels. Estimated, so that a drawing is laid out
 * in one pass, the same in every browser, and without a canvas.
 */
export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const character of text) sum += share(character);
  return sum * size;
}

/** As much of the text as fits in `room`, with an ellipsis where something is left out. */
function cut(text: string, size: number, room: number): string {
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** The text in lines no wider than `room` pixels, at most `most` of them; only the last is ever cut. */
export function wrapped(text: string, size: number, room: number, most = 2): string[] {
  const lines: string[] = [];
  let line = '';
  let left = text;
  for (const piece of text.match(pieces) ?? []) {
    const longer = line + piece;
    if (line.trim() !== '' && textWidth(longer.trimEnd(), size) > room) {
      if (lines.length === most - 1) break;
      lines.push(line.trim());
      line = piece.trimStart();
    } else line = longer;
    left = left.slice(piece.length);
  }
  const last = (line + left).trim();
  lines.push(textWidth(last, size) > room ? cut(last, size, room) : last);
  return lines;
}

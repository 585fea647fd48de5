import { paint } from './paint.ts';
import { element } from './svg-element.ts';
import { wrapped } from './text-fit.ts';

const MARGIN = 24;
const TITLE = { size: 17, line: 23 };
const SMALL = { size: 12.5, line: 18 };
/** Browsers give up on larger canvases. */
const LONGEST_SIDE = 16_000;

export interface Picture {
  svg: string;
  width: number;
  height: number;
}

/**
 * The drawing as one SVG that needs no style sheet: colours resolved, title and scope above,
 * source below. Sizes in CSS pixels.
 */
export function pictureOf(
  drawing: HTMLElement,
  about: readonly [title: string, scope: string, source: string],
): Picture {
  const page = getComputedStyle(document.body);
  const body = paint(drawing);
  const width = Math.max(body.width, 320) + 2 * MARGIN;
  const room = width - 2 * MARGIN;
  const block = (text: string, size: number) => (text === '' ? [] : wrapped(text, size, room, 6));
  const [title, scope, source] = [
    block(about[0], TITLE.size),
    block(about[1], SMALL.size),
    block(about[2], SMALL.size),
  ];
  const top = MARGIN + title.length * TITLE.line + scope.length * SMALL.line + 12;
  const foot = top + body.height + 12;
  const height = foot + source.length * SMALL.line + MARGIN;

  const svg = element('svg', { viewBox: `0 0 ${width} ${height}`, width, height });
  svg.append(element('title', {}, about[0]));
  svg.append(element('rect', { width, height, fill: page.backgroundColor }));
  const write = (lines: string[], from: number, { size, line }: typeof SMALL, weight: number) => {
    for (const [at, words] of lines.entries()) {
      svg.append(
        element(
          'text',
          {
            x: MARGIN,
            y: from + line * at + size,
            fill: page.color,
            'font-family': page.fontFamily,
            'font-size': size,
            'font-weight': weight,
          },
          words,
        ),
      );
    }
  };
  write(title, MARGIN, TITLE, 650);
  write(scope, MARGIN + title.length * TITLE.line, SMALL, 400);
  write(source, foot, SMALL, 400);
  const place = element('g', { transform: `translate(${MARGIN} ${top})` });
  place.append(body.group);
  svg.append(place);
  return { svg: new XMLSerializer().serializeToString(svg), width, height };
}

/** Twice the size on screen, so that it stays sharp in a report. */
export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const scale = Math.min(2, LONGEST_SIDE / Math.max(width, height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas to draw the picture on');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}

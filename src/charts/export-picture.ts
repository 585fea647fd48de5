const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 24;
const LINE = 22;
const KEPT = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-size', 'font-weight', 'font-family', 'text-anchor', 'dominant-baseline'];

export interface Picture {
  svg: string;
  width: number;
  height: number;
}

/** The drawing as one SVG that needs no style sheet: colours resolved, title above, source below. */
export function pictureOf(drawing: HTMLElement, about: readonly string[]): Picture | null {
  const charts = [...drawing.querySelectorAll<SVGSVGElement>('svg.recharts-surface')];
  if (charts.length === 0) return null;
  const page = getComputedStyle(document.body);
  const around = drawing.getBoundingClientRect();
  const [title = '', ...rest] = about;
  const source = rest.pop() ?? '';
  const top = MARGIN + LINE * (1 + rest.length) + LINE / 2;
  const width = around.width + 2 * MARGIN;
  const height = top + around.height + LINE + MARGIN;

  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('xmlns', SVG);
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  const ground = document.createElementNS(SVG, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', page.backgroundColor);
  svg.append(ground);

  const write = (words: string, y: number, size: number, weight: string) => {
    const text = document.createElementNS(SVG, 'text');
    text.textContent = words;
    text.setAttribute('x', String(MARGIN));
    text.setAttribute('y', String(y));
    text.setAttribute('fill', page.color);
    text.setAttribute('font-family', page.fontFamily);
    text.setAttribute('font-size', String(size));
    text.setAttribute('font-weight', weight);
    svg.append(text);
  };
  write(title, MARGIN + 12, 17, '600');
  for (const [at, line] of rest.entries()) write(line, MARGIN + 12 + LINE * (at + 1), 13, '400');
  write(source, height - MARGIN / 2, 12, '400');

  for (const chart of charts) {
    const at = chart.getBoundingClientRect();
    const copy = withStyles(chart);
    copy.setAttribute('x', String(MARGIN + at.left - around.left));
    copy.setAttribute('y', String(top + at.top - around.top));
    copy.setAttribute('overflow', 'visible');
    svg.append(copy);
  }
  return { svg: new XMLSerializer().serializeToString(svg), width, height };
}

/** A copy whose elements carry the styles that a style sheet gave them. */
function withStyles(chart: SVGSVGElement): SVGSVGElement {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const originals = [chart, ...chart.querySelectorAll('*')];
  for (const [at, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const original = originals[at];
    if (!original) continue;
    const style = getComputedStyle(original);
    for (const name of KEPT) {
      const value = style.getPropertyValue(name);
      if (value) element.setAttribute(name, value);
    }
    element.removeAttribute('class');
  }
  return copy;
}

/** Twice the size on screen, so that it stays sharp in a report. */
export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas to draw the picture on');
  context.scale(2, 2);
  context.drawImage(image, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}

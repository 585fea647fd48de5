import { element } from './svg-element.ts';

const KEPT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'font-size',
  'font-weight',
  'font-family',
  'text-anchor',
];
const HATCH = 'paint-hatch';

interface Painted {
  group: SVGElement;
  width: number;
  height: number;
}

/**
 * What stands on the screen under `root`, HTML and drawings alike, as shapes that need no
 * style sheet. What is hidden, or scrolled out, is treated as follows: hidden is left out,
 * scrolled out is painted.
 */
export function paint(root: HTMLElement): Painted {
  const scrolled = [root, ...root.querySelectorAll<HTMLElement>('*')].filter(
    (e) => e.scrollLeft > 0 || e.scrollTop > 0,
  );
  const places = scrolled.map((e) => [e.scrollLeft, e.scrollTop] as const);
  for (const e of scrolled) e.scrollTo({ left: 0, top: 0, behavior: 'instant' });
  const around = root.getBoundingClientRect();
  const group = element('g', {});
  const reach = { width: around.width, height: around.height };
  group.append(hatching(getComputedStyle(root).color));
  visit(root, { group, left: around.left, top: around.top, reach });
  for (const [at, e] of scrolled.entries()) {
    const [left = 0, top = 0] = places[at] ?? [];
    e.scrollTo({ left, top, behavior: 'instant' });
  }
  return { group, width: Math.ceil(reach.width), height: Math.ceil(reach.height) };
}

interface Canvas {
  group: SVGElement;
  left: number;
  top: number;
  reach: { width: number; height: number };
}

function visit(node: Element, canvas: Canvas): void {
  const style = getComputedStyle(node);
  const isHidden = style.display === 'none' || style.visibility === 'hidden' || style.clipPath !== 'none';
  if (isHidden || node.hasAttribute('data-no-print')) return;
  if (node instanceof SVGSVGElement) {
    paintDrawing(node, canvas);
    return;
  }
  paintBox(node, style, canvas);
  for (const child of node.childNodes) {
    if (child instanceof Text) paintText(child, style, canvas);
    else if (child instanceof Element) visit(child, canvas);
  }
}

/** Ground, hatching and border of a box. */
function paintBox(node: Element, style: CSSStyleDeclaration, { group, left, top, reach }: Canvas): void {
  const box = node.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return;
  const area = { x: box.left - left, y: box.top - top, width: box.width, height: box.height };
  if (node.matches('table, ul, p, svg')) {
    reach.width = Math.max(reach.width, area.x + area.width);
    reach.height = Math.max(reach.height, area.y + area.height);
  }
  const rx = Number.parseFloat(style.borderTopLeftRadius) || 0;
  const isPainted = !/^(transparent|rgba\(.*, 0\))$/.test(style.backgroundColor);
  if (isPainted) group.append(element('rect', { ...area, rx, fill: style.backgroundColor }));
  if (style.backgroundImage.includes('repeating-linear-gradient'))
    group.append(element('rect', { ...area, rx, fill: `url(#${HATCH})` }));
  const line = (side: string) =>
    style.getPropertyValue(`border-${side}-style`) === 'none'
      ? 0
      : Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) || 0;
  const look = (side: string) => ({
    stroke: style.getPropertyValue(`border-${side}-color`),
    'stroke-width': line(side),
    'stroke-dasharray': /dotted|dashed/.test(style.getPropertyValue(`border-${side}-style`)) ? '2 2' : 'none',
  });
  if (line('top') > 0 && line('left') > 0) {
    const inset = line('top') / 2;
    const inner = {
      x: area.x + inset,
      y: area.y + inset,
      width: area.width - 2 * inset,
      height: area.height - 2 * inset,
    };
    group.append(element('rect', { ...inner, rx, fill: 'none', ...look('top') }));
  } else if (line('bottom') > 0) {
    const y = area.y + area.height - line('bottom') / 2;
    group.append(element('line', { x1: area.x, x2: area.x + area.width, y1: y, y2: y, ...look('bottom') }));
  }
}

/** Words line by line, as the browser broke them. */
function paintText(node: Text, style: CSSStyleDeclaration, { group, left, top }: Canvas): void {
  const words = node.data;
  if (words.trim() === '') return;
  const range = document.createRange();
  const lines: { text: string; box: DOMRect }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.box.top - box.top) < 2) last.text += words[at];
    else lines.push({ text: words[at] ?? '', box });
  }
  const size = Number.parseFloat(style.fontSize);
  for (const { text, box } of lines) {
    const look = {
      fill: style.color,
      'font-family': style.fontFamily,
      'font-size': size,
      'font-weight': style.fontWeight,
    };
    // The middle of the line box is about a third of the size above the baseline.
    group.append(
      element(
        'text',
        { x: box.left - left, y: box.top - top + box.height / 2 + size * 0.35, ...look },
        text.trimEnd(),
      ),
    );
  }
}

/** A copy of a drawing whose elements carry the styles that style sheets gave them. */
function paintDrawing(drawing: SVGSVGElement, { group, left, top }: Canvas): void {
  const box = drawing.getBoundingClientRect();
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  for (const [at, painted] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const original = originals[at];
    if (!original) continue;
    const style = getComputedStyle(original);
    for (const name of KEPT) {
      const value = style.getPropertyValue(name);
      if (value) painted.setAttribute(name, value);
    }
    for (const name of ['class', 'style', 'href', 'tabindex', 'role']) painted.removeAttribute(name);
  }
  for (const hit of copy.querySelectorAll('[data-hit]')) hit.remove();
  copy.setAttribute('x', String(box.left - left));
  copy.setAttribute('y', String(box.top - top));
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height));
  copy.setAttribute('overflow', 'visible');
  group.append(copy);
}

function hatching(ink: string): SVGElement {
  const pattern = element('pattern', {
    id: HATCH,
    width: 5,
    height: 5,
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  });
  pattern.append(
    element('line', { x1: 0, y1: 0, x2: 0, y2: 5, stroke: ink, 'stroke-opacity': 0.45, 'stroke-width': 2 }),
  );
  const defs = element('defs', {});
  defs.append(pattern);
  return defs;
}

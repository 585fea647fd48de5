import { html, joined, type Html } from './html.ts';

/** A schema of the document, as far as the page tells it. */
export interface Shape {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
  additionalProperties?: boolean | Shape;
  propertyNames?: Shape;
  items?: Shape;
  format?: string;
  pattern?: string;
  description?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
}

export const schemaAnchor = (name: string): string => `schema-${name}`;

const nameIn = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);
const variantsOf = (shape: Shape): Shape[] => shape.anyOf ?? shape.oneOf ?? [];

/** What a value is, in a few words, with links to what has a name. */
export function typeOf(shape: Shape): Html {
  if (shape.$ref) return html`<a href="#${schemaAnchor(nameIn(shape.$ref))}">${nameIn(shape.$ref)}</a>`;
  if (shape.const !== undefined) return html`<code>${String(shape.const)}</code>`;
  if (shape.enum)
    return joined(
      shape.enum.map((value) => html`<code>${String(value)}</code>`),
      ' | ',
    );
  const variants = variantsOf(shape);
  if (variants.length > 0) return joined(variants.map(typeOf), ' or ');
  if (shape.type === 'array') {
    return html`list${limits(shape.minItems, shape.maxItems)} of ${typeOf(shape.items ?? {})}`;
  }
  if (shape.type === 'object') {
    const { additionalProperties: values, propertyNames } = shape;
    if (typeof values !== 'object') return html`object`;
    return html`object${propertyNames ? html` by ${typeOf(propertyNames)}` : ''} of ${typeOf(values)}`;
  }
  if (shape.type === undefined) return html`anything`;
  if (shape.type === 'string') return html`text${limits(shape.minLength, shape.maxLength, ' characters')}`;
  const { minimum, maximum, exclusiveMinimum } = shape;
  if (exclusiveMinimum !== undefined) return html`${String(shape.type)} above ${exclusiveMinimum}`;
  return html`${String(shape.type)}${limits(minimum, maximum)}`;
}

/** From least to most, where somebody set a bound; those of whole numbers in JSON are everybody's. */
function limits(least: number | undefined, most: number | undefined, unit = ''): string {
  const set = (value: number | undefined): value is number =>
    value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER;
  const said = set(least)
    ? set(most)
      ? `${least} to ${most}`
      : `at least ${least}`
    : set(most)
      ? `up to ${most}`
      : '';
  return said && ` (${said}${unit})`;
}

interface Field {
  name: string;
  type: Html;
  optional: boolean;
}

/** Every field of an object and of the objects in it that have no name of their own. */
function fieldsOf(shape: Shape, prefix = ''): Field[] {
  if (shape.type === 'array' && shape.items) return fieldsOf(shape.items, `${prefix}[]`);
  const variants = variantsOf(shape);
  if (variants.length > 0) return variants.flatMap((variant) => fieldsOf(variant, prefix));
  const { properties = {}, required = [], additionalProperties } = shape;
  const own = Object.entries(properties).flatMap(([key, value]): Field[] => {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    return [{ name, type: typeOf(value), optional: !required.includes(key) }, ...fieldsOf(value, name)];
  });
  return typeof additionalProperties === 'object'
    ? [...own, ...fieldsOf(additionalProperties, `${prefix}.*`)]
    : own;
}

/** The fields as a list, or the type alone of what has none. */
export function fieldList(shape: Shape): Html {
  const fields = fieldsOf(shape);
  if (fields.length === 0) return html`<p>${typeOf(shape)}</p>`;
  return html`<ul class="fields">
    ${fields.map(
      ({ name, type, optional }) =>
        html`<li>
          <code>${name}</code> ${type}${optional ? html` <span class="soft">optional</span>` : ''}
        </li>`,
    )}
  </ul>`;
}

import { type Arbitrary, array, constant, constantFrom, oneof, record } from 'fast-check';
import { z } from 'zod';

export type Schema = z.core.$ZodType;
type Def = z.core.$ZodTypes['_zod']['def'];

/** A place in a value, and the schema that it has to pass there. */
export interface Node {
  path: string[];
  schema: Schema;
}

const defOf = (schema: Schema): Def => (schema as z.ZodType).def as Def;

/** Texts of which each schema of the contract takes some. */
const TEXTS = [
  'some words',
  'some-id',
  'b7e1',
  '2018-07-16',
  'cn/99/9999/999999/township',
  'a password that is long enough',
  '2018-07-16T04:00:00.000Z~some-village~7',
  'b7e1'.repeat(16),
  'causeTwice/some-household',
];

const passes = (schema: Schema, value: unknown): boolean => z.safeParse(schema, value).success;

/** Values that pass the schema, with something in every list and in every optional field. */
export function rightFor(schema: Schema): Arbitrary<unknown> {
  const def = defOf(schema);
  switch (def.type) {
    case 'object': {
      const fields = Object.entries(def.shape).map(([key, field]) => [key, rightFor(field)] as const);
      const whole = record(Object.fromEntries(fields));
      return def.checks?.length ? whole.filter((value) => passes(schema, value)) : whole;
    }
    case 'array':
      return array(rightFor(def.element), { minLength: 1, maxLength: 3 });
    case 'optional':
      return rightFor(def.innerType);
    case 'nullable':
      return oneof(constant(null), rightFor(def.innerType));
    case 'union':
      return oneof(...def.options.map(rightFor));
    case 'enum':
      return constantFrom(...Object.values(def.entries));
    case 'literal':
      return constantFrom(...def.values);
    case 'number':
      return constantFrom(...[0, 1, 2, 30].filter((value) => passes(schema, value)));
    case 'string':
      return constantFrom(...TEXTS.filter((value) => passes(schema, value)));
    default:
      throw new Error(`no values are made for a schema of the type ${def.type}`);
  }
}

/** Every place in a value, itself included, that a schema says something of. A union is one place. */
export function nodesIn(schema: Schema, value: unknown, path: string[] = []): Node[] {
  const def = defOf(schema);
  if (def.type === 'optional' || def.type === 'nullable') {
    return value === null || value === undefined
      ? [{ path, schema }]
      : nodesIn(def.innerType, value, path).map((node, at) => (at === 0 ? { path, schema } : node));
  }
  const own = { path, schema };
  if (def.type === 'array') {
    const items = value as unknown[];
    return [own, ...items.flatMap((item, at) => nodesIn(def.element, item, [...path, `${at}`]))];
  }
  if (def.type !== 'object') return [own];
  const fields = value as Record<string, unknown>;
  const within = Object.entries(def.shape).filter(([key]) => key in fields);
  return [own, ...within.flatMap(([key, field]) => nodesIn(field, fields[key], [...path, key]))];
}

/** The node's schema, or what an optional or nullable one is about. */
export function coreOf(schema: Schema): Schema {
  const def = defOf(schema);
  return def.type === 'optional' || def.type === 'nullable' ? coreOf(def.innerType) : schema;
}

/** The value with another one at that place; `undefined` takes the field out. */
export function replaced(value: unknown, [first, ...rest]: readonly string[], by: unknown): unknown {
  if (first === undefined) return by;
  if (Array.isArray(value))
    return value.map((item, at) => (`${at}` === first ? replaced(item, rest, by) : item));
  const fields = { ...(value as Record<string, unknown>) };
  const next = replaced(fields[first], rest, by);
  if (next === undefined) delete fields[first];
  else
    Object.defineProperty(fields, first, {
      value: next,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return fields;
}

/** Whether the schema has no place for the value. */
export const isWrong = (schema: Schema, value: unknown): boolean => !passes(schema, value);

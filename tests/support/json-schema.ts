type Json = Record<string, unknown>;
type Check = (value: unknown, given: never, schema: Json, root: Json) => string[];

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const kindOf = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'array'
      : Number.isInteger(value)
        ? 'integer'
        : typeof value;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const within = (key: string, problems: string[]): string[] => problems.map((problem) => `${key}/${problem}`);
const length = (value: unknown): number | null => (typeof value === 'string' ? [...value].length : null);
const ok = (holds: boolean, problem: string): string[] => (holds ? [] : [problem]);

/** JSON Schema 2020-12, as far as the document uses it. What is not here is not understood, and said so. */
const checks: Record<string, Check> = {
  $ref(value, ref: string, _schema, root) {
    let target: unknown = root;
    for (const step of ref.slice(2).split('/')) target = isObject(target) ? target[step] : undefined;
    return isObject(target) ? problemsWith(value, target, root) : [`${ref} is nowhere`];
  },
  type(value, type: string | string[]) {
    const kind = kindOf(value);
    const types = [type].flat();
    return ok(
      types.includes(kind) || (kind === 'integer' && types.includes('number')),
      `is ${kind}, not ${types}`,
    );
  },
  const: (value, constant: unknown) => ok(same(value, constant), `is not ${JSON.stringify(constant)}`),
  enum: (value, values: unknown[]) =>
    ok(
      values.some((one) => same(one, value)),
      'is none of the codes',
    ),
  anyOf: (value, schemas: Json[], _s, root) =>
    ok(
      schemas.some((schema) => problemsWith(value, schema, root).length === 0),
      'fits none of the forms',
    ),
  oneOf: (value, schemas: Json[], _s, root) =>
    ok(
      schemas.filter((schema) => problemsWith(value, schema, root).length === 0).length === 1,
      'fits not just one form',
    ),
  allOf: (value, schemas: Json[], _s, root) => schemas.flatMap((schema) => problemsWith(value, schema, root)),
  properties: (value, properties: Record<string, Json>, _s, root) =>
    isObject(value)
      ? Object.entries(properties).flatMap(([key, schema]) =>
          key in value ? within(key, problemsWith(value[key], schema, root)) : [],
        )
      : [],
  required: (value, keys: string[]) =>
    isObject(value) ? keys.flatMap((key) => ok(key in value, `has no ${key}`)) : [],
  additionalProperties(value, schema: boolean | Json, { properties = {} }, root) {
    if (!isObject(value)) return [];
    const others = Object.keys(value).filter((key) => !(key in (properties as Json)));
    if (schema === false) return others.map((key) => `has ${key}, which is not known`);
    return schema === true
      ? []
      : others.flatMap((key) => within(key, problemsWith(value[key], schema, root)));
  },
  propertyNames: (value, schema: Json, _s, root) =>
    isObject(value) ? Object.keys(value).flatMap((key) => problemsWith(key, schema, root)) : [],
  items: (value, schema: Json, _s, root) =>
    Array.isArray(value)
      ? value.flatMap((item, at) => within(`${at}`, problemsWith(item, schema, root)))
      : [],
  pattern: (value, pattern: string) =>
    ok(typeof value !== 'string' || new RegExp(pattern, 'u').test(value), 'has another pattern'),
  minLength: (value, least: number) => ok((length(value) ?? least) >= least, 'is too short'),
  maxLength: (value, most: number) => ok((length(value) ?? most) <= most, 'is too long'),
  minItems: (value, least: number) => ok(!Array.isArray(value) || value.length >= least, 'has too few'),
  maxItems: (value, most: number) => ok(!Array.isArray(value) || value.length <= most, 'has too many'),
  minimum: (value, least: number) => ok(typeof value !== 'number' || value >= least, 'is too small'),
  maximum: (value, most: number) => ok(typeof value !== 'number' || value <= most, 'is too large'),
  exclusiveMinimum: (value, bound: number) => ok(typeof value !== 'number' || value > bound, 'is too small'),
  format: () => [],
  description: () => [],
};

/** What is wrong with a value under a schema, each with the way to it; written apart from what makes the schemas. */
export function problemsWith(value: unknown, schema: Json, root: Json): string[] {
  return Object.entries(schema).flatMap(([keyword, given]) => {
    const check = checks[keyword];
    return check ? check(value, given as never, schema, root) : [`${keyword} is not understood`];
  });
}

import { type Arbitrary, boolean, constant, constantFrom, nat, oneof, tuple } from 'fast-check';
import { contract } from '#src/contract/contract.ts';
import { id } from '#src/domain/id.ts';
import { partsOf, textOf, type RouteName } from './requests.ts';
import { coreOf, isWrong, nodesIn, replaced, rightFor, type Schema } from './schema-walk.ts';

/** A request that must be refused with one of these statuses. */
export interface Bad {
  what: string;
  method: string;
  path: string;
  body?: string | Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
  statuses: readonly number[];
}

/** Stands in all that is sent wrongly, so that an answer that repeats it is found. */
export const ECHO = 'sent-wrongly-7f3a';

const JSON_HEADERS = { 'content-type': 'application/json' };
const MUCH = ECHO.repeat(6000);
const MANY = Array.from({ length: 5000 }, () => ECHO);
const TOO_MUCH = JSON.stringify({ [ECHO]: 'x'.repeat(2_000_001) });
/** What is no value of this place, or is one that JavaScript, JSON, SQL or HTML would trip over. */
const JUNK: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  '',
  ' ',
  ECHO,
  MUCH,
  MANY,
  [],
  [null],
  [[[[ECHO]]]],
  {},
  { [ECHO]: ECHO },
  { toString: ECHO },
  'NaN',
  'Infinity',
  'null',
  `${ECHO}\u0000`,
  `${ECHO}\ud800`,
  `<script>${ECHO}</script>`,
  `'; drop table ${ECHO}; --`,
  `../../${ECHO}`,
  `%00${ECHO}`,
  '__proto__',
  'constructor',
  '2018-02-30',
  '0000-01-01',
  '+275760-09-13',
  '2018-07-16T00:00:00Z',
  'cn/99/../99',
];
const EXTRA_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  ECHO,
  '',
  '0',
  'then',
];
const NOT_JSON = [
  '{',
  '{"a":}',
  "{'a':1}",
  '{"a":NaN}',
  '{"a":Infinity}',
  '{"a":1,}',
  '{"a":1}{"b":2}',
  '{"a":01}',
  '\u0000',
  ECHO,
  `"${ECHO}`,
  `{"${ECHO}":undefined}`,
  `<a>${ECHO}</a>`,
  '['.repeat(50_000),
];
const NOT_UTF8 = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);
const NO_OBJECT = [
  'null',
  'true',
  '1',
  '1e400',
  `"${ECHO}"`,
  '[]',
  `[{"${ECHO}":1}]`,
  '[['.repeat(9000) + ']]'.repeat(9000),
];
const TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'application/jsonp',
  'application/ld+json',
  `text/${ECHO}`,
  '',
];
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'BREW'];
const SEGMENTS = [
  '%2F',
  '..%2F..%2F',
  '%00',
  '%',
  '%E0%A4%A',
  '%ZZ',
  '村',
  ';x=1',
  '%0d%0a',
  '*',
  'x'.repeat(9000),
  ECHO.toUpperCase(),
  '~',
  '__proto__%20',
];

const inputOf = (name: RouteName): Schema => {
  const schema = contract[name]['~orpc'].inputSchema;
  if (!schema) throw new Error(`${name} has no schema of its input`);
  return schema;
};
const routeOf = (name: RouteName) => contract[name]['~orpc'].route;
const isRead = (name: RouteName): boolean => routeOf(name).method === 'GET';

/** The request for an input, whatever it holds. */
function sent(name: RouteName, what: string, input: unknown, statuses: readonly number[]): Bad {
  const { method, path, body } = partsOf(name, input);
  const text = body === undefined ? {} : { body: JSON.stringify(body) };
  return { what, method, path, headers: body === undefined ? {} : JSON_HEADERS, ...text, statuses };
}

/** Something wrong at one place of an input that is right everywhere else. */
function wrongSomewhere(name: RouteName): Arbitrary<Bad> | null {
  const schema = inputOf(name);
  const { path = '' } = routeOf(name);
  return rightFor(schema).chain((input) => {
    const nodes = nodesIn(schema, input).filter(({ path }) => path.length > 0);
    if (nodes.length === 0) return extraSomewhere(name);
    return tuple(constantFrom(...nodes), constantFrom(...JUNK)).map(([node, junk]): Bad => {
      const inPath = path.includes(`{${node.path[0]}}`);
      const asText = inPath || isRead(name);
      const wrong =
        isWrong(node.schema, asText ? textOf(junk) : junk) && !(inPath && textOf(junk) === '') ? junk : MUCH;
      return sent(name, `wrong at ${node.path.join('.')}`, replaced(input, node.path, wrong), [400]);
    });
  });
}

/** A field that nobody asked for, in any object of the input. */
function extraSomewhere(name: RouteName): Arbitrary<Bad> {
  const schema = inputOf(name);
  return rightFor(schema).chain((input) => {
    const objects = nodesIn(schema, input).filter(({ path }) => isObject(at(input, path)));
    const places = isRead(name) || objects.length === 0 ? [[]] : objects.map(({ path }) => path);
    return tuple(
      constantFrom(...places),
      constantFrom(...EXTRA_KEYS),
      constantFrom(ECHO, { [ECHO]: 1 }, null),
    ).map(([place, key, value]) =>
      sent(name, `an extra ${key}`, replaced(input ?? {}, [...place, key], value), [400]),
    );
  });
}

/** A field that has to be there and is not. */
function missingSomewhere(name: RouteName): Arbitrary<Bad> | null {
  if (isRead(name)) return null;
  const schema = inputOf(name);
  const { path = '' } = routeOf(name);
  return rightFor(schema).chain((input) => {
    const nodes = nodesIn(schema, input).filter((node) => {
      const last = node.path.at(-1);
      return (
        last !== undefined &&
        !/^\d/.test(last) &&
        !path.includes(`{${node.path[0]}}`) &&
        isWrong(node.schema, undefined)
      );
    });
    if (nodes.length === 0) return extraSomewhere(name);
    return constantFrom(...nodes).map((node) =>
      sent(name, `without ${node.path.join('.')}`, replaced(input, node.path, undefined), [400]),
    );
  });
}

/** A body that is no JSON, no object, of another type or too large. */
function spoiltBody(name: RouteName): Arbitrary<Bad> | null {
  if (isRead(name)) return null;
  return rightFor(inputOf(name)).chain((input) => {
    const right = sent(name, '', input, []);
    const whole = right.body ?? '{}';
    const cut = nat(whole.length - 1).map((length) => String(whole).slice(0, Math.max(1, length)));
    const spoilt = (what: string, body: Bad['body'], statuses: number[]): Bad => ({
      ...right,
      what,
      ...(body !== undefined && { body }),
      headers: JSON_HEADERS,
      statuses,
    });
    return oneof(
      {
        weight: 30,
        arbitrary: oneof(cut, constantFrom(...NOT_JSON, NOT_UTF8)).map((body) =>
          spoilt('no JSON', body, [400]),
        ),
      },
      {
        weight: 20,
        arbitrary: constantFrom(...NO_OBJECT).map((body) => spoilt('no object', body, [400])),
      },
      {
        weight: 20,
        arbitrary: constantFrom(...TYPES).map((type) => ({
          ...spoilt('another type', whole, [415]),
          headers: { 'content-type': type },
        })),
      },
      { weight: 1, arbitrary: constant(spoilt('too much', TOO_MUCH, [413])) },
    );
  });
}

/** The right request by a method that its path does not have. */
function otherMethod(name: RouteName, methods: ReadonlySet<string>): Arbitrary<Bad> {
  return rightFor(inputOf(name)).chain((input) =>
    constantFrom(...METHODS.filter((method) => !methods.has(method))).map((method) => {
      const { body, ...right } = sent(name, 'another method', input, [405]);
      return { ...right, method, ...(method !== 'GET' && body !== undefined && { body }) };
    }),
  );
}

/** A path that is nearly the right one. */
function oddPath(name: RouteName): Arbitrary<Bad> {
  return rightFor(inputOf(name)).chain((input) => {
    const right = sent(name, 'an odd path', input, [400, 404, 405]);
    const [path = '', query] = right.path.split('?');
    const parts = path.split('/').slice(1);
    const odd = oneof(
      constantFrom(
        `${path}/`,
        `/${path}`,
        `${path}/x/y`,
        `${path}/%2e%2e`,
        path.toUpperCase(),
        path.replaceAll('/', '%2F'),
      ),
      tuple(nat(parts.length - 1), constantFrom(...SEGMENTS), boolean()).map(([at, segment, append]) =>
        ['', ...parts.map((part, n) => (n === at ? (append ? part + segment : segment) : part))].join('/'),
      ),
    );
    return odd.map((path) => ({ ...right, path: query === undefined ? path : `${path}?${query}` }));
  });
}

/** A query where none belongs, or with a key twice. */
function oddQuery(name: RouteName): Arbitrary<Bad> {
  return rightFor(inputOf(name)).chain((input) => {
    const right = sent(name, 'an odd query', input, [400]);
    const [path = '', query = ''] = right.path.split('?');
    const extra = constantFrom(
      `${ECHO}=1`,
      `__proto__[${ECHO}]=1`,
      '__proto__=1',
      'constructor[prototype][x]=1',
      `a[0]=${ECHO}`,
      `a[99999999]=1`,
      `${'a[b]'.repeat(500)}=1`,
      `=${ECHO}`,
      `%ff=%ff`,
    );
    const twice = query === '' ? extra : constantFrom(query, ...query.split('&').map((pair) => `${pair}x`));
    return oneof(extra, twice).map((more) => ({ ...right, path: `${path}?${query}${query && '&'}${more}` }));
  });
}

/** An id of nothing, or of something that is another village's, in a request that is in order. */
function strangeId(name: RouteName, valid: unknown, strange: readonly string[]): Arbitrary<Bad> | null {
  const made = /^(visitId|id)$/;
  const isMade = (path: string[]): boolean =>
    !isRead(name) && made.test(path.at(-1) ?? '') && (name === 'recordVisit' || path.at(-1) === 'id');
  const nodes = nodesIn(inputOf(name), valid).filter(
    ({ path, schema }) => coreOf(schema) === id && at(valid, path) !== null && !isMade(path),
  );
  if (nodes.length === 0) return null;
  return tuple(constantFrom(...nodes), constantFrom(...strange)).map(([{ path }, other]) =>
    sent(name, `a strange ${path.join('.')}`, replaced(valid, path, other), [404, 409, 422]),
  );
}

/**
 * Requests that must be refused, one thing wrong with each.
 * @param valid an input that would be taken
 * @param methods those that the path has
 * @param strange ids of nothing, and of other villages
 */
export function badRequests(
  name: RouteName,
  valid: unknown,
  methods: ReadonlySet<string>,
  strange: readonly string[],
): Arbitrary<Bad> {
  const all: [weight: number, arbitrary: Arbitrary<Bad> | null][] = [
    [6, wrongSomewhere(name)],
    [3, extraSomewhere(name)],
    [1, missingSomewhere(name)],
    [3, spoiltBody(name)],
    [1, otherMethod(name, methods)],
    [1, oddPath(name)],
    [1, oddQuery(name)],
    [1, strangeId(name, valid, strange)],
  ];
  return oneof(...all.flatMap(([weight, arbitrary]) => (arbitrary ? [{ weight, arbitrary }] : [])));
}

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function at(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const key of path) found = (found as Record<string, unknown>)[key];
  return found;
}

import { z } from 'zod';
import { id } from './id.ts';
import { source } from './source.ts';
import { bilingual } from './text.ts';

/** A village and the chain of places above it, from the province down. */
export const village = z.strictObject({
  id,
  name: bilingual,
  province: bilingual,
  prefecture: bilingual,
  county: bilingual,
  /** Administrative division code of the county, six digits (GB/T 2260): two of the province, two of the prefecture, two of its own. */
  countyCode: z.string().regex(/^\d{6}$/),
  township: bilingual,
  /** The township within its county. */
  townshipId: id,
  /** True for every village that exists only in the sample. */
  fictional: z.boolean(),
  source,
});
export type Village = z.infer<typeof village>;

export const placeKinds = ['country', 'province', 'prefecture', 'county', 'township', 'village'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/**
 * A place as the way down to it: `cn/22/2208/220882/honggangzi/nangangzi`. The codes
 * of province and prefecture are the first digits of the county's; `cn` alone is everywhere.
 */
export const place = z
  .string()
  .regex(/^cn(?:\/\d{2}(?:\/\d{4}(?:\/\d{6}(?:\/[a-z0-9-]{1,64}){0,2})?)?)?$/, { error: 'notAPlace' });
export type Place = z.infer<typeof place>;

export const EVERYWHERE = 'cn';

/** The way down to a village. */
export function placeOf(v: Pick<Village, 'countyCode' | 'townshipId' | 'id'>): Place {
  const { countyCode } = v;
  return [EVERYWHERE, countyCode.slice(0, 2), countyCode.slice(0, 4), countyCode, v.townshipId, v.id].join(
    '/',
  );
}

/** What kind of place the way leads to. */
export function placeKindOf(path: Place): PlaceKind {
  return placeKinds[path.split('/').length - 1] ?? 'village';
}

/** Whether `inner` is `outer` or lies below it. */
export function covers(outer: Place, inner: Place): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}

/** The county's six digits, or null above the county. */
export function countyCodeOf(path: Place): string | null {
  return path.split('/')[3] ?? null;
}

export const relations = ['own', 'child', 'parent', 'sibling', 'foreign', 'none'] as const;
/** How a target stands to somebody's places: `child` lies below one of them, `parent` above, `none`: nobody gave them a place. */
export type Relation = (typeof relations)[number];

const above = (path: Place): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The lowest place that covers all of them, or null for none. */
export function commonPlace(places: readonly Place[]): Place | null {
  const [first, ...rest] = places;
  if (first === undefined) return null;
  let common = first;
  while (common !== '' && !rest.every((path) => covers(common, path))) common = above(common);
  return common || null;
}

/** The nearest relation of the target to any of the places. */
export function relationOf(places: readonly Place[], target: Place): Relation {
  if (places.length === 0) return 'none';
  const one = (own: Place): Relation => {
    if (own === target) return 'own';
    if (covers(own, target)) return 'child';
    if (covers(target, own)) return 'parent';
    return above(own) === above(target) ? 'sibling' : 'foreign';
  };
  const found = new Set(places.map(one));
  return relations.find((relation) => found.has(relation)) ?? 'foreign';
}

const COUNTRY = { zh: '全国', en: 'Whole country' };

/** A place with its name, as one chooses it for an account. */
export const placeNode = z.strictObject({ path: place, kind: z.enum(placeKinds), name: bilingual });
export type PlaceNode = z.infer<typeof placeNode>;

/** A village's place and all that lie above it, with their names. */
export function placeNodesOf(v: Village): PlaceNode[] {
  const steps = placeOf(v).split('/');
  const names = [COUNTRY, v.province, v.prefecture, v.county, v.township, v.name];
  return placeKinds.map((kind, at) => ({
    path: steps.slice(0, at + 1).join('/'),
    kind,
    name: names[at] ?? v.name,
  }));
}

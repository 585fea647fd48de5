import { v7 as uuid } from 'uuid';
import { guarantees } from '#src/domain/indicator.ts';
import { countyCode, householdId, HOUSEHOLDS_EACH, villageId, visitIds } from './villages.ts';
import type { Asked } from './load.ts';

/** Whose cookie a request carries. */
export type Who = 'office' | 'cadre';
/** By county for an office, by village for a cadre, who has no other. */
export type Cookies = Record<Who, Record<string, string>>;

export interface Scenario {
  name: string;
  who: Who;
  /** Whether it is also measured cold: not where a village is read once and then written to again and again. */
  coldToo: boolean;
  /** One round without a warm one before it: it is long, and warms itself. */
  once?: boolean;
  /** The requests of one client in turn, at a village drawn by `draw(below)`. */
  next: (villages: number, draw: (below: number) => number) => { village: number; asked: Asked[] };
}

const PHONE_VISITS = 100;
const get = (path: string): Asked => ({ method: 'GET', path });

/** A usual visit: one household met, its six guarantees read. */
function visitTo(village: number, household: number): Asked {
  const subject = { kind: 'household', id: householdId(village, household) };
  const draft = {
    villageId: villageId(village),
    kind: 'helper',
    on: '2018-07-16',
    present: [],
    stops: [{ kind: 'household', subjectId: subject.id, outcome: 'met', said: '一切都好。' }],
    readings: guarantees.map((indicator) => ({
      id: uuid(),
      subject,
      indicator,
      value: 'met',
      evidence: 'seenOnSite',
    })),
    verdicts: [],
    commitments: [],
    note: '',
  };
  return { method: 'PUT', path: `/api/visits/${uuid()}`, body: JSON.stringify(draft) };
}

export const scenarios: Scenario[] = [
  {
    name: 'a village’s household list',
    who: 'office',
    coldToo: true,
    next: (villages, draw) => {
      const village = draw(villages);
      return { village, asked: [get(`/api/villages/${villageId(village)}/households`)] };
    },
  },
  {
    name: 'a household with its visits',
    who: 'office',
    coldToo: true,
    next: (villages, draw) => {
      const village = draw(villages);
      return { village, asked: [get(`/api/households/${householdId(village, draw(HOUSEHOLDS_EACH))}`)] };
    },
  },
  {
    name: 'village progress between two visits',
    who: 'office',
    coldToo: true,
    next: (villages, draw) => {
      const village = draw(villages);
      const [from, to] = visitIds(village);
      return {
        village,
        asked: [get(`/api/villages/${villageId(village)}/progress?from=${from}&to=${to}`)],
      };
    },
  },
  {
    name: 'save a visit',
    who: 'cadre',
    coldToo: true,
    next: (villages, draw) => {
      const village = draw(villages);
      return { village, asked: [visitTo(village, draw(HOUSEHOLDS_EACH))] };
    },
  },
  {
    name: 'a phone’s 100 visits in one sync',
    who: 'cadre',
    coldToo: false,
    once: true,
    next: (villages, draw) => {
      const village = draw(villages);
      return {
        village,
        asked: Array.from({ length: PHONE_VISITS }, () => visitTo(village, draw(HOUSEHOLDS_EACH))),
      };
    },
  },
];

/** The same requests with the cookie of whoever may ask. */
export function withCookie({ who }: Scenario, cookies: Cookies, village: number, asked: Asked[]): Asked[] {
  const of = who === 'office' ? countyCode(village) : villageId(village);
  const cookie = cookies[who][of] ?? '';
  return asked.map((one) => ({ ...one, headers: { cookie } }));
}

/** Numerical Recipes' generator, so that both sides are asked the same. */
export function drawing(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

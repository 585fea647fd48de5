import type { VillageRecord } from '#src/domain/village-record.ts';
import { fictionalVillage } from './fictional.ts';
import { say, synthetic } from './words.ts';

const FIRST = '2018-01-22';
const SECOND = '2018-07-02';
const causes = ['illness', 'disability', 'schooling', 'land', 'labour', 'funds'] as const;

/** A village of any size for benchmarks and long lists: two visits, every household read at both. The same each time. */
export function largeVillage(households: number): VillageRecord {
  const v = fictionalVillage(9, '九', { since: '2016-01-01', followUpDays: 180 });
  const villageId = v.record.village.id;
  // Numerical Recipes' generator: any fixed one would do.
  let state = 20_180_702;
  const draw = (below: number): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
  const called = Array.from({ length: households }, (_, at) => at).filter(() => draw(3) === 0);
  for (const on of [FIRST, SECOND]) {
    v.visit({
      id: `${villageId}-${on}`,
      kind: 'workTeam',
      on,
      present: [],
      stops: called.map((at) => ({
        kind: 'household',
        subjectId: `${villageId}-${numberOf(at)}`,
        outcome: draw(8) === 0 ? 'nobodyHome' : 'met',
        said: null,
        source: synthetic,
      })),
      note: null,
      recordedOn: on,
      source: synthetic,
    });
  }
  v.read(villageId, 'ruralPopulation', households * 30, FIRST);
  for (let at = 0; at < households; at += 1) {
    const persons = 1 + draw(6);
    const wage = draw(20_000);
    const kept = Array.from({ length: 6 }, () => '+++++++-?0'[draw(10)] ?? '+').join('');
    v.household(numberOf(at), {
      cause: causes[draw(causes.length)] ?? 'other',
      helpers: [[helperNo(draw(40)), '2016-01-01']],
      read: {
        [FIRST]: { status: 'registered', persons, income: [wage, 2000, 900, 0, 1200], kept },
        [SECOND]: {
          status: draw(3) === 0 ? 'out' : 'registered',
          persons,
          income: [Math.max(0, wage + draw(5000) - 1500), 2000, 900, 0, 1200],
          kept,
        },
      },
    });
  }
  return v.record;
}

const helperNo = (n: number) => say(`样例帮扶人${n}`, `Sample helper ${n}`);

const numberOf = (at: number): string => String(at + 1).padStart(5, '0');

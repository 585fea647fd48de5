import { describe, expect, it } from 'vitest';
import { createKnownItems } from '#src/offline/known-items.ts';
import { byMaking, type OutboxItem } from '#src/offline/outbox-item.ts';
import { chance } from '#tests/support/field/random.ts';

const item = (id: string, createdAt: number, attempts = 0): OutboxItem => ({
  id,
  kind: 'visit',
  accountId: 'cadre',
  payloadVersion: 1,
  payload: {},
  hash: '',
  state: 'saved',
  createdAt,
  attempts,
  nextTryAt: 0,
  lastProblem: null,
  receipt: null,
  removed: null,
});

describe('the items that a page knows of', () => {
  for (const [clock, times] of [
    ['a clock that goes', [1, 2, 3, 4, 5, 6]],
    ['a clock that goes back, and tells no time now and then', [3, Number.NaN, 1, 2]],
  ] as const) {
    it(`stand in the order of a sorting, whatever changes, by ${clock}`, () => {
      for (let seed = 1; seed <= 40; seed += 1) {
        const luck = chance(seed);
        const known = createKnownItems();
        const model = new Map<string, OutboxItem>();
        for (let step = 0; step < 60; step += 1) {
          const id = `i${luck.whole(0, 12)}`;
          const before = model.get(id);
          const at = before && luck.hits(0.7) ? before.createdAt : times[luck.whole(0, times.length)];
          const next = luck.hits(0.2) ? null : item(id, at ?? 0, step);
          if (next) model.set(id, next);
          else model.delete(id);
          known.note(id, next);
          if (luck.hits(0.05)) known.replace([...model.values()]);
          expect(known.inOrder(), `seed ${seed}`).toEqual([...model.values()].toSorted(byMaking));
          expect(known.byId).toEqual(model);
        }
      }
    });
  }

  it('leaves what was shown as it was', () => {
    const known = createKnownItems();
    known.note('a', item('a', 1));
    const shown = known.inOrder();
    known.note('a', item('a', 1, 9));
    known.note('b', item('b', 0));
    expect(shown.map(({ id, attempts }) => [id, attempts])).toEqual([['a', 0]]);
    expect(known.inOrder().map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

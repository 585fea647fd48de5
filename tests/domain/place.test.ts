import { describe, expect, it } from 'vitest';
import { canSit, may, mayAnywhere, permissions } from '#src/domain/permission.ts';
import {
  commonPlace,
  countyCodeOf,
  covers,
  place,
  placeKindOf,
  placeKinds,
  placeNodesOf,
  placeOf,
  relationOf,
} from '#src/domain/place.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const TOWNSHIP = 'cn/99/9999/999999/lower';
const VILLAGE = `${TOWNSHIP}/one`;

describe('a place', () => {
  const { village } = new RecordBuilder('one').record;

  it('is the way down to it, with a kind and a name at each step', () => {
    expect(placeOf(village)).toBe('cn/99/9999/999999/township/one');
    const nodes = placeNodesOf(village);
    expect(nodes.map(({ kind }) => kind)).toEqual([...placeKinds]);
    expect(nodes.map(({ path }) => placeKindOf(path))).toEqual([...placeKinds]);
    expect(nodes.map(({ name }) => name.en)).toEqual([
      'Whole country',
      'Province',
      'Prefecture',
      'County',
      'Township',
      'Test village',
    ]);
    expect([nodes[0]?.path, nodes[3]?.path]).toEqual(['cn', 'cn/99/9999/999999']);
    expect([countyCodeOf(VILLAGE), countyCodeOf('cn/99/9999')]).toEqual(['999999', null]);
  });

  it('is written in one way', () => {
    for (const good of ['cn', 'cn/99', 'cn/99/9999', 'cn/99/9999/999999', TOWNSHIP, VILLAGE]) {
      expect(place.safeParse(good).success).toBe(true);
    }
    for (const bad of ['', 'cn/', 'us', 'cn/9', 'cn/99/99', `${VILLAGE}/house`, `x${VILLAGE}`]) {
      expect(place.safeParse(bad).error?.issues[0]?.message).toBe('notAPlace');
    }
  });

  it('covers itself and what lies below it, not what only begins alike', () => {
    expect([covers(TOWNSHIP, TOWNSHIP), covers(TOWNSHIP, VILLAGE), covers(VILLAGE, TOWNSHIP)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(covers(VILLAGE, `${VILLAGE}-hundred`)).toBe(false);
  });

  it('stands to others as their own, below, above, beside or elsewhere, the nearest first', () => {
    const to = (target: string, ...own: string[]) => relationOf(own, target);
    expect(to(VILLAGE)).toBe('none');
    expect(to(VILLAGE, VILLAGE)).toBe('own');
    expect(to(VILLAGE, TOWNSHIP)).toBe('child');
    expect(to(TOWNSHIP, VILLAGE)).toBe('parent');
    expect(to(VILLAGE, `${TOWNSHIP}/two`)).toBe('sibling');
    expect(to(VILLAGE, 'cn/98')).toBe('foreign');
    expect(to(VILLAGE, 'cn/98', `${TOWNSHIP}/two`, VILLAGE)).toBe('own');
  });

  it('has the lowest place in common with others that covers them all', () => {
    expect(commonPlace([])).toBeNull();
    expect(commonPlace([VILLAGE])).toBe(VILLAGE);
    expect(commonPlace([VILLAGE, `${TOWNSHIP}/two`])).toBe(TOWNSHIP);
    expect(commonPlace([VILLAGE, TOWNSHIP])).toBe(TOWNSHIP);
    expect(commonPlace([VILLAGE, 'cn/98/9899'])).toBe('cn');
    expect(commonPlace([VILLAGE, 'elsewhere'])).toBeNull();
  });
});

describe('a right', () => {
  const cadre = { role: 'villageCadre', places: [VILLAGE] } as const;
  const office = { role: 'office', places: [TOWNSHIP] } as const;

  it('is of a role at a relation, and nobody has one without a seat', () => {
    expect(may(cadre, 'recordVisit', VILLAGE)).toBe(true);
    expect(may(cadre, 'recordVisit', `${TOWNSHIP}/two`)).toBe(false);
    expect(may(office, 'reviewVisit', VILLAGE)).toBe(true);
    expect(may(office, 'reviewVisit', TOWNSHIP)).toBe(false);
    expect(may(office, 'recordVisit', VILLAGE)).toBe(false);
    expect([may(null, 'viewVillage', VILLAGE), may(undefined, 'viewVillage', VILLAGE)]).toEqual([
      false,
      false,
    ]);
    expect(may({ role: 'office', places: [] }, 'viewVillage', VILLAGE)).toBe(false);
  });

  it('of a program is to read, whatever its role may write', () => {
    expect(may({ ...cadre, via: 'token' }, 'viewHousehold', VILLAGE)).toBe(true);
    expect(may({ ...cadre, via: 'token' }, 'recordVisit', VILLAGE)).toBe(false);
    expect(may({ ...cadre, via: 'session' }, 'recordVisit', VILLAGE)).toBe(true);
  });

  it('may be asked for anywhere', () => {
    expect(mayAnywhere({ role: 'office' }, 'reviewVisit')).toBe(true);
    expect(mayAnywhere({ role: 'villageCadre' }, 'reviewVisit')).toBe(false);
    expect(mayAnywhere({ role: 'villageCadre', via: 'token' }, 'recordVisit')).toBe(false);
    expect(mayAnywhere(null, 'viewVillage')).toBe(false);
    expect(permissions.viewAudit.auditor).toEqual(['own', 'child']);
  });

  it('is given at the kinds of place where the role sits', () => {
    expect([canSit('villageCadre', VILLAGE), canSit('villageCadre', TOWNSHIP)]).toEqual([true, false]);
    expect([canSit('office', 'cn'), canSit('office', VILLAGE)]).toEqual([true, false]);
  });
});

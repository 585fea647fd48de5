import { describe, expect, it } from 'vitest';
import { pairingOn, type Pairing } from '#src/domain/household.ts';
import { household, source } from '#tests/support/questions.ts';

const pairing = (helper: string, from: string, until: string | null): Pairing => ({
  helper,
  from,
  until,
  source,
});

describe('who helps a household on a day', () => {
  const pairings = [pairing('first', '2017-03-01', '2018-03-01'), pairing('second', '2018-03-01', null)];
  const [h] = household({ pairings }).record.households;
  const on = (day: string) => h && (pairingOn(h, day)?.helper ?? null);

  it('is nobody before the first day, and from that day on the first', () => {
    expect(on('2017-02-28')).toBeNull();
    expect(on('2017-03-01')).toBe('first');
    expect(on('2018-02-28')).toBe('first');
  });

  it('is the next from the day on which the one before ends', () => {
    expect(on('2018-03-01')).toBe('second');
    expect(on('2030-01-01')).toBe('second');
  });

  it('is nobody once the last has ended', () => {
    const [alone] = household({ pairings: pairings.slice(0, 1) }).record.households;
    expect(alone && pairingOn(alone, '2018-03-01')).toBeNull();
  });
});

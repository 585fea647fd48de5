import { describe, expect, it } from 'vitest';
import { changeBetween, Snapshot, snapshotOf } from '#src/domain/change.ts';
import { visitDraft } from '#src/domain/visit.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const JANUARY = '2018-01-22';
const JULY = '2018-07-02';
const village = () =>
  new RecordBuilder()
    .visit('jan', JANUARY)
    .visit('jul', JULY)
    .household('a')
    .read('a', 'persons', 3, JANUARY);

function visits({ record }: RecordBuilder) {
  const [jan, jul] = record.visits;
  if (!jan || !jul) throw new Error('the test has no two visits');
  return { jan, jul };
}
const change = (b: RecordBuilder) => {
  const { jan, jul } = visits(b);
  return changeBetween(new Snapshot(b.record, jan), new Snapshot(b.record, jul), 'a', 'persons');
};

describe('one indicator at two visits', () => {
  it('is carried where nobody looked again', () => {
    expect(change(village())).toMatchObject({ from: { value: 3 }, to: { value: 3 }, carried: true });
  });

  it('is not carried where it was read again, though it is the same', () => {
    expect(change(village().read('a', 'persons', 3, JULY))).toMatchObject({ carried: false });
  });

  it('is not carried where it was not known before, or is not known at all', () => {
    expect(change(new RecordBuilder().visit('jan', JANUARY).visit('jul', JULY).household('a'))).toMatchObject(
      {
        from: null,
        to: null,
        carried: false,
      },
    );
  });

  it('says which of its levels was corrected', () => {
    const corrected = village().read('a', 'persons', 4, JANUARY, {
      id: 'right',
      supersedes: { readingId: `a-persons-${JANUARY}`, reason: 'a slip of the pen' },
    });
    expect(change(village()).from?.corrected).toBe(false);
    expect(change(corrected).from).toMatchObject({ value: 4, corrected: true });
  });
});

describe('a snapshot of a record that cannot change', () => {
  it('is looked through once for each visit and each day', () => {
    const b = village();
    const { jan, jul } = visits(b);
    Object.freeze(b.record);
    expect(snapshotOf(b.record, jul)).toBe(snapshotOf(b.record, jul));
    expect(snapshotOf(b.record, { ...jul })).toBe(snapshotOf(b.record, jul));
    expect(snapshotOf(b.record, JULY)).toBe(snapshotOf(b.record, JULY));
    expect(snapshotOf(b.record, JULY)).not.toBe(snapshotOf(b.record, JANUARY));
    expect(snapshotOf(b.record, jul)).not.toBe(snapshotOf(b.record, JULY));
    expect(snapshotOf(b.record, jan)).not.toBe(snapshotOf(b.record, jul));
    expect(snapshotOf(b.record, jan).on).toBe(JANUARY);
  });

  it('is looked through again for one that may change', () => {
    const b = village();
    const before = snapshotOf(b.record, JULY);
    b.read('a', 'persons', 5, JULY);
    expect(snapshotOf(b.record, JULY).level('a', 'persons')?.value).toBe(5);
    expect(before.level('a', 'persons')?.value).toBe(3);
  });
});

describe('a visit as it was typed', () => {
  it('is refused beside the value that its indicator cannot have, and for nothing else of it', () => {
    const reading = {
      id: 'r1',
      subject: { kind: 'household', id: 'a' },
      indicator: 'persons',
      evidence: 'seenOnSite',
    };
    const issues = (value: unknown) =>
      visitDraft.shape.readings.safeParse([{ ...reading, value }]).error?.issues ?? [];
    expect(issues(3)).toEqual([]);
    expect(issues(-3)).toMatchObject([{ code: 'custom', path: [0, 'value'] }]);
  });
});

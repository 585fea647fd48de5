import { describe, expect, it } from 'vitest';
import { commitmentState } from '#src/domain/commitment.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const stateOf = (b: RecordBuilder, today: string) => {
  const [c] = b.record.commitments;
  if (!c) throw new Error('the test made no commitment');
  return commitmentState(c, b.record.verdicts, today);
};

const due = () =>
  new RecordBuilder()
    .visit('jan', '2018-01-22')
    .visit('jul', '2018-07-02')
    .commitment('c', 'jan', '2018-06-30');

describe('a commitment', () => {
  it('is overdue from the day after it was due', () => {
    expect(stateOf(due(), '2018-06-30')).toMatchObject({ verdict: null, open: true, overdue: false });
    expect(stateOf(due(), '2018-07-01')).toMatchObject({ verdict: null, open: true, overdue: true });
  });

  it('is closed by kept and by not kept, and stays owed when partly kept or when nobody can tell', () => {
    const after = (verdict: 'kept' | 'partly' | 'notKept' | 'cannotTell') =>
      stateOf(due().verdict('c', 'jul', verdict, '2018-07-02'), '2018-07-16');
    expect(after('kept')).toMatchObject({ open: false, overdue: false });
    expect(after('notKept')).toMatchObject({ open: false, overdue: false });
    expect(after('partly')).toMatchObject({ open: true, overdue: true });
    expect(after('cannotTell')).toMatchObject({ open: true, overdue: true });
  });

  it('goes by the verdict recorded last on one day', () => {
    const b = due().verdict('c', 'jul', 'kept', '2018-07-02').verdict('c', 'jul', 'partly', '2018-07-02');
    expect(stateOf(b, '2018-07-16').verdict).toBe('partly');
    b.verdict('c', 'jan', 'kept', '2018-03-01');
    b.record.verdicts.reverse();
    expect(stateOf(b, '2018-07-16').verdict).toBe('partly');
    b.record.verdicts.sort((x, y) => x.sequence - y.sequence);
    expect(stateOf(b, '2018-07-16').verdict).toBe('partly');
  });

  it('is owed again from the visit that reopens it, until the day that is said there', () => {
    const b = due()
      .verdict('c', 'jan', 'kept', '2018-03-01')
      .verdict('c', 'jul', 'reopened', '2018-07-02', { dueOn: '2018-09-30' });
    expect(stateOf(b, '2018-07-01')).toEqual({
      sequence: 3,
      verdict: 'kept',
      open: false,
      dueOn: '2018-06-30',
      overdue: false,
    });
    expect(stateOf(b, '2018-09-30')).toEqual({
      sequence: 4,
      verdict: 'reopened',
      open: true,
      dueOn: '2018-09-30',
      overdue: false,
    });
    expect(stateOf(b, '2018-10-01').overdue).toBe(true);
    const again = b.verdict('c', 'jul', 'partly', '2018-10-02');
    expect(stateOf(again, '2018-10-02')).toMatchObject({ verdict: 'partly', dueOn: '2018-09-30' });
    expect(stateOf(again.verdict('c', 'jul', 'kept', '2018-11-01'), '2018-12-01').open).toBe(false);
  });

  it('knows no verdict before the day it was given', () => {
    expect(stateOf(due().verdict('c', 'jul', 'kept', '2018-07-02'), '2018-07-01').verdict).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { summaryOf } from '#src/domain/overview.ts';
import { levelsOn } from '#src/domain/records.ts';
import { isAskedFor, reviewIn, reviewStates, reviewState, type Review } from '#src/domain/review.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const JAN = '2018-01-22';
const JUL = '2018-07-02';
const TODAY = '2018-07-16';

const review = (visitId: string, sequence: number, outcome: Review['outcome']): Review => ({
  id: `r-${sequence}`,
  visitId,
  outcome,
  note: 'why',
  by: 'Office',
  recordedOn: JUL,
  sequence,
});

describe('the review of a visit', () => {
  it('is its last outcome, in whatever order they come', () => {
    const reviews = [
      review('jul', 3, 'answered'),
      review('jul', 1, 'sentBack'),
      review('jan', 4, 'accepted'),
    ];
    expect(reviewState('jul', reviews)).toBe('answered');
    expect(reviewState('jul', reviews.toReversed())).toBe('answered');
    expect(reviewState('jan', reviews)).toBe('accepted');
    expect(reviewState('oct', reviews)).toBe('notReviewed');
  });

  it('waits for an office where it is new or was answered', () => {
    expect(reviewStates.filter((state) => isAskedFor(state, 'toReview'))).toEqual([
      'notReviewed',
      'answered',
    ]);
    expect(reviewStates.filter((state) => isAskedFor(state, 'sentBack'))).toEqual(['sentBack']);
    expect(reviewStates.filter((state) => isAskedFor(state, 'accepted'))).toEqual(['accepted']);
  });

  it('is told as it was sent', () => {
    expect(reviewIn(review('jul', 1, 'accepted'))).toEqual({
      id: 'r-1',
      visitId: 'jul',
      outcome: 'accepted',
      note: 'why',
    });
  });
});

describe('a village in the overview', () => {
  const village = () => {
    const b = new RecordBuilder()
      .visit('jul', JUL)
      .visit('jan', JAN)
      .visit('oct', '2018-10-09')
      .read('v', 'ruralPopulation', 100, JAN)
      .household('a')
      .read('a', 'status', 'registered', JAN)
      .read('a', 'status', 'out', JUL)
      .read('a', 'persons', 4, JAN)
      .household('left', { leftOn: '2018-03-01' })
      .read('left', 'status', 'returned', JAN)
      .read('left', 'persons', 2, JAN)
      .project('p')
      .project('q')
      .read('p', 'stage', 'underConstruction', JUL)
      .read('q', 'stage', 'completed', JUL)
      .commitment('late', 'jan', '2018-06-30')
      .commitment('due', 'jan', '2018-12-31')
      .commitment('kept', 'jan', '2018-06-30')
      .verdict('kept', 'jul', 'kept', JUL);
    b.record.reviews.push(review('jan', 1, 'sentBack'));
    return b.record;
  };

  it('is told as of its last two visits up to today', () => {
    expect(summaryOf(village(), TODAY)).toMatchObject({
      village: { id: 'v' },
      contactPoint: { id: 'v-contact-point' },
      from: { id: 'jan', on: JAN, kind: 'leader' },
      to: { id: 'jul', on: JUL, kind: 'leader' },
      statuses: { registered: 0, out: 1, returned: 0, unknown: 0 },
      incidence: { from: { figure: { value: 6 } }, to: { figure: { value: 0 } } },
      daysSinceVisit: 14,
      followUpDueOn: '2018-12-29',
      followUpOverdue: false,
      openCommitments: 2,
      overdueCommitments: 1,
      visitsToReview: 2,
      visitsSentBack: 1,
      projectsUnderWay: 1,
      projects: 2,
    });
  });

  it('is overdue from the day after the next visit was due', () => {
    expect(summaryOf(village(), '2018-07-21').to?.id).toBe('jul');
    const seen = (today: string) => {
      const record = village();
      record.visits = record.visits.filter(({ id }) => id !== 'oct');
      return summaryOf(record, today).followUpOverdue;
    };
    expect([seen('2018-12-29'), seen('2018-12-30')]).toEqual([false, true]);
    expect(summaryOf(village(), JUL).to?.id).toBe('jul');
  });

  it('has nothing to compare with one visit, and nothing to tell with none', () => {
    expect(summaryOf(village(), '2018-03-01')).toMatchObject({
      from: null,
      to: { id: 'jan' },
      statuses: { registered: 1, returned: 1 },
      incidence: { from: null, to: { poorPersons: 6 } },
      projectsUnderWay: 0,
    });
    expect(summaryOf(village(), '2018-01-01')).toMatchObject({
      from: null,
      to: null,
      statuses: null,
      incidence: { from: null, to: null },
      daysSinceVisit: null,
      followUpDueOn: null,
      followUpOverdue: false,
      projectsUnderWay: 0,
      projects: 2,
    });
  });

  it('prefills the next visit with what stands, the village first, then projects, then households', () => {
    const levels = levelsOn(village(), JUL).map(({ subject, indicator, value }) => [
      subject.id,
      indicator,
      value,
    ]);
    expect(levels).toEqual([
      ['v', 'ruralPopulation', 100],
      ['p', 'stage', 'underConstruction'],
      ['q', 'stage', 'completed'],
      ['a', 'status', 'out'],
      ['a', 'persons', 4],
      ['left', 'status', 'returned'],
      ['left', 'persons', 2],
    ]);
  });
});

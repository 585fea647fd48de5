import type { VisitDraft } from '#src/domain/visit.ts';

type Stop = VisitDraft['stops'][number];

/** Somebody was at home there. */
export const metAt = (subjectId: string, said = ''): Stop => ({
  kind: 'household',
  subjectId,
  outcome: 'met',
  said,
});
/** The village as a whole was looked at. */
export const VILLAGE_SEEN: Stop = { kind: 'village', subjectId: null, outcome: 'seen', said: '' };

/** A helper's visit on the sample's today, at which nothing was read, judged or promised unless told. */
export const visitDraft = (given: Partial<VisitDraft> = {}): VisitDraft => ({
  villageId: 'nangangzi',
  kind: 'helper',
  on: '2018-07-16',
  present: [],
  stops: [metAt('nangangzi-003')],
  readings: [],
  verdicts: [],
  commitments: [],
  note: '',
  ...given,
});

import {
  array,
  constant,
  constantFrom,
  integer,
  nat,
  oneof,
  option,
  record,
  string,
  type Arbitrary,
} from 'fast-check';
import type { Act } from '#src/domain/audit.ts';
import { identifierKinds } from '#src/domain/identifier.ts';
import { certificateOf } from './certificate.ts';
import { EXIF, jpeg, pieceOf } from './jpeg.ts';
import { VILLAGES } from './model-villages.ts';

/** A request, as any client could send it. `PAGE` in a path stands for the trail's next page. */
export interface Asked {
  method: 'GET' | 'PUT' | 'POST';
  path: string;
  body?: unknown;
}
/** A verb of the store with its arguments. */
export interface Verb {
  verb: string;
  args: unknown[];
}
/** What happens after so many minutes, for one of the actors. `again` sends an earlier request once more. */
export interface Operation {
  minutes: number;
  actor: number;
  what: Asked | Verb | { again: number };
}

const numbered = (prefix: string, most: number): Arbitrary<string> =>
  integer({ min: 1, max: most }).map((n) => `${prefix}${n}`);
const village = oneof({ weight: 9, arbitrary: constantFrom(...VILLAGES) }, constant('nowhere'));
/** Ids that are there, may come to be there, or never are. */
const visitId = oneof(
  numbered('new-', 120),
  village.map((v) => `${v}-jan`),
  village.map((v) => `${v}-jul`),
);
const readingId = oneof(
  { weight: 4, arbitrary: numbered('reading-', 200) },
  village.map((v) => `${v}-a-persons-2018-01-22`),
  village.map((v) => `${v}-corrected`),
  village.map((v) => `${v}-a-wage-2018-01-22`),
);
const commitmentId = oneof(
  numbered('promise-', 60),
  village.map((v) => `${v}-owed`),
  village.map((v) => `${v}-due`),
);
const householdId = oneof(
  { weight: 3, arbitrary: village.map((v) => `${v}-a`) },
  village.map((v) => `${v}-b`),
);
const memberId = (of: string): Arbitrary<string> => constantFrom(`${of}-m1`, `${of}-m1`, `${of}-m2`);
const day = oneof(
  { weight: 7, arbitrary: constant('2018-07-16') },
  constantFrom('2018-07-02', '2018-07-20', '2018-01-21', '2016-01-01'),
);
const words = oneof(
  { weight: 3, arbitrary: constantFrom('', 'words', ' 水已通 ', '"\'{}\\', '\u{1F33E}') },
  string({ unit: 'binary', maxLength: 12 }),
);
const reason = words.map((given) => given || 'why');
const evidence = constantFrom('seenOnSite', 'document', 'toldByHousehold');
const value = oneof(
  constantFrom('met', 'notMet', 'unknown', 'registered', 'out', 'good'),
  constantFrom(0, 3, 12.5, -1, 1e7, 0.1 + 0.2),
);

/** A visit to one village; now and then something in it belongs to another, or is not possible. */
const draft = village.chain((v) => {
  const own = <T>(right: Arbitrary<T>, other: Arbitrary<T>): Arbitrary<T> =>
    oneof({ weight: 14, arbitrary: right }, other);
  const subject = own(
    constantFrom(
      { subject: { kind: 'household', id: `${v}-a` }, indicator: 'water', value: 'met' },
      { subject: { kind: 'household', id: `${v}-a` }, indicator: 'persons', value: 4 },
      { subject: { kind: 'household', id: `${v}-b` }, indicator: 'wage', value: 1234.56 },
      { subject: { kind: 'household', id: `${v}-b` }, indicator: 'status', value: 'out' },
      { subject: { kind: 'village', id: v }, indicator: 'road', value: 'good' },
      { subject: { kind: 'project', id: `${v}-p` }, indicator: 'built', value: 33.3 },
    ) as Arbitrary<{ subject: unknown; indicator: string; value: unknown }>,
    record({
      subject: record({ kind: constant('household'), id: householdId }),
      indicator: constant('food'),
      value,
    }),
  );
  const one = <T>(item: Arbitrary<T>) => array(item, { maxLength: 2 });
  return record({
    villageId: constant(v),
    kind: constantFrom('leader', 'helper', 'workTeam'),
    on: day,
    present: one(reason),
    stops: array(
      own(
        constantFrom(
          { kind: 'household', subjectId: `${v}-a`, outcome: 'met' },
          { kind: 'projectSite', subjectId: `${v}-p`, outcome: 'seen' },
          { kind: 'village', subjectId: null, outcome: 'seen' },
        ) as Arbitrary<{ kind: string; subjectId: string | null; outcome: string }>,
        record({ kind: constant('household'), subjectId: householdId, outcome: constant('met') }),
      ).chain((stop) => words.map((said) => ({ ...stop, said }))),
      { minLength: 1, maxLength: 3 },
    ),
    readings: array(
      record({ id: readingId, evidence, told: subject }).map(({ told, ...rest }) => ({ ...rest, ...told })),
      { maxLength: 4 },
    ),
    verdicts: one(
      oneof(
        {
          weight: 3,
          arbitrary: record({
            commitmentId: own(constantFrom(`${v}-owed`, `${v}-due`), commitmentId),
            verdict: constantFrom('partly', 'cannotTell', 'partly', 'kept'),
            note: words,
          }),
        },
        record({
          commitmentId: constantFrom(`${v}-owed`, `${v}-done`),
          verdict: constantFrom('kept', 'notKept'),
          note: oneof({ weight: 4, arbitrary: reason }, constant('')),
          insteadOf: integer({ min: 1, max: 40 }),
        }),
        record({
          commitmentId: constantFrom(`${v}-owed`, `${v}-done`),
          verdict: constant('reopened'),
          note: reason,
          dueOn: own(constant('2018-12-31'), constant('2018-01-01')),
        }),
      ),
    ),
    commitments: one(
      record({
        id: commitmentId,
        theme: constantFrom('industry', 'other'),
        what: reason,
        owner: reason,
        dueOn: own(constant('2018-12-31'), constant('2018-01-01')),
        householdId: option(own(constant(`${v}-a`), householdId)),
        projectId: option(constant(`${v}-p`)),
      }),
    ),
    note: words,
  });
});

/** A step of the procedure; the one that comes next more often than any other. */
const stepSaid = record({
  id: numbered('step-', 60),
  step: constantFrom(
    'appraisal',
    'appraisal',
    'verification',
    'householdAgrees',
    'publicNotice',
    'announcement',
  ),
  outcome: constantFrom('passed', 'passed', 'refused'),
  on: day,
  people: array(reason, { minLength: 1, maxLength: 2 }),
  note: words,
}).map((said) => ({ ...said, until: said.step === 'publicNotice' ? said.on : null }));

/** Three pictures, each whole or a piece of it: what is put together of pieces of two is neither. */
const PICTURES = await Promise.all(
  [1, 2, 3].flatMap((seed) =>
    [
      [0, 0],
      [0, 1000],
      [0, 100],
      [100, 1000],
    ].map(([from, to]) => pieceOf('', jpeg({ seed, before: seed === 3 ? EXIF : [] }), from, to)),
  ),
);
const photoId = numbered('photo-', 20);
const piece = record({ id: photoId, given: constantFrom(...PICTURES) }).map(({ id, given }) => ({
  ...given,
  id,
}));
/** An answer to one of few questions, so that they are opened again too. */
const answerSaid = record({
  id: numbered('question-', 60),
  key: record({ code: constantFrom('causeTwice', 'membersDiffer', 'nothing'), on: householdId }).map(
    ({ code, on }) => `${code}/${on}`,
  ),
  readingIds: array(readingId, { maxLength: 1 }),
  outcome: constantFrom('answered', 'dismissed', 'reopened'),
  reason,
});

const get = (path: Arbitrary<string>): Arbitrary<Asked> => path.map((p) => ({ method: 'GET', path: p }));
const send = <T>(method: 'PUT' | 'POST', path: Arbitrary<string>, body: Arbitrary<T>): Arbitrary<Asked> =>
  record({ method: constant(method), path, body });
/** In order, of another year, of another sex, of 20 signs, and one that cannot be. */
const CERTIFICATES = [
  certificateOf('19600101', '002'),
  certificateOf('19610101', '002'),
  certificateOf('19600101', '001'),
  `${certificateOf('19600101', '002')}11`,
  '999901180001011234',
];
const identifierPath = householdId.chain((h) =>
  record({ member: memberId(h), kind: constantFrom(...identifierKinds) }).map(
    ({ member, kind }) => `/households/${h}/members/${member}/identifiers/${kind}`,
  ),
);
const knownOn = constantFrom('', '?knownOn=2018-07-16', '?knownOn=2018-02-01');

const reads = oneof(
  get(constantFrom('/contact-points', '/places', '/about')),
  get(village.map((v) => `/villages/${v}`)),
  get(record({ village, knownOn }).map((x) => `/villages/${x.village}/progress${x.knownOn}`)),
  get(
    record({ village, from: visitId, to: visitId }).map(
      (x) => `/villages/${x.village}/progress?from=${x.from}&to=${x.to}`,
    ),
  ),
  get(record({ village, knownOn }).map((x) => `/villages/${x.village}/progress/households${x.knownOn}`)),
  get(village.map((v) => `/villages/${v}/measures?k=2`)),
  get(record({ village, knownOn }).map((x) => `/villages/${x.village}/left-behind${x.knownOn}`)),
  get(
    constantFrom('', '?series=sixPercent', '?place=cn/99/9901', '?place=cn/99/9901/990101/lower/v').map(
      (asked) => `/measures${asked}`,
    ),
  ),
  get(village.map((v) => `/villages/${v}/households`)),
  { weight: 3, arbitrary: get(householdId.map((h) => `/households/${h}`)) },
  get(householdId.map((h) => `/households/${h}/looks`)),
  get(village.map((v) => `/villages/${v}/projects`)),
  get(village.map((v) => `/projects/${v}-p`)),
  get(visitId.map((id) => `/visits/${id}`)),
  get(visitId.map((id) => `/visits/${id}/photos`)),
  get(record({ visitId, photoId }).map((x) => `/visits/${x.visitId}/photos/${x.photoId}`)),
  get(readingId.map((id) => `/readings/${id}`)),
  get(village.map((v) => `/villages/${v}/visit-sheet`)),
  get(record({ village, at: visitId }).map((x) => `/villages/${x.village}/exit?at=${x.at}`)),
  get(householdId.map((h) => `/households/${h}/exit`)),
  get(village.map((v) => `/villages/${v}/questions`)),
  get(
    constantFrom(
      '/audit',
      '/audit?before=PAGE',
      '/audit?before=2018-07-16T04%3A00%3A00.000Z~v~3',
      '/audit?before=nonsense',
      '/audit?villageId=v',
      '/audit?action=recordVisit',
      '/audit?actorId=cadre-v&before=PAGE',
    ),
  ),
);
const writes = oneof(
  {
    weight: 6,
    arbitrary: send(
      'PUT',
      visitId.map((id) => `/visits/${id}`),
      draft,
    ),
  },
  {
    weight: 3,
    arbitrary: send(
      'POST',
      readingId.map((id) => `/readings/${id}/corrections`),
      record({ id: readingId, value, evidence, reason }),
    ),
  },
  {
    weight: 2,
    arbitrary: send(
      'POST',
      visitId.map((id) => `/visits/${id}/reviews`),
      record({ id: numbered('review-', 60), outcome: constantFrom('accepted', 'sentBack'), note: words }),
    ),
  },
  {
    weight: 2,
    arbitrary: send(
      'POST',
      visitId.map((id) => `/visits/${id}/answers`),
      record({ id: numbered('review-', 60), note: words }),
    ),
  },
  {
    weight: 2,
    arbitrary: send(
      'POST',
      householdId.map((id) => `/households/${id}/steps`),
      stepSaid,
    ),
  },
  {
    weight: 3,
    arbitrary: send(
      'POST',
      visitId.map((id) => `/visits/${id}/photos`),
      piece,
    ),
  },
  {
    weight: 2,
    arbitrary: send(
      'POST',
      village.map((id) => `/villages/${id}/questions/answers`),
      answerSaid,
    ),
  },
  {
    weight: 2,
    arbitrary: send(
      'PUT',
      identifierPath,
      record({ value: constantFrom('138 0013 8000', '138 0013 8001', '1', ...CERTIFICATES), reason }),
    ),
  },
  {
    weight: 2,
    arbitrary: send(
      'POST',
      identifierPath.map((path) => `${path}/unmask`),
      record({ reason }),
    ),
  },
);

const act = (action: Act['action'], householdId: string | null = null): Act => ({
  at: '2018-07-16T04:00:00.000Z',
  actor: { id: 'verb', name: 'verb', role: 'office', via: 'session' },
  action,
  // Whose village it is, a routeless test does not know: told to those who see everywhere.
  place: null,
  subject: { kind: 'village', id: 'v' },
  householdId,
  reason: null,
  before: null,
  after: { odd: ['"', '\u{1F33E}', 1e21] },
});
const verb = (name: string, args: Arbitrary<unknown[]>): Arbitrary<Verb> =>
  args.map((given) => ({ verb: name, args: given }));
const ref = householdId.chain((h) =>
  record({ householdId: constant(h), memberId: memberId(h), kind: constantFrom(...identifierKinds) }),
);

/** What the routes look at beforehand, the store has to stand by itself. */
const verbs = oneof(
  verb('villageRecords', constant([])),
  verb(
    'villageRecord',
    village.map((v) => [v]),
  ),
  verb('placeNodes', constant([])),
  verb(
    'recordOf',
    oneof(
      visitId.map((id) => ['visit', id]),
      readingId.map((id) => ['reading', id]),
      commitmentId.map((id) => ['commitment', id]),
      householdId.map((id) => ['household', id]),
    ),
  ),
  verb(
    'receiptOf',
    visitId.map((id) => [id]),
  ),
  verb(
    'looksAt',
    householdId.map((id) => [id]),
  ),
  verb(
    'audit',
    record({ limit: integer({ min: 1, max: 7 }), villageId: option(village, { nil: undefined }) }).map(
      (filter) => [filter],
    ),
  ),
  verb(
    'recordLook',
    record({ h: householdId, nobody: nat(3) }).map(({ h, nobody }) => [
      { ...act('viewHousehold', h), ...(nobody === 0 && { actor: null }) },
    ]),
  ),
  verb(
    'recordLook',
    village.map((id) => [{ ...act('takeRecords'), subject: { kind: 'village', id } }]),
  ),
  verb(
    'unmask',
    ref.map((r) => [r, act('unmaskIdentifier', r.householdId)]),
  ),
  verb(
    'recordIdentifier',
    record({ ref, given: constantFrom('13800138000', ...CERTIFICATES) }).map((x) => [
      { ...x.ref, value: x.given, recordedOn: '2018-07-16' },
      act('recordIdentifier', x.ref.householdId),
    ]),
  ),
  verb(
    'recordReview',
    record({
      id: numbered('review-', 30),
      visitId,
      outcome: constantFrom('accepted', 'answered'),
      note: words.map(wellFormed),
    }).map((r) => [{ ...r, by: { zh: '乡', en: 'Township' }, recordedOn: '2018-07-16' }, act('reviewVisit')]),
  ),
  verb(
    'keepPiece',
    record({ visitId, piece }).map((x) => [{ ...x.piece, visitId: x.visitId }]),
  ),
  verb(
    'dropPieces',
    record({ visitId, id: photoId }).map((ref) => [ref]),
  ),
  verb(
    'recordPhoto',
    record({ visitId, piece }).map(({ visitId, piece: { id, size, sha256 } }) => [
      { id, visitId, size, sha256, width: 16, height: 8, recordedOn: '2018-07-16', recordedBy: 'verb' },
      act('recordPhoto'),
    ]),
  ),
  verb(
    'showPhoto',
    record({ visitId, id: photoId }).map((ref) => [
      ref,
      { ...act('viewPhotos'), subject: { kind: 'visit', id: ref.visitId } },
    ]),
  ),
  verb(
    'recordStep',
    record({ said: stepSaid, householdId }).map(({ said, householdId }) => [
      {
        ...said,
        householdId,
        people: said.people.map(wellFormed),
        note: wellFormed(said.note) || null,
        recordedOn: '2018-07-16',
        recordedBy: { zh: '村', en: 'Village' },
        source: null,
      },
      act('recordProcedureStep'),
    ]),
  ),
  verb(
    'recordQuestionAnswer',
    record({ said: answerSaid, village }).map(({ said, village: villageId }) => [
      villageId,
      {
        ...said,
        reason: wellFormed(said.reason),
        recordedOn: '2018-07-16',
        recordedBy: { zh: '村', en: 'Village' },
        source: null,
      },
      act('answerDataQuestion'),
    ]),
  ),
  verb(
    'recordCorrection',
    record({ id: readingId, target: readingId, value: constantFrom(1, 2) }).map(
      ({ id, target, value: given }) => [
        {
          id,
          subject: { kind: 'household', id: 'v-a' },
          indicator: 'persons',
          value: given,
          trueOn: '2018-01-22',
          recordedOn: '2018-07-16',
          recordedBy: 'verb',
          source: { kind: 'synthetic' },
          evidence: 'document',
          supersedes: { readingId: target, reason: 'why' },
        },
        act('correctReading'),
      ],
    ),
  ),
  verb(
    'recordVisit',
    record({
      id: visitId,
      villageId: village,
      readings: array(readingId, { maxLength: 3 }),
      promises: array(commitmentId, { maxLength: 2 }),
      fingerprint: constantFrom('one', 'two'),
    }).map(({ id, villageId, readings, promises, fingerprint }) => {
      const source = { kind: 'visit', visitId: id };
      const recorded = { recordedOn: '2018-07-16', recordedBy: 'verb', source };
      return [
        {
          visit: {
            id,
            villageId,
            kind: 'thirdParty',
            on: '2018-07-16',
            present: [],
            stops: [],
            note: null,
            ...recorded,
          },
          readings: readings.map((reading) => ({
            id: reading,
            subject: { kind: 'village', id: villageId },
            indicator: 'satisfaction',
            value: 66.6,
            trueOn: '2018-07-16',
            evidence: 'seenOnSite',
            ...recorded,
          })),
          commitments: promises.map((promise) => ({
            id: promise,
            villageId,
            visitId: id,
            theme: 'other',
            what: 'what',
            owner: 'owner',
            dueOn: '2018-12-31',
            householdId: null,
            projectId: null,
            recordedOn: '2018-07-16',
            source,
          })),
          verdicts: [],
          fingerprint,
        },
        act('recordVisit'),
      ];
    }),
  ),
);

function wellFormed(text: string): string {
  return text.replaceAll(/[\0\p{Surrogate}]/gu, '');
}

/** One step of two stores that have to stay the same. */
export const operation: Arbitrary<Operation> = record({
  minutes: constantFrom(0, 0, 1, 20, 45),
  // Beyond the actors there are: somebody who may.
  actor: nat(35),
  what: oneof(
    { weight: 8, arbitrary: reads },
    { weight: 10, arbitrary: writes },
    { weight: 5, arbitrary: verbs },
    { weight: 3, arbitrary: nat(1000).map((again) => ({ again })) },
  ),
});

import { describe, expect, it } from 'vitest';
import { chainHash } from '#server/store/chain.ts';
import type { Loaded } from '#server/store/memory.ts';
import type { Owned, Stores, Unsequenced, Viewer, VisitEntry } from '#server/store/port.ts';
import { canonical, CHAIN_START, type Act } from '#src/domain/audit.ts';
import { EVERYWHERE, placeOf } from '#src/domain/place.ts';
import type { Reading } from '#src/domain/reading.ts';
import type { QuestionAnswer } from '#src/domain/data-questions.ts';
import type { Member } from '#src/domain/household.ts';
import type { ProcedureStep } from '#src/domain/procedure.ts';
import type { Review } from '#src/domain/review.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import type { Photo, PhotoPiece } from '#src/domain/photo.ts';
import { certificateOf, wrongCertificateOf } from './certificate.ts';
import { base64Of, jpeg, pieceOf } from './jpeg.ts';
import { RecordBuilder } from './record-builder.ts';

export const everywhere: Viewer = { accountId: 'tester', places: [EVERYWHERE] };
const source = { kind: 'visit', visitId: 'new' } as const;

/** Village v with a visit, a household with a member and a reading; village w in another county. */
export function twoVillages(): VillageRecord[] {
  const v = new RecordBuilder('v').visit('jan', '2018-01-22').household('a', { members: [member] });
  const w = new RecordBuilder('w').household('b');
  w.record.successions.push({
    on: '2018-03-01',
    fromIds: ['b'],
    toIds: ['b'],
    source: { kind: 'synthetic' },
  });
  w.record.village.countyCode = '999998';
  return [v.read('a', 'persons', 2, '2018-01-22').record, w.record];
}

const member: Member = {
  id: 'a-m1',
  name: { zh: '甲', en: 'A' },
  sex: 'female',
  relation: 'head',
  birthYear: 1960,
  health: 'unknown',
  labour: 'unknown',
  student: 'notStudent',
  certificateChecks: [],
  identifiers: { certificate: null, phone: '000*****01', bankAccount: null },
  source: { kind: 'synthetic' },
};
export const phone = { householdId: 'a', memberId: 'a-m1', kind: 'phone', value: '0001234501' } as const;

export const entry = (fingerprint = 'same', given: Partial<VisitEntry> = {}): VisitEntry => ({
  visit: {
    id: 'new',
    villageId: 'v',
    kind: 'helper',
    on: '2018-07-16',
    present: [],
    stops: [],
    note: null,
    recordedOn: '2018-07-16',
    recordedBy: 'tester',
    source,
  },
  readings: [
    {
      id: 'new-reading',
      subject: { kind: 'household', id: 'a' },
      indicator: 'water',
      value: 'met',
      trueOn: '2018-07-16',
      recordedOn: '2018-07-16',
      recordedBy: 'tester',
      source,
      evidence: 'seenOnSite',
    },
  ],
  commitments: [],
  verdicts: [],
  fingerprint,
  ...given,
});

/** What is told to the audit trail. */
export const act = (given: Partial<Act> = {}): Act => ({
  at: '2018-07-16T04:00:00.000Z',
  actor: { id: 'tester', name: 'tester', role: 'villageCadre', via: 'session' },
  action: 'recordVisit',
  place: 'cn/99/9999/999999/township/v',
  subject: { kind: 'visit', id: 'new' },
  householdId: null,
  reason: null,
  before: null,
  after: null,
  ...given,
});

export const correctionOf = (readingId: string, id: string): Unsequenced<Reading> => ({
  id,
  subject: { kind: 'household', id: 'a' },
  indicator: 'persons',
  value: 3,
  trueOn: '2018-01-22',
  recordedOn: '2018-07-16',
  recordedBy: 'tester',
  source: { kind: 'synthetic' },
  evidence: 'document',
  supersedes: { readingId, reason: 'why' },
});

export const reviewOf = (id: string, given: Partial<Review> = {}): Unsequenced<Review> => ({
  id,
  visitId: 'jan',
  outcome: 'sentBack',
  note: 'no reading of water',
  by: 'office',
  recordedOn: '2018-07-16',
  ...given,
});

export const stepOf = (id: string, given: Partial<ProcedureStep> = {}): Unsequenced<ProcedureStep> => ({
  id,
  householdId: 'a',
  step: 'publicNotice',
  outcome: 'passed',
  on: '2018-07-10',
  until: '2018-07-16',
  people: ['Village committee', { zh: '村民', en: 'Villagers' }],
  note: null,
  recordedOn: '2018-07-16',
  recordedBy: 'tester',
  source: null,
  ...given,
});

export const photoAct: Act = act({ action: 'recordPhoto', subject: { kind: 'visit', id: 'jan' } });
export async function photoOf(id: string, bytes: Uint8Array<ArrayBuffer>): Promise<Unsequenced<Photo>> {
  const { size, sha256 } = await pieceOf(id, bytes);
  const given = { width: 16, height: 8, recordedOn: '2018-07-16', recordedBy: { zh: '村', en: 'Village' } };
  return { id, visitId: 'jan', size, sha256, ...given };
}
export const answerOf = (id: string, given: Partial<QuestionAnswer> = {}): Unsequenced<QuestionAnswer> => ({
  id,
  key: 'membersDiffer/a',
  readingIds: ['a-persons-2018-01-22'],
  outcome: 'answered',
  reason: 'two work in town',
  recordedOn: '2018-07-16',
  recordedBy: 'tester',
  source: null,
  ...given,
});

/** Every store passes the same suite; nothing observable is tested on one alone. */
export function describeStore(name: string, create: (loaded: Loaded) => Promise<Stores>): void {
  const open = async (viewer: Viewer = everywhere) =>
    (await create({ records: twoVillages(), identifiers: [phone] })).as(viewer);

  describe(`the store: ${name}`, () => {
    it('hands out nothing through which it could be changed', async () => {
      const records = twoVillages();
      const store = (await create({ records })).as(everywhere);
      records[0]?.households.pop();
      const handed = await store.villageRecord('v');
      expect(handed?.households).toHaveLength(1);
      expect(() => handed?.households.pop()).toThrow(TypeError);
      expect(() => Object.assign(handed?.village ?? {}, { id: 'x' })).toThrow(TypeError);
    });

    it('hands out what it was given, in the order it was given', async () => {
      const records = twoVillages();
      const store = (await create({ records })).as(everywhere);
      expect(await store.villageRecord('v')).toEqual(records[0]);
      expect((await store.villageRecords()).map((r) => r.village.id).toSorted()).toEqual(['v', 'w']);
    });

    it('knows where each thing belongs, and what is not there', async () => {
      const store = await open();
      const villageOf = async (kind: Owned, id: string) => (await store.recordOf(kind, id))?.village.id;
      for (const id of ['b', 'b']) expect(await villageOf('household', id)).toBe('w');
      expect(await villageOf('reading', 'a-persons-2018-01-22')).toBe('v');
      expect(await store.recordOf('household', 'jan')).toBeNull();
      expect(await store.villageRecord('x')).toBeNull();
      expect(await store.receiptOf('jan')).toBeNull();
    });

    it('has nothing for a viewer whose places do not cover it, and writes nothing for one', async () => {
      const [v] = twoVillages();
      const stores = await create({ records: twoVillages(), identifiers: [phone] });
      const beside = v ? placeOf(v.village).replace('/v', '/x') : '';
      for (const places of [[], [beside], ['cn/99/9999/999998']]) {
        const store = stores.as({ accountId: 'stranger', places });
        expect(await store.villageRecord('v')).toBeNull();
        expect((await store.villageRecords()).map((r) => r.village.id)).not.toContain('v');
        expect(await store.recordOf('household', 'a')).toBeNull();
        expect(await store.looksAt('a')).toEqual([]);
        expect(await store.recordVisit(entry(), act())).toEqual({ outcome: 'conflict' });
        expect(await store.recordReview(reviewOf('r'), act())).toEqual({ outcome: 'conflict' });
        expect(await store.recordStep(stepOf('s'), act())).toEqual({ outcome: 'conflict' });
        expect(await store.recordQuestionAnswer('v', answerOf('q'), act())).toEqual({ outcome: 'conflict' });
        expect((await store.recordCorrection(correctionOf('a-persons-2018-01-22', 'c'), act())).outcome).toBe(
          'conflict',
        );
        const bytes = jpeg();
        expect(await store.keepPiece({ visitId: 'jan', ...(await pieceOf('p', bytes)) })).toEqual({
          outcome: 'conflict',
        });
        expect(await store.recordPhoto(await photoOf('p', bytes), act())).toEqual({ outcome: 'conflict' });
        expect(await store.photosOf('jan')).toEqual([]);
        expect(await store.recordIdentifier({ ...phone, recordedOn: '2018-07-16' }, act())).toBe(false);
        expect(await store.unmask(phone, act())).toBeNull();
        await store.recordLook(act({ action: 'viewHousehold', householdId: 'a' }));
      }
      const all = stores.as(everywhere);
      expect((await all.audit({ limit: 10 })).entries).toEqual([]);
      expect(await all.villageRecord('v')).toEqual(v);
    });

    it('names its data by an epoch, the same at each question', async () => {
      const stores = await create({ records: twoVillages() });
      const epoch = await stores.epoch();
      expect(epoch).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(await stores.epoch()).toBe(epoch);
    });

    it('writes a visit whole, in order, and what was handed out before stays what it was', async () => {
      const store = await open();
      const before = await store.villageRecord('v');
      const given = entry();
      expect(await store.recordVisit(given, act())).toMatchObject({
        outcome: 'recorded',
        answer: { visitId: 'new', villageId: 'v', recordedOn: '2018-07-16', sequence: 3 },
      });
      given.readings.pop();
      const after = await store.villageRecord('v');
      expect(before?.visits).toHaveLength(1);
      expect(after?.visits.map((v) => v.id)).toEqual(['jan', 'new']);
      expect(after?.readings.map((r) => r.id)).toEqual(['a-persons-2018-01-22', 'new-reading']);
      const order = [...(after?.visits ?? []), ...(after?.readings ?? [])].map((x) => x.sequence);
      expect(order).toEqual([1, 3, 2, 4]);
    });

    it('keeps until when a reopened commitment is to be done, and no such day beside other verdicts', async () => {
      const { record } = new RecordBuilder('v')
        .visit('jan', '2018-01-22')
        .visit('feb', '2018-02-22')
        .commitment('broken', 'jan', '2018-06-30')
        .verdict('broken', 'feb', 'kept', '2018-02-22')
        .verdict('broken', 'feb', 'reopened', '2018-02-22', { dueOn: '2018-07-31', note: 'why' });
      const store = (await create({ records: [record] })).as(everywhere);
      const given = { commitmentId: 'broken', visitId: 'new', givenOn: '2018-07-16' } as const;
      const rest = { recordedOn: '2018-07-16', recordedBy: 'tester', source };
      await store.recordVisit(
        entry('same', {
          verdicts: [
            { ...given, ...rest, verdict: 'kept', note: '' },
            { ...given, ...rest, verdict: 'reopened', note: 'why', dueOn: '2018-12-31' },
          ],
        }),
        act(),
      );
      const told = (await store.villageRecord('v'))?.verdicts ?? [];
      expect(told.map((v) => ('dueOn' in v ? v.dueOn : v.verdict))).toEqual([
        'kept',
        '2018-07-31',
        'kept',
        '2018-12-31',
      ]);
    });

    it('tells of what a visit names only that which is of its village and seen', async () => {
      const { record } = new RecordBuilder('v')
        .visit('jan', '2018-01-22')
        .visit('feb', '2018-02-22')
        .household('a', { registeredOn: '2016-01-01' })
        .household('c')
        .project('p')
        .commitment('broken', 'jan', '2018-06-30')
        .commitment('kept', 'jan', '2018-06-30')
        .verdict('broken', 'feb', 'kept', '2018-02-22')
        .verdict('broken', 'feb', 'reopened', '2018-02-22', { dueOn: '2018-07-31', note: 'why' });
      const w = new RecordBuilder('w').household('b').record;
      w.village.countyCode = '999998';
      const stores = await create({ records: [record, w] });
      const named = { households: ['b', 'a', 'nobody'], projects: ['p', 'q'], commitments: ['broken'] };
      const ground = await stores.as(everywhere).visitGround('v', named);
      const { village, contactPoint } = record;
      expect(ground).toEqual({
        village,
        contactPoint,
        households: [{ id: 'a', registeredOn: '2016-01-01' }],
        projects: [{ id: 'p' }],
        commitments: [{ id: 'broken', dueOn: '2018-06-30', madeOn: '2018-01-22' }],
        verdicts: [
          { commitmentId: 'broken', verdict: 'kept', givenOn: '2018-02-22', sequence: expect.any(Number) },
          {
            commitmentId: 'broken',
            verdict: 'reopened',
            givenOn: '2018-02-22',
            sequence: expect.any(Number),
            dueOn: '2018-07-31',
          },
        ],
      });
      const elsewhere = stores.as({ accountId: 'tester', places: [placeOf(w.village)] });
      expect(await elsewhere.visitGround('v', named)).toBeNull();
      expect(await stores.as(everywhere).visitGround('x', named)).toBeNull();
    });

    it('answers the same visit again as before and refuses another under its id', async () => {
      const store = await open();
      const first = await store.recordVisit(entry(), act());
      const again = await store.recordVisit(entry(), act());
      expect(again.outcome).toBe('repeated');
      expect('answer' in again && again.answer).toEqual('answer' in first && first.answer);
      expect(await store.recordVisit(entry('another'), act())).toEqual({ outcome: 'conflict' });
      expect((await store.receiptOf('new'))?.fingerprint).toBe('same');
      expect((await store.villageRecord('v'))?.visits).toHaveLength(2);
      expect((await store.audit({ limit: 10 })).entries).toHaveLength(1);
    });

    it('refuses a visit that brings a reading under a known id, and writes none of it', async () => {
      const store = await open();
      const [reading] = entry().readings;
      const taken = reading ? [{ ...reading, id: 'a-persons-2018-01-22' }] : [];
      const sent = entry('same', { readings: [...entry().readings, ...taken] });
      expect(await store.recordVisit(sent, act())).toEqual({
        outcome: 'conflict',
        taken: { kind: 'reading', id: 'a-persons-2018-01-22' },
      });
      const twice = entry('same', { readings: [...entry().readings, ...entry().readings] });
      expect(await store.recordVisit(twice, act())).toEqual({ outcome: 'conflict' });
      expect((await store.villageRecord('v'))?.visits).toHaveLength(1);
      expect((await store.audit({ limit: 10 })).entries).toEqual([]);
    });

    it('makes one visit of the same one sent fifty times at once', async () => {
      const store = await open();
      const sent = await Promise.all(Array.from({ length: 50 }, () => store.recordVisit(entry(), act())));
      expect(sent.filter((r) => r.outcome === 'recorded')).toHaveLength(1);
      expect(sent.filter((r) => r.outcome === 'repeated')).toHaveLength(49);
      expect(new Set(sent.map((r) => ('answer' in r ? r.answer.sequence : null)))).toEqual(new Set([3]));
      expect((await store.villageRecord('v'))?.visits).toHaveLength(2);
    });

    it('lets a reading be corrected once, and its correction in turn', async () => {
      const store = await open();
      const correct = async (readingId: string, id: string) =>
        (await store.recordCorrection(correctionOf(readingId, id), act({ action: 'correctReading' })))
          .outcome;
      expect(await correct('a-persons-2018-01-22', 'c1')).toBe('recorded');
      expect(await correct('a-persons-2018-01-22', 'c1')).toBe('repeated');
      expect(await correct('a-persons-2018-01-22', 'c2')).toBe('conflict');
      expect(await correct('c1', 'c3')).toBe('recorded');
      expect(await correct('nothing', 'c4')).toBe('conflict');
    });

    it('appends reviews, once each', async () => {
      const store = await open();
      const told = act({ action: 'reviewVisit' });
      expect((await store.recordReview(reviewOf('r1'), told)).outcome).toBe('recorded');
      expect((await store.recordReview(reviewOf('r1'), told)).outcome).toBe('repeated');
      expect((await store.recordReview(reviewOf('r1', { note: 'other' }), told)).outcome).toBe('conflict');
      expect((await store.recordReview(reviewOf('r2', { outcome: 'accepted' }), told)).outcome).toBe(
        'recorded',
      );
      expect((await store.recordReview(reviewOf('r3', { visitId: 'nothing' }), told)).outcome).toBe(
        'conflict',
      );
      expect((await store.villageRecord('v'))?.reviews.map((r) => [r.id, r.sequence])).toEqual([
        ['r1', 3],
        ['r2', 4],
      ]);
    });

    it('appends steps of the procedure, once each, and tells them as they were given', async () => {
      const store = await open();
      const told = act({ action: 'recordProcedureStep' });
      const outcomeOf = async (step: Unsequenced<ProcedureStep>) =>
        (await store.recordStep(step, told)).outcome;
      expect(await outcomeOf(stepOf('s1'))).toBe('recorded');
      expect(await outcomeOf(stepOf('s1', { recordedOn: '2018-07-17', recordedBy: 'another' }))).toBe(
        'repeated',
      );
      const others: Partial<ProcedureStep>[] = [
        { step: 'announcement', until: null },
        { outcome: 'refused' },
        { on: '2018-07-11' },
        { until: '2018-07-17' },
        { people: ['Village committee'] },
        { note: 'note' },
      ];
      for (const other of others) expect(await outcomeOf(stepOf('s1', other))).toBe('conflict');
      expect(await outcomeOf(stepOf('s2', { note: 'an objection', outcome: 'refused' }))).toBe('recorded');
      expect(await outcomeOf(stepOf('s3', { householdId: 'nothing' }))).toBe('conflict');
      expect(await outcomeOf(stepOf('s2', { householdId: 'b' }))).toBe('recorded');
      expect((await store.villageRecord('v'))?.steps).toEqual([
        { ...stepOf('s1'), sequence: 3 },
        { ...stepOf('s2', { note: 'an objection', outcome: 'refused' }), sequence: 4 },
      ]);
      expect((await store.audit({ limit: 9, villageId: 'v' })).entries).toHaveLength(2);
    });

    it('puts a photo together from its pieces, and takes each once', async () => {
      const store = await open();
      const bytes = jpeg({ scan: 300 });
      const send = async (id: string, from: number, to: number, given: Partial<PhotoPiece> = {}) =>
        store.keepPiece({ visitId: 'jan', ...(await pieceOf(id, bytes, from, to)), ...given });
      const kept = (received: number) => ({ outcome: 'kept', received, whole: null });
      expect(await send('p1', 0, 0)).toEqual(kept(0));
      expect(await send('p1', 0, 100)).toEqual(kept(100));
      // What comes twice, and what comes too soon, is not what comes next.
      expect(await send('p1', 0, 100)).toEqual(kept(100));
      expect(await send('p1', 150, 200)).toEqual(kept(100));
      expect(await store.recordPhoto(await photoOf('p1', bytes), photoAct)).toEqual({ outcome: 'conflict' });
      const whole = { outcome: 'kept', received: bytes.length, whole: base64Of(bytes) };
      expect(await send('p1', 100, bytes.length)).toEqual(whole);
      expect(await send('p1', 0, 0)).toEqual(whole);

      const photo = { ...(await photoOf('p1', bytes)), sequence: 1 };
      expect(await store.recordPhoto(await photoOf('p1', bytes), photoAct)).toEqual({
        outcome: 'recorded',
        answer: photo,
      });
      expect(await store.recordPhoto(await photoOf('p1', bytes), photoAct)).toEqual({
        outcome: 'repeated',
        answer: photo,
      });
      expect(await send('p1', 0, 50)).toEqual({ outcome: 'recorded', answer: photo });
      expect(await send('p1', 0, 50, { sha256: '0'.repeat(64) })).toEqual({ outcome: 'conflict' });
      // The same picture under another id is another photo; what was let go of begins anew.
      await send('p2', 0, 100);
      expect(await send('p2', 0, 50, { sha256: '1'.repeat(64) })).toEqual(kept(50));
      expect(await send('p2', 0, 100)).toEqual(kept(100));
      await store.dropPieces({ visitId: 'jan', id: 'p2' });
      expect(await send('p2', 0, 0)).toEqual(kept(0));
      await send('p2', 0, bytes.length);
      expect(await store.recordPhoto(await photoOf('p2', bytes), photoAct)).toMatchObject({
        answer: { id: 'p2', sequence: 2 },
      });
      expect(await store.photosOf('jan')).toEqual([photo, { ...photo, id: 'p2', sequence: 2 }]);
      expect(await store.photosOf('nothing')).toEqual([]);
    });

    it('takes ten photos of a visit, and of those on their way the first gives way', async () => {
      const store = await open();
      const ids = Array.from({ length: 11 }, (_, n) => `p${n}`);
      const bytes = jpeg();
      const send = async (id: string, to: number, from = 0) =>
        store.keepPiece({ visitId: 'jan', ...(await pieceOf(id, bytes, from, to)) });
      for (const id of ids) expect(await send(id, 40)).toMatchObject({ received: 40 });
      expect(await send('p0', 0)).toMatchObject({ received: 0 });
      expect(await send('p1', 0)).toMatchObject({ received: 40 });
      for (const id of ids.slice(1)) {
        await send(id, bytes.length, 40);
        expect(await store.recordPhoto(await photoOf(id, bytes), photoAct)).toMatchObject({
          outcome: 'recorded',
        });
      }
      expect(await send('p0', 40)).toEqual({ outcome: 'full' });
      expect(await store.recordPhoto(await photoOf('p0', bytes), photoAct)).toEqual({ outcome: 'full' });
      expect((await store.photosOf('jan')).map((p) => p.sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    });

    it('shows a photo only together with its look, once an hour for each person and visit', async () => {
      const store = await open();
      const bytes = jpeg();
      for (const id of ['p1', 'p2']) {
        await store.keepPiece({ visitId: 'jan', ...(await pieceOf(id, bytes)) });
        await store.recordPhoto(await photoOf(id, bytes), photoAct);
      }
      const look = (at: string, id = 'p1') =>
        store.showPhoto(
          { visitId: 'jan', id },
          act({ at, action: 'viewPhotos', subject: { kind: 'visit', id: 'jan' } }),
        );
      expect(await look('2018-07-16T04:00:00.000Z')).toBe(base64Of(bytes));
      expect(await look('2018-07-16T04:30:00.000Z', 'p2')).toBe(base64Of(bytes));
      expect(await look('2018-07-16T04:30:00.000Z', 'none')).toBeNull();
      expect(await store.showPhoto({ visitId: 'other', id: 'p1' }, act())).toBeNull();
      await look('2018-07-16T05:00:00.000Z');
      const { entries } = await store.audit({ limit: 9, action: 'viewPhotos' });
      expect(entries.map((e) => e.at.slice(11, 16))).toEqual(['05:00', '04:00']);
    });

    it('appends answers to questions, once each, and tells them as they were given', async () => {
      const store = await open();
      const told = act({ action: 'answerDataQuestion' });
      const outcomeOf = async (answer: Unsequenced<QuestionAnswer>, villageId = 'v') =>
        (await store.recordQuestionAnswer(villageId, answer, told)).outcome;
      expect(await outcomeOf(answerOf('q1'))).toBe('recorded');
      expect(await outcomeOf(answerOf('q1', { recordedOn: '2018-07-17', recordedBy: 'another' }))).toBe(
        'repeated',
      );
      const others: Partial<QuestionAnswer>[] = [
        { key: 'membersDiffer/b' },
        { readingIds: [] },
        { outcome: 'dismissed' },
        { reason: 'other words' },
      ];
      for (const other of others) expect(await outcomeOf(answerOf('q1', other))).toBe('conflict');
      expect(await outcomeOf(answerOf('q1'), 'nothing')).toBe('conflict');
      const second = answerOf('q2', {
        outcome: 'reopened',
        reason: { zh: '再问', en: 'again' },
        readingIds: [],
      });
      expect(await outcomeOf(second)).toBe('recorded');
      expect((await store.villageRecord('v'))?.questionAnswers).toEqual([
        { ...answerOf('q1'), sequence: 3 },
        { ...second, sequence: 4 },
      ]);
      expect((await store.audit({ limit: 9, villageId: 'v' })).entries).toHaveLength(2);
    });

    it('keeps identifiers aside, hands out masks, and unmasks only together with an act', async () => {
      const store = await open();
      const told = act({ action: 'unmaskIdentifier', householdId: 'a', reason: 'call' });
      expect(await store.unmask(phone, told)).toBe('0001234501');
      expect(await store.unmask({ ...phone, kind: 'certificate' }, told)).toBeNull();
      expect((await store.audit({ limit: 10 })).entries).toHaveLength(1);
      const given = {
        ...phone,
        kind: 'certificate',
        value: '999901180001010001',
        recordedOn: '2018-07-16',
      } as const;
      expect(await store.recordIdentifier(given, act({ action: 'recordIdentifier' }))).toBe(true);
      expect(await store.recordIdentifier({ ...given, memberId: 'nobody' }, act())).toBe(false);
      const record = await store.villageRecord('v');
      expect(record?.households[0]?.members[0]?.identifiers.certificate).toBe('9999************01');
      expect(JSON.stringify(record)).not.toContain('0001234501');
      expect(await store.unmask(given, told)).toBe('999901180001010001');
    });

    it('finds of a certificate number, when it is entered, what does not fit, and keeps what was found before', async () => {
      const store = await open();
      const checksAfter = async (value: string, recordedOn: string) => {
        const given = { ...phone, kind: 'certificate', value, recordedOn } as const;
        await store.recordIdentifier(given, act({ action: 'recordIdentifier' }));
        const record = await store.villageRecord('v');
        expect(JSON.stringify(record)).not.toContain(value.slice(4, 16));
        return record?.households[0]?.members[0]?.certificateChecks;
      };
      const first = { on: '2018-07-16', found: ['certificateOdd'] };
      expect(await checksAfter(wrongCertificateOf('19600101', '002'), '2018-07-16')).toEqual([first]);
      expect(await checksAfter(wrongCertificateOf('19600101', '002'), '2018-07-17')).toEqual([first]);
      const second = { on: '2018-07-18', found: ['certificateBirthYear', 'certificateSex'] };
      expect(await checksAfter(certificateOf('19490101', '001'), '2018-07-18')).toEqual([first, second]);
      const third = { on: '2018-07-19', found: [] };
      const all = [first, second, third];
      expect(await checksAfter(certificateOf('19600101', '002'), '2018-07-19')).toEqual(all);
      await store.recordIdentifier(
        { ...phone, recordedOn: '2018-07-20' },
        act({ action: 'recordIdentifier' }),
      );
      const [household] = (await store.villageRecord('v'))?.households ?? [];
      expect(household?.members[0]?.certificateChecks).toEqual(all);
    });

    it('finds the same of a certificate number that is loaded, whatever the record says of it', async () => {
      const certificate = { householdId: 'a', memberId: 'a-m1', kind: 'certificate' } as const;
      const value = certificateOf('19600101', '001');
      const records = twoVillages();
      const [household] = records[0]?.households ?? [];
      if (household) {
        const odd = { on: '2018-01-01', found: ['certificateOdd' as const] };
        household.members = household.members.map((m) => ({ ...m, certificateChecks: [odd] }));
      }
      const store = (await create({ records, identifiers: [phone, { ...certificate, value }] })).as(
        everywhere,
      );
      const checks = async () =>
        (await store.villageRecord('v'))?.households[0]?.members[0]?.certificateChecks;
      expect(await checks()).toEqual([{ on: null, found: ['certificateSex'] }]);
      const again = { ...certificate, value, recordedOn: '2018-07-16' };
      await store.recordIdentifier(again, act({ action: 'recordIdentifier' }));
      expect(await checks()).toEqual([{ on: null, found: ['certificateSex'] }]);
    });

    it('writes a look down once an hour for each person', async () => {
      const store = await open();
      const look = (at: string, id = 'tester') =>
        store.recordLook(
          act({
            at,
            action: 'viewHousehold',
            householdId: 'a',
            actor: { id, name: id, role: 'office', via: 'session' },
          }),
        );
      await look('2018-07-16T04:00:00.000Z');
      await look('2018-07-16T04:59:00.000Z');
      await look('2018-07-16T04:59:00.000Z', 'another');
      await look('2018-07-16T05:00:01.000Z');
      expect((await store.looksAt('a')).map(({ at, actor }) => [at.slice(11, 16), actor.id])).toEqual([
        ['05:00', 'tester'],
        ['04:59', 'another'],
        ['04:00', 'tester'],
      ]);
    });

    it('writes down once an hour that somebody took a village’s records along, and tells it of each household', async () => {
      const store = await open();
      const take = (at: string) =>
        store.recordLook(act({ at, action: 'takeRecords', subject: { kind: 'village', id: 'v' } }));
      await take('2018-07-16T04:00:00.000Z');
      await take('2018-07-16T04:59:00.000Z');
      await take('2018-07-16T05:00:01.000Z');
      await store.recordLook(
        act({ action: 'takeRecords', subject: { kind: 'village', id: 'no-such-village' } }),
      );
      const looks = await store.looksAt('a');
      expect(looks.map(({ at, action }) => [at.slice(11, 16), action])).toEqual([
        ['05:00', 'takeRecords'],
        ['04:00', 'takeRecords'],
      ]);
    });

    it('chains the acts of a village, and hands them out page by page', async () => {
      const store = await open();
      for (const n of [1, 2, 3]) {
        await store.recordReview(reviewOf(`r${n}`), act({ action: 'reviewVisit', reason: `reason ${n}` }));
      }
      const first = await store.audit({ limit: 2 });
      expect(first.entries.map((e) => e.number)).toEqual([3, 2]);
      const rest = await store.audit({ limit: 2, before: first.next ?? '' });
      expect(rest.entries.map((e) => e.number)).toEqual([1]);
      expect(rest.next).toBeNull();
      let prev = CHAIN_START;
      for (const e of [...first.entries, ...rest.entries].toReversed()) {
        const { chain, number, prevHash, hash, ...told } = e;
        expect([chain, prevHash]).toEqual(['v', prev]);
        expect(await chainHash(prevHash, number, canonical(told))).toBe(hash);
        prev = hash;
      }
      expect((await store.audit({ limit: 9, action: 'recordVisit' })).entries).toEqual([]);
      expect((await store.audit({ limit: 9, villageId: 'w' })).entries).toEqual([]);
      expect((await store.audit({ limit: 9, actorId: 'tester' })).entries).toHaveLength(3);
    });

    it('measures each village at its last visit, and anew after a visit and a correction', async () => {
      const store = await open();
      const of = async (today: string) => {
        const told = await store.measuresByVillage({ today });
        return told.map((v) => [v.villageId, v.visit?.on ?? null, v.personsUnknown, v.uncounted]);
      };
      expect(await of('2018-07-16')).toEqual([
        ['w', null, 0, 0],
        ['v', '2018-01-22', 2, 0],
      ]);
      await store.recordVisit(entry(), act());
      await store.recordCorrection(correctionOf('a-persons-2018-01-22', 'corrected'), act());
      expect(await of('2018-07-16')).toEqual([
        ['w', null, 0, 0],
        ['v', '2018-07-16', 3, 0],
      ]);
      expect((await of('2018-07-15'))[1]).toEqual(['v', '2018-01-22', 3, 0]);
      expect(await store.measuresByVillage({ today: '2018-07-16', place: 'cn/99/9999/999998' })).toHaveLength(
        1,
      );
    });

    it('names the places below the viewer’s', async () => {
      const stores = await create({ records: twoVillages() });
      const nodes = await stores.as({ accountId: 't', places: ['cn/99/9999/999999'] }).placeNodes();
      expect(nodes.map(({ path, kind }) => [path, kind])).toEqual([
        ['cn/99/9999/999999', 'county'],
        ['cn/99/9999/999999/township', 'township'],
        ['cn/99/9999/999999/township/v', 'village'],
      ]);
    });
  });
}

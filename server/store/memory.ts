import { v4 as uuid } from 'uuid';
import { type Act, type AuditEntry } from '#src/domain/audit.ts';
import type { Commitment, Verdict } from '#src/domain/commitment.ts';
import type { Identifier } from '#src/domain/identifier.ts';
import { measuresIn } from '#src/domain/place-measures.ts';
import { covers, placeOf } from '#src/domain/place.ts';
import { questionAnswerIn, type QuestionAnswer } from '#src/domain/data-questions.ts';
import type { Reading } from '#src/domain/reading.ts';
import { stepIn, type ProcedureStep } from '#src/domain/procedure.ts';
import { reviewIn, type Review } from '#src/domain/review.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import { addOnce, type Adding, type Kind, type Numbered } from './add-once.ts';
import { withChecks, withIdentifier } from './entered-identifier.ts';
import { deepFreeze } from './freeze.ts';
import { lastSequence } from './last-sequence.ts';
import { auditPage, looksIn, MemoryAudit } from './memory-audit.ts';
import { MemoryPhotos } from './memory-photos.ts';
import { placeNodesFor } from './memory-places.ts';
import { inTurn } from './in-turn.ts';
import type { Owned, Receipt, Recorded, Store, Stores, Viewer, VisitEntry } from './port.ts';
import { groundIn } from './visit-ground.ts';

interface Kept {
  receipt: Receipt;
  fingerprint: string;
}

/** What a memory store starts with. */
export interface Loaded {
  records: readonly VillageRecord[];
  identifiers?: readonly Identifier[];
  /** Shared with the accounts, whose acts stand in the same trail. */
  audit?: MemoryAudit;
  /** Of these data; a new one unless told otherwise. */
  epoch?: string;
}

/**
 * The store in memory: the mock's and the tests', and the executable model of
 * the real one. A write replaces the village's record, so what was handed out
 * before stays what it was; everything is frozen. Writes take turns.
 */
export function createMemoryStores({
  records: initial,
  identifiers: given = [],
  audit = new MemoryAudit(),
  epoch = uuid(),
}: Loaded): Stores {
  const records = new Map<string, VillageRecord>();
  /** By kind and id, and in each county: the village. */
  const owners = new Map<string, Map<string, string>>();
  /** By county and visit. */
  const receipts = new Map<string, Kept>();
  const identifiers = new Map<string, string>();
  const photos = new MemoryPhotos(audit);
  const turn = inTurn();

  const ownersOf = (kind: Kind, id: string) => owners.get(`${kind}/${id}`) ?? new Map<string, string>();
  const own = (kind: Kind, items: readonly { id: string }[], { village }: VillageRecord): void => {
    for (const { id } of items) {
      owners.set(`${kind}/${id}`, ownersOf(kind, id).set(village.countyCode, village.id));
    }
  };
  const keep = (record: VillageRecord): void => {
    records.set(record.village.id, deepFreeze(record));
  };
  const identifierKey = (i: Omit<Identifier, 'value'>): string => `${i.householdId}/${i.memberId}/${i.kind}`;

  for (const one of initial) {
    const record = structuredClone(withChecks(one, given));
    keep(record);
    own('household', record.households, record);
    own('project', record.projects, record);
    own('visit', record.visits, record);
    own('reading', record.readings, record);
    own('commitment', record.commitments, record);
    own('review', record.reviews, record);
    own('step', record.steps, record);
    own('questionAnswer', record.questionAnswers, record);
  }
  for (const i of given) identifiers.set(identifierKey(i), i.value);

  function as(viewer: Viewer): Store {
    const sees = ({ village }: VillageRecord): boolean =>
      viewer.places.some((own) => covers(own, placeOf(village)));
    const visible = (): VillageRecord[] => [...records.values()].filter(sees);
    const seen = (villageId: string | null | undefined): VillageRecord | null => {
      const record = villageId ? records.get(villageId) : undefined;
      return record && sees(record) ? record : null;
    };
    const ownerIn = (county: string, kind: Kind, id: string): string | null =>
      ownersOf(kind, id).get(county) ?? null;
    /** Those that the viewer sees, in the order of their counties: each county has one of that id at the most. */
    const ownersSeen = (kind: Owned, id: string): VillageRecord[] =>
      [...ownersOf(kind, id)]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([, villageId]) => seen(villageId) ?? []);
    const ownerSeen = (kind: Owned, id: string): VillageRecord | null => ownersSeen(kind, id)[0] ?? null;
    const added = <T extends Numbered>(
      find: () => VillageRecord | null,
      given: Omit<T, 'sequence'> & { id: string },
      act: Act,
      how: Adding<T>,
    ): Promise<Recorded<T>> =>
      turn(async () => {
        const record = find();
        if (!record) return { outcome: 'conflict' };
        const isTaken = ownerIn(record.village.countyCode, how.kind, given.id) !== null;
        const recorded = addOnce(record, given, how, isTaken);
        if (recorded.outcome !== 'recorded') return recorded;
        await audit.append(record.village.id, act);
        keep(how.grown(record, recorded.answer));
        own(how.kind, [recorded.answer], record);
        return recorded;
      });

    return {
      async villageRecords() {
        return visible();
      },

      async villageRecord(villageId) {
        return seen(villageId);
      },

      async recordOf(kind, id) {
        return ownerSeen(kind, id);
      },

      async visitGround(villageId, named) {
        const record = seen(villageId);
        return record && groundIn(record, named);
      },

      async receiptOf(visitId) {
        const kept = ownersSeen('visit', visitId).map(({ village }) =>
          receipts.get(`${village.countyCode}/${visitId}`),
        );
        return kept.find((one) => one !== undefined) ?? null;
      },

      recordVisit: (entryGiven: VisitEntry, act: Act): Promise<Recorded<Receipt>> =>
        turn(async () => {
          const entry = structuredClone(entryGiven);
          const { visit, fingerprint } = entry;
          const record = seen(visit.villageId);
          if (!record) return { outcome: 'conflict' };
          const county = record.village.countyCode;
          const known = receipts.get(`${county}/${visit.id}`);
          if (known && known.receipt.villageId === visit.villageId && known.fingerprint === fingerprint) {
            return { outcome: 'repeated', answer: known.receipt };
          }
          if (ownerIn(county, 'visit', visit.id) !== null) return { outcome: 'conflict' };
          const brought = [
            ...entry.readings.map(({ id }) => ({ kind: 'reading', id }) as const),
            ...entry.commitments.map(({ id }) => ({ kind: 'commitment', id }) as const),
          ];
          const isTaken = ({ kind, id }: (typeof brought)[number], at: number): boolean =>
            ownerIn(county, kind, id) !== null ||
            brought.findIndex((one) => one.kind === kind && one.id === id) < at;
          if (brought.some(isTaken)) {
            const taken = brought.find(({ kind, id }) => seen(ownerIn(county, kind, id)));
            return { outcome: 'conflict', ...(taken && { taken }) };
          }
          let sequence = lastSequence(record);
          const sequenced = { ...visit, sequence: ++sequence };
          const readings: Reading[] = entry.readings.map((r) => ({ ...r, sequence: ++sequence }));
          const verdicts: Verdict[] = entry.verdicts.map((v) => ({ ...v, sequence: ++sequence }));
          const commitments: Commitment[] = entry.commitments;
          await audit.append(record.village.id, act);
          const next = {
            ...record,
            visits: [...record.visits, sequenced],
            readings: [...record.readings, ...readings],
            commitments: [...record.commitments, ...commitments],
            verdicts: [...record.verdicts, ...verdicts],
          };
          keep(next);
          own('visit', [visit], next);
          own('reading', readings, next);
          own('commitment', commitments, next);
          const receipt: Receipt = Object.freeze({
            visitId: visit.id,
            villageId: visit.villageId,
            recordedOn: visit.recordedOn,
            sequence: sequenced.sequence,
          });
          receipts.set(`${county}/${visit.id}`, { receipt, fingerprint });
          return { outcome: 'recorded', answer: receipt };
        }),

      recordCorrection: (corrected, act): Promise<Recorded<Reading>> =>
        turn(async () => {
          const target = corrected.supersedes?.readingId;
          const record = target ? ownerSeen('reading', target) : null;
          if (!record) return { outcome: 'conflict' };
          const same = record.readings.find((r) => r.id === corrected.id);
          if (same) {
            return same.supersedes?.readingId === target
              ? { outcome: 'repeated', answer: same }
              : { outcome: 'conflict' };
          }
          if (
            ownerIn(record.village.countyCode, 'reading', corrected.id) !== null ||
            record.readings.some((r) => r.supersedes?.readingId === target)
          ) {
            return { outcome: 'conflict' };
          }
          const reading: Reading = { ...structuredClone(corrected), sequence: lastSequence(record) + 1 };
          await audit.append(record.village.id, act);
          const next = { ...record, readings: [...record.readings, reading] };
          keep(next);
          own('reading', [reading], next);
          return { outcome: 'recorded', answer: reading };
        }),

      recordReview: (given, act) =>
        added<Review>(() => ownerSeen('visit', given.visitId), given, act, {
          kind: 'review',
          list: ({ reviews }) => reviews,
          said: reviewIn,
          grown: (record, one) => ({ ...record, reviews: [...record.reviews, one] }),
        }),

      recordStep: (given, act) =>
        added<ProcedureStep>(() => ownerSeen('household', given.householdId), given, act, {
          kind: 'step',
          list: ({ steps }) => steps,
          said: stepIn,
          grown: (record, one) => ({ ...record, steps: [...record.steps, one] }),
        }),

      recordQuestionAnswer: (villageId, given, act) =>
        added<QuestionAnswer>(() => seen(villageId), given, act, {
          kind: 'questionAnswer',
          list: ({ questionAnswers }) => questionAnswers,
          said: questionAnswerIn,
          grown: (record, one) => ({ ...record, questionAnswers: [...record.questionAnswers, one] }),
        }),

      ...photos.verbs((visitId) => ownerSeen('visit', visitId), turn),

      recordIdentifier: (one, act): Promise<boolean> =>
        turn(async () => {
          const record = ownerSeen('household', one.householdId);
          const household = record?.households.find((h) => h.id === one.householdId);
          if (!record || !household?.members.some((m) => m.id === one.memberId)) return false;
          await audit.append(record.village.id, act);
          const isSame = identifiers.get(identifierKey(one)) === one.value;
          identifiers.set(identifierKey(one), one.value);
          const members = household.members.map((m) =>
            m.id === one.memberId ? withIdentifier(m, one, isSame) : m,
          );
          keep({
            ...record,
            households: record.households.map((h) => (h === household ? { ...h, members } : h)),
          });
          return true;
        }),

      unmask: (ref, act): Promise<string | null> =>
        turn(async () => {
          const record = ownerSeen('household', ref.householdId);
          const value = record && identifiers.get(identifierKey(ref));
          if (!record || value === undefined || value === null) return null;
          await audit.append(record.village.id, act);
          return value;
        }),

      recordLook: (act): Promise<void> =>
        turn(async () => {
          const { householdId, subject } = act;
          const record = householdId ? ownerSeen('household', householdId) : seen(subject.id);
          if (record) await audit.appendLook(record.village.id, act);
        }),

      async looksAt(householdId) {
        const record = ownerSeen('household', householdId);
        if (!record) return [];
        const chain = audit.entries().filter((e) => e.chain === record.village.id);
        return looksIn(chain, householdId);
      },

      placeNodes: async () => placeNodesFor(viewer.places, [...records.values()]),

      measuresByVillage: async (ask) => measuresIn(visible(), ask),

      async audit(filter) {
        const inPlace = (e: AuditEntry): boolean =>
          viewer.places.some((own) => covers(own, e.place ?? own.split('/')[0] ?? ''));
        return auditPage(audit.entries().filter(inPlace), filter);
      },
    };
  }

  return { as, epoch: async () => epoch };
}

import type { Pool } from 'pg';
import { canonical } from '#src/domain/audit.ts';
import type { QuestionAnswer } from '#src/domain/data-questions.ts';
import { maskOf } from '#src/domain/identifier.ts';
import type { ProcedureStep } from '#src/domain/procedure.ts';
import type { Reading } from '#src/domain/reading.ts';
import type { Review } from '#src/domain/review.ts';
import { deepFreeze } from '../freeze.ts';
import { type Conflict, type Receipt, type Recorded, type Store, type Stores, type Viewer } from '../port.ts';
import { auditPage, looksAt, placeNodes } from './trail.ts';
import { lookedSince, photoVerbs } from './photos.ts';
import { measuresByVillage } from './place-measures.ts';
import { RecordCache } from './record-cache.ts';
import { recordOf, villageRecords } from './records.ts';
import { runnerFor, tableTaken } from './run.ts';
import { epochStatement, statements } from './statements.ts';
import { verdictTold, type ToldGround } from './told-record.ts';

export interface PostgresStoresOptions {
  /** Connections that run as the service's role (`openPool`). */
  pool: Pool;
  /** How much of the records told last is kept in this process, in characters of JSON; false for nothing. */
  cache?: number | false;
}

const CACHE = 128_000_000;
/** Milliseconds. */
const EPOCH_KEPT = 10_000;

type Wrote = { outcome: 'recorded'; sequence: number } | Conflict;

/** The stores in PostgreSQL: what the memory's do, kept. */
export function createPostgresStores({ pool, cache = CACHE }: PostgresStoresOptions): Stores {
  const records = cache === false ? null : new RecordCache(cache);

  function as(viewer: Viewer): Store {
    const runner = runnerFor(pool, viewer);
    const { value } = runner;
    /** An id that is there already, perhaps where the viewer does not see it, is a conflict. */
    const written = async <T>(
      writing: Promise<T>,
      conflict: (table: string) => Promise<Conflict> = async () => ({ outcome: 'conflict' }),
    ): Promise<T | Conflict> => {
      try {
        return await writing;
      } catch (error) {
        const table = tableTaken(error);
        if (table === null) throw error;
        return conflict(table);
      }
    };

    return {
      villageRecords: () => villageRecords(runner, records),
      villageRecord: (villageId) => recordOf(runner, records, 'village', villageId),
      recordOf: (kind, id) => recordOf(runner, records, kind, id),
      async visitGround(villageId, { households, projects, commitments }) {
        const asked = [villageId, households, projects, commitments];
        const told = await value<ToldGround | null>(statements.visitGround, asked);
        return told && deepFreeze({ ...told, verdicts: told.verdicts.map(verdictTold) });
      },

      receiptOf: async (visitId) => deepFreeze(await value(statements.receiptOf, [visitId])),

      async recordVisit({ visit, readings, verdicts, commitments, fingerprint }, act) {
        interface Told {
          outcome: 'recorded' | 'repeated';
          sequence: number;
          recordedOn: string;
        }
        const given = [visit, listed(readings), listed(verdicts), listed(commitments)];
        const told = await written(
          value<Told | Conflict>(statements.recordVisit, [
            ...given.map((part) => part && JSON.stringify(part)),
            fingerprint,
            canonical(act),
          ]),
          async (table) => {
            if (table.startsWith('visit')) return { outcome: 'conflict' };
            const ids = [readings, commitments].map((list) => list.map(({ id }) => id));
            const asked = [visit.villageId, ...ids];
            const taken = await value<Conflict['taken'] | null>(statements.firstTaken, asked);
            return { outcome: 'conflict', ...(taken && { taken }) };
          },
        );
        if (told.outcome === 'conflict') return told;
        const { sequence, recordedOn } = told;
        const answer: Receipt = { visitId: visit.id, villageId: visit.villageId, recordedOn, sequence };
        return { outcome: told.outcome, answer: Object.freeze(answer) };
      },

      async recordCorrection(corrected, act) {
        type Told = Wrote | { outcome: 'repeated'; answer: Reading };
        const given = [JSON.stringify(corrected), canonical(act)];
        return answered(corrected, await written(value<Told>(statements.recordCorrection, given)));
      },

      async recordReview(review, act) {
        type Told = Wrote | { outcome: 'repeated'; answer: Review };
        const given = [JSON.stringify(review), canonical(act)];
        return answered(review, await written(value<Told>(statements.recordReview, given)));
      },

      async recordStep(step, act) {
        type Told = Wrote | { outcome: 'repeated'; answer: ProcedureStep };
        const given = [JSON.stringify(step), canonical(act)];
        return answered(step, await written(value<Told>(statements.recordStep, given)));
      },

      ...photoVerbs(runner),
      async recordQuestionAnswer(villageId, answer, act) {
        type Told = Wrote | { outcome: 'repeated'; answer: QuestionAnswer };
        const given = [villageId, JSON.stringify(answer), canonical(act)];
        return answered(answer, await written(value<Told>(statements.recordQuestionAnswer, given)));
      },

      recordIdentifier: ({ householdId, memberId, kind, value: clear, recordedOn }, act) =>
        value(statements.recordIdentifier, [
          householdId,
          memberId,
          kind,
          clear,
          maskOf(kind, clear),
          recordedOn,
          canonical(act),
        ]),

      unmask: ({ householdId, memberId, kind }, act) =>
        value(statements.unmask, [householdId, memberId, kind, canonical(act)]),

      async recordLook(act) {
        const statement = act.householdId === null ? statements.recordTaking : statements.recordLook;
        await value(statement, [
          act.householdId ?? act.subject.id,
          act.action,
          act.actor?.id ?? null,
          lookedSince(act),
          canonical(act),
        ]);
      },

      looksAt: (householdId) => looksAt(runner, householdId),
      placeNodes: () => placeNodes(runner),
      measuresByVillage: (ask) => measuresByVillage(runner, ask),
      audit: (filter) => auditPage(runner, filter),
    };
  }

  return { as, epoch: epochOf(pool) };
}

/**
 * The epoch, asked once in a while and not for every receipt. Just after a backup was
 * restored, the epoch before may still be told: phones offer what bears it again.
 */
function epochOf(pool: Pool): () => Promise<string> {
  let known: Promise<string> | null = null;
  let askedAt = 0;
  return () => {
    if (known && Date.now() - askedAt < EPOCH_KEPT) return known;
    askedAt = Date.now();
    const asked = pool.query<{ epoch: string }>(epochStatement).then(({ rows }) => {
      if (!rows[0]) throw new Error('the database has no epoch');
      return rows[0].epoch;
    });
    asked.catch(() => (known = null));
    known = asked;
    return asked;
  };
}

const listed = <T>(items: readonly T[]): readonly T[] | null => (items.length > 0 ? items : null);

/** What was written, with the number that it was given; or what was there. */
function answered<T extends { sequence: number }>(
  given: Omit<T, 'sequence'>,
  told: Wrote | { outcome: 'repeated'; answer: T },
): Recorded<T> {
  if (told.outcome === 'conflict') return told;
  const answer =
    told.outcome === 'repeated' ? told.answer : ({ ...structuredClone(given), sequence: told.sequence } as T);
  return { outcome: told.outcome, answer: deepFreeze(answer) };
}

import type { Commitment, Verdict } from '#src/domain/commitment.ts';
import type { Reading } from '#src/domain/reading.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import type { Owned, Receipt, Recorded, Store, VisitEntry } from './port.ts';

interface Kept {
  receipt: Receipt;
  fingerprint: string;
}

/**
 * The store in memory: the mock's and the tests', and the executable model of
 * the real one. A write replaces the village's record, so what was handed out
 * before stays what it was; everything is frozen.
 */
export function createMemoryStore(initial: readonly VillageRecord[]): Store {
  const records = new Map<string, VillageRecord>();
  const owners = new Map<string, string>();
  const receipts = new Map<string, Kept>();
  let sequence = 0;

  const ownerKey = (kind: Owned, id: string): string => `${kind}/${id}`;
  const own = (kind: Owned, items: readonly { id: string }[], villageId: string): void => {
    for (const item of items) owners.set(ownerKey(kind, item.id), villageId);
  };
  const keep = (record: VillageRecord): void => {
    records.set(record.village.id, deepFreeze(record));
  };

  for (const given of initial) {
    const record = structuredClone(given);
    const villageId = record.village.id;
    keep(record);
    own('household', record.households, villageId);
    own('project', record.projects, villageId);
    own('visit', record.visits, villageId);
    own('reading', record.readings, villageId);
    own('commitment', record.commitments, villageId);
    for (const item of [...record.visits, ...record.readings, ...record.verdicts]) {
      sequence = Math.max(sequence, item.sequence);
    }
  }

  return {
    async villageRecords() {
      return [...records.values()];
    },

    async villageRecord(villageId) {
      return records.get(villageId) ?? null;
    },

    async villageOf(kind, id) {
      return owners.get(ownerKey(kind, id)) ?? null;
    },

    async receiptOf(visitId) {
      return receipts.get(visitId) ?? null;
    },

    async recordVisit(given: VisitEntry): Promise<Recorded<Receipt>> {
      const entry = structuredClone(given);
      const { visit, fingerprint } = entry;
      const known = receipts.get(visit.id);
      if (known) {
        return known.fingerprint === fingerprint
          ? { outcome: 'repeated', answer: known.receipt }
          : { outcome: 'conflict' };
      }
      const record = records.get(visit.villageId);
      if (!record || owners.has(ownerKey('visit', visit.id))) return { outcome: 'conflict' };
      const sequenced = { ...visit, sequence: ++sequence };
      const readings: Reading[] = entry.readings.map((r) => ({ ...r, sequence: ++sequence }));
      const verdicts: Verdict[] = entry.verdicts.map((v) => ({ ...v, sequence: ++sequence }));
      const commitments: Commitment[] = entry.commitments;
      keep({
        ...record,
        visits: [...record.visits, sequenced],
        readings: [...record.readings, ...readings],
        commitments: [...record.commitments, ...commitments],
        verdicts: [...record.verdicts, ...verdicts],
      });
      own('visit', [visit], visit.villageId);
      own('reading', readings, visit.villageId);
      own('commitment', commitments, visit.villageId);
      const receipt: Receipt = Object.freeze({
        visitId: visit.id,
        villageId: visit.villageId,
        recordedOn: visit.recordedOn,
        sequence: sequenced.sequence,
      });
      receipts.set(visit.id, { receipt, fingerprint });
      return { outcome: 'recorded', answer: receipt };
    },

    async recordCorrection(given): Promise<Recorded<Reading>> {
      const target = given.supersedes?.readingId;
      const villageId = target && owners.get(ownerKey('reading', target));
      const record = villageId ? records.get(villageId) : undefined;
      if (!record) return { outcome: 'conflict' };
      const same = record.readings.find((r) => r.id === given.id);
      if (same) return { outcome: 'repeated', answer: same };
      if (
        owners.has(ownerKey('reading', given.id)) ||
        record.readings.some((r) => r.supersedes?.readingId === target)
      ) {
        return { outcome: 'conflict' };
      }
      const corrected: Reading = { ...structuredClone(given), sequence: ++sequence };
      keep({ ...record, readings: [...record.readings, corrected] });
      own('reading', [corrected], record.village.id);
      return { outcome: 'recorded', answer: corrected };
    },
  };
}

/** Already frozen parts are whole, so a write costs what it adds. */
function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}

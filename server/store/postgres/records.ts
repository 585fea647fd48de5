import type { VillageRecord } from '#src/domain/village-record.ts';
import type { Owned } from '../port.ts';
import type { RecordCache, Remembered } from './record-cache.ts';
import type { Runner } from './run.ts';
import { statements } from './statements.ts';
import { readingsTold } from './told-readings.ts';
import { recordTold, type ToldRecord } from './told-record.ts';

/** Records asked for at once when all that a viewer sees are wanted: each may be some hundred kilobytes. */
const AT_ONCE = 4;

interface Answer {
  /** Null where there is none, `same` where the asker's is the last one. */
  record: string | null;
  readings: string | null;
}

/**
 * The record of a village, or of the village that a thing belongs to, as it is now,
 * frozen; null where the viewer sees no such thing. One statement, which tells only what came since the version that the cache has.
 */
export async function recordOf(
  { rows }: Runner,
  cache: RecordCache | null,
  kind: Owned | 'village',
  id: string,
): Promise<VillageRecord | null> {
  const known = cache?.holding(kind, id) ?? null;
  const { origin = null, version = null, sequence = null } = known ?? {};
  const asked = [kind, id, origin, version, sequence];
  const [answer] = await rows<Answer>(statements.villageRecord, asked);
  if (!answer || answer.record === null) return null;
  if (answer.record === 'same' && known) return known.record;
  const told = JSON.parse(answer.record) as ToldRecord;
  const before = told.whole ? null : (known?.record ?? null);
  const visits = new Map(
    [...(before?.visits ?? []), ...(told.visits ?? [])].map((v) => [v.id, v.recordedBy]),
  );
  const readings = readingsTold(answer.readings ?? '', (visitId) => visits.get(visitId));
  const record = recordTold(told, readings, before);
  const weight = answer.record.length + (answer.readings?.length ?? 0);
  cache?.keep(kind, id, rememberedAs(told, record, weight + (told.whole ? 0 : (known?.weight ?? 0))));
  return record;
}

const rememberedAs = (
  { origin, version, sequence }: ToldRecord,
  record: VillageRecord,
  weight: number,
): Remembered => ({ record, origin, version, sequence, weight });

/** Every record that the viewer sees; each is of one moment, all together are not. */
export async function villageRecords(
  runner: Runner,
  cache: RecordCache | null,
): Promise<readonly VillageRecord[]> {
  const seen = await runner.rows<{ id: string }>(statements.villagesSeen);
  const records: VillageRecord[] = [];
  for (let from = 0; from < seen.length; from += AT_ONCE) {
    const some = seen.slice(from, from + AT_ONCE);
    const told = await Promise.all(some.map(({ id }) => recordOf(runner, cache, 'village', id)));
    for (const record of told) if (record) records.push(record);
  }
  return records;
}

import { whyChanged, type Asked, type Explained } from '#src/domain/why-changed.ts';
import { RecordBuilder } from './record-builder.ts';

export const JANUARY = '2018-01-22';
export const JULY = '2018-07-02';

/** Visited in January and in July, with a hundred people. */
export const village = () =>
  new RecordBuilder().visit('jan', JANUARY).visit('jul', JULY).read('v', 'ruralPopulation', 100, JANUARY);

/** Why a level changed between its two visits: the parts that are not 0, and the households behind one. */
export function why(b: RecordBuilder, what: Explained, asked: Asked = {}) {
  const [from, to] = b.record.visits;
  if (!from || !to) throw new Error('the test has no two visits');
  const found = whyChanged(b.record, from, to, what, asked);
  const parts = Object.fromEntries(found.parts.filter((p) => p.value !== 0).map((p) => [p.why, p.value]));
  const behind = (code: string) => found.parts.find((p) => p.why === code)?.effects.map((e) => e.householdId);
  return { ...found, parts, behind };
}

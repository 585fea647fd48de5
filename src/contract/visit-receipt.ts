import { z } from 'zod';
import { day } from '#src/domain/day.ts';
import { id } from '#src/domain/id.ts';
import { receipted } from './receipt.ts';

/** What a visit is answered with: its place in the order of recording within the village. */
export const visitReceipt = z.strictObject({
  visitId: id,
  villageId: id,
  recordedOn: day,
  sequence: z.int(),
  ...receipted,
});

import { z } from 'zod';
import { day } from '#src/domain/day.ts';
import { id } from '#src/domain/id.ts';
import { leftBehindAnswer } from '#src/domain/left-behind-answer.ts';
import { leftBehindKinds } from '#src/domain/left-behind-kinds.ts';
import { notFound, pairRefusals } from './problems.ts';
import { route } from './route.ts';

const { VILLAGE_NOT_FOUND, VISIT_NOT_FOUND } = notFound;

/** Whom the next visit should call on, and what to ask there. */
export const leftBehindContract = {
  /** Without `from` and `to`: the last two visits; `after` is a page's `next`. */
  leftBehind: route('viewHousehold', {
    method: 'GET',
    path: '/villages/{villageId}/left-behind',
    summary:
      'Lists the households that something is open with between two visits, the gravest first: why, and what the next visit should ask.',
  })
    .input(
      z.strictObject({
        villageId: id,
        from: id.optional(),
        to: id.optional(),
        knownOn: day.optional(),
        reason: z.enum(leftBehindKinds, { error: 'notACode' }).optional(),
        after: id.optional(),
      }),
    )
    .output(leftBehindAnswer)
    .errors({ VILLAGE_NOT_FOUND, VISIT_NOT_FOUND, ...pairRefusals }),
};

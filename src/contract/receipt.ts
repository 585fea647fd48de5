import { z } from 'zod';

/** Names the service's data; another one after it was restored from a backup. */
export const epoch = z.uuid();

/**
 * With what every answer to something written in the field ends: the hash of the
 * content that is recorded under its id, and the epoch of the data it is recorded in.
 * A device believes an answer only if the hash is its own.
 */
export const receipted = { hash: z.string().regex(/^[0-9a-f]{64}$/), epoch };

/**
 * Headers of a device that sends what was written earlier: whose it is, and its
 * clock. A session of another account is refused (`OTHER_ACCOUNT`); a clock that is
 * off is noted in the audit trail, and orders nothing.
 */
export const FIELD_HEADERS = { account: 'x-account', clock: 'x-device-clock' } as const;

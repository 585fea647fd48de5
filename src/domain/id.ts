import { z } from 'zod';

/** Readable in the sample ("nangangzi"), UUIDv7 where a device made it. Carries no personal data: ids stand in links. */
export const id = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, { error: 'notAnId' });

import { createContext } from 'react';
import { z } from 'zod';
import { text } from '#src/domain/text.ts';

const schema = z.object({ name: text.nullable(), village: text });

/** Whom or what the small forms of a page are about: a draft says it where nothing of the page is at hand. */
export type BegunOf = z.infer<typeof schema>;
export const BegunOfContext = createContext<BegunOf | null>(null);

/** As it lies in a draft, beside the form's fields. */
export const BEGUN_OF = 'begunOf';
export function begunOfIn(body: unknown): BegunOf | null {
  if (typeof body !== 'object' || body === null || !(BEGUN_OF in body)) return null;
  return schema.safeParse(body[BEGUN_OF]).data ?? null;
}

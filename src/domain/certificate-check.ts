import { z } from 'zod';
import { certificateBirthday, certificateOddity, certificateSex } from './certificate-number.ts';
import { day, type Day } from './day.ts';

/**
 * What a certificate number says otherwise than the member's record (DOMAIN §5): it cannot be, or is
 * of another year of birth, or of another sex. Only that it differs is told, never what it says.
 */
export const certificateFindings = ['certificateOdd', 'certificateBirthYear', 'certificateSex'] as const;
export type CertificateFinding = (typeof certificateFindings)[number];

/** One number that was entered, and what was found of it. It has no sign of the number. */
export const certificateCheck = z.strictObject({
  /** Null where it was loaded. */
  on: day.nullable(),
  found: z.array(z.enum(certificateFindings)),
});
export type CertificateCheck = z.infer<typeof certificateCheck>;

/** What the number is checked against. */
export interface Checked {
  birthYear: number | null;
  sex: 'female' | 'male' | 'unknown';
}

/** What is found of a number; what the record does not know contradicts nothing. For a store alone, which has it in the clear. */
export function findingsIn({ birthYear, sex }: Checked, number: string): CertificateFinding[] {
  if (certificateOddity(number) !== null) return ['certificateOdd'];
  const year = Number(certificateBirthday(number)?.slice(0, 4));
  return [
    ...(birthYear !== null && birthYear !== year ? (['certificateBirthYear'] as const) : []),
    ...(sex !== 'unknown' && sex !== certificateSex(number) ? (['certificateSex'] as const) : []),
  ];
}

/**
 * The checks after a number was entered. The same number again is checked again in the place of its
 * check; another one is checked beside those before it, which stay: an answer was to one of them.
 */
export function checksWith(
  member: Checked & { certificateChecks: readonly CertificateCheck[] },
  number: string,
  on: Day | null,
  isSame: boolean,
): CertificateCheck[] {
  const { certificateChecks: before } = member;
  const last = isSame ? before.at(-1) : undefined;
  return [
    ...(last ? before.slice(0, -1) : before),
    { on: last ? last.on : on, found: findingsIn(member, number) },
  ];
}

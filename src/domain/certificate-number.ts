/** What is odd about a certificate number. None of it refuses the number: it raises a question (DOMAIN §5). */
export type CertificateOddity = 'length' | 'notDigits' | 'birthday' | 'checkDigit';

/** ISO 7064 MOD 11-2: the check character of a row of digits, `0` to `9` or `X` for ten. */
export function checkCharacter(digits: string): string {
  let sum = 0;
  for (const digit of digits) sum = ((sum + Number(digit)) * 2) % 11;
  const check = (12 - sum) % 11;
  return check === 10 ? 'X' : String(check);
}

const SEVENTEEN = /^\d{17}$/;

/**
 * What is odd about a citizen's identity number (18 characters, GB 11643) or a disability
 * certificate's, which is that number with two or four more behind it (20 or 22). Null: nothing.
 * The first finding is told; the number itself never is.
 */
export function certificateOddity(number: string): CertificateOddity | null {
  if (![18, 20, 22].includes(number.length)) return 'length';
  const digits = number.slice(0, 17);
  if (!SEVENTEEN.test(digits)) return 'notDigits';
  if (certificateBirthday(number) === null) return 'birthday';
  return number[17]?.toUpperCase() === checkCharacter(digits) ? null : 'checkDigit';
}

/** The birthday that stands in it, `YYYY-MM-DD`, or null where that is no day. */
export function certificateBirthday(number: string): string | null {
  const [year, month, date] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)];
  const iso = `${year}-${month}-${date}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  // A 30 February rolls over to March where it is not refused.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : null;
}

/** The sex that stands in it: odd is male (GB 11643). */
export const certificateSex = (number: string): 'male' | 'female' =>
  Number(number[16]) % 2 === 1 ? 'male' : 'female';

import { checkCharacter } from '#src/domain/certificate-number.ts';

/** An invented number in order: no province has the code 99. The last of the three digits is odd for a man. */
export const certificateOf = (birthday: string, three: string): string => {
  const seventeen = `999901${birthday}${three}`;
  return seventeen + checkCharacter(seventeen);
};

/** The same with a check digit that does not fit. */
export const wrongCertificateOf = (birthday: string, three: string): string => {
  const right = certificateOf(birthday, three);
  return right.slice(0, 17) + (right.endsWith('1') ? '2' : '1');
};

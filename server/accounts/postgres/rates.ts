/** So many tries in so many seconds. */
export interface Rate {
  tries: number;
  seconds: number;
}

export interface SignInRates {
  /** Of one address: a whole office signs in from one in the morning. */
  address: Rate;
  /** For one name, wherever from: what a guesser has for each person. */
  name: Rate;
}

/** OWASP asks for a limit by account; NIST SP 800-63B §3.2.2 for at most a hundred failures in a row. */
export const usualSignInRates: SignInRates = {
  address: { tries: 60, seconds: 60 },
  name: { tries: 10, seconds: 600 },
};

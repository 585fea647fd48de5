import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

/** Requests in so many seconds. */
export interface Rate {
  requests: number;
  seconds: number;
}

export interface Rates {
  /** Of one address: a village, an office even, often shares one. */
  address: Rate;
  account: Rate;
  /** Tries to sign in or to open an invitation, of one address. */
  signIn: Rate;
}

/** A page asks for about five things; a phone that comes back into the signal sends a hundred visits. */
export const usualRates: Rates = {
  address: { requests: 6000, seconds: 60 },
  account: { requests: 1200, seconds: 60 },
  signIn: { requests: 60, seconds: 300 },
};

const SIGN_IN = /^\/api\/(session|invitations)(\/|$)/;

/** Whether a request tries to become somebody. */
export const triesToSignIn = (method: string, path: string): boolean =>
  method === 'POST' && SIGN_IN.test(path);

/** Counts requests in this process's memory. Each answers with the seconds to wait, or null to go on. */
export function createLimits(rates: Rates) {
  const limiter = ({ requests, seconds }: Rate) => {
    const counting = new RateLimiterMemory({ points: requests, duration: seconds });
    return (key: string): Promise<number | null> =>
      counting.consume(key).then(
        () => null,
        ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1000)),
      );
  };
  return {
    address: limiter(rates.address),
    account: limiter(rates.account),
    signIn: limiter(rates.signIn),
  };
}

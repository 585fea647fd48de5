import { VaultRefusal } from '#src/offline/vault.ts';

export type PinProblem = 'WEAK_PIN' | 'WRONG_PIN' | 'WAIT' | 'DIFFERENT' | 'other';

/** Why it was not done, as far as there are words for it. */
export function pinProblem(error: unknown): PinProblem {
  const code = error instanceof VaultRefusal ? error.code : null;
  return code === 'WEAK_PIN' || code === 'WRONG_PIN' || code === 'WAIT' ? code : 'other';
}

import type { Role } from '#src/domain/permission.ts';
import { chooseRole, chosenRole, cookieOf, type Kept } from './eyes.ts';
import { chooseNetwork, hearNetwork, networkOf, type MockNetwork } from './network.ts';

/** What only the mock can do. */
export interface MockControls {
  /** Forgets what was written, here at once and in other tabs at their next question; pictures go last. */
  reset: () => Promise<void>;
  /** The chosen role, null for signed out; `session` where somebody signed in with a password. */
  seenAs: () => Role | 'session' | null;
  /** Shows the sample with another role's eyes; null signs out. */
  seeAs: (role: Role | null) => void;
  network: () => MockNetwork;
  chooseNetwork: (network: MockNetwork) => void;
  hearNetwork: (heard: () => void) => () => void;
}

/** @param forget what was written on the mock */
export const controlsOf = (kept: Kept, forget: () => Promise<void>): MockControls => ({
  reset: async () => {
    chooseNetwork(kept, 'online');
    if (cookieOf(kept) !== '') chooseRole(kept, 'villageCadre');
    await forget();
  },
  seenAs: () => (cookieOf(kept) === '' ? chosenRole(kept) : 'session'),
  seeAs: (role) => chooseRole(kept, role),
  network: () => networkOf(kept),
  chooseNetwork: (network) => chooseNetwork(kept, network),
  hearNetwork,
});

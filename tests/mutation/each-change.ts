import { inject, vi } from 'vitest';

/** What Stryker says of a run: `inject` does not know its words. */
const told = inject as (key: string) => unknown;

const stryker = ((globalThis as Record<string, unknown>)[String(told('globalNamespace'))] ??= {}) as {
  activeMutant?: unknown;
  modulesOf?: unknown;
};

if (told('mode') === 'mutant') {
  // What the domain has put aside while another change was on must not be found again.
  if (stryker.modulesOf !== told('activeMutant')) vi.resetModules();
  stryker.modulesOf = told('activeMutant');
  // A test file prepares its cases on the code as it is; the change is on while its tests run.
  if (told('mutantActivation') !== 'static') stryker.activeMutant = undefined;
}

import { problemOf } from '#src/api/problem.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { problemMessage, problems } from '#src/messages/problems.ts';

/** Why something was not accepted, in the reader's words. */
export interface Refusal {
  /** What is wrong with the field, or with a part of it (`places.0` belongs to `places`). */
  of: (field: string) => string | undefined;
  /** What belongs to none of the fields that are shown. */
  general: string | null;
}

/** Faults found on the device, by field and code, before anything was sent. */
export type Faults = readonly { field: string; code: string }[];

/** The words of a refused write and of what the device found, for the fields that a form shows. */
export function useRefusal(error: unknown, found: Faults, shown: readonly string[]): Refusal {
  const words = useMessages(problems);
  const problem = error === null || error === undefined ? null : problemOf(error);
  const faults = [...found, ...(problem?.fields ?? [])];
  const of = (name: string): string | undefined => {
    const fault = faults.find(({ field }) => field === name || field.startsWith(`${name}.`));
    return fault && words[problemMessage(fault.code)];
  };
  const isShown = problem !== null && shown.some((name) => of(name) !== undefined);
  const code =
    problem?.status && problem.status >= 500 && problem.code !== 'UNAVAILABLE'
      ? 'INTERNAL_SERVER_ERROR'
      : problem?.code;
  return { of, general: problem === null || isShown ? null : words[problemMessage(code)] };
}

/** What a schema finds wrong, as faults. */
export function faultsOf(issues: readonly { path: PropertyKey[]; message: string }[]): Faults {
  return issues.map(({ path, message }) => ({ field: path.map(String).join('.'), code: message }));
}

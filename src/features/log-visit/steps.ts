import { z } from 'zod';

/** The steps of the visit form, in their order; each is one touch away, and none has to be done. */
export const visitStep = z.enum(['whom', 'readings', 'verdicts', 'commitments', 'review']);
export type Step = z.infer<typeof visitStep>;
export const steps = visitStep.options;

/** The step on which a control stands. */
export function stepOf(control: string): Step {
  if (control.startsWith('verdict-')) return 'verdicts';
  if (control.startsWith('commitment')) return 'commitments';
  return control.includes('.') && !control.endsWith('.said') ? 'readings' : 'whom';
}

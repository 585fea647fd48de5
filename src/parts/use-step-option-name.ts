import { householdExitWords } from '#src/messages/household-exit.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { procedureWords } from '#src/messages/procedure.ts';
import type { StepOption } from './step-options.ts';

/** What happened, in the words that people use for it. */
export function useStepOptionName(): (option: StepOption) => string {
  const t = useMessages(householdExitWords).form;
  const words = useMessages(procedureWords);
  return ({ step, outcome, back }) => {
    if (back) return step === 'publicNotice' ? t.objection : t.takenBack(words.step[step]);
    if (step === 'householdAgrees') return outcome === 'passed' ? t.agrees : t.disagrees;
    if (step === 'publicNotice') return t.hungOut;
    if (step === 'deregistration' && outcome === 'passed') return words.step[step];
    return t.option(words.step[step], words.stepOutcome[outcome]);
  };
}

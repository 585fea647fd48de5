import { createContext, use, type Dispatch } from 'react';
import type { VisitSheet } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { problems as problemWords } from '#src/messages/problems.ts';
import type { Step } from './steps.ts';
import type { BuiltVisit, FormProblem } from './visit-draft-of.ts';
import type { StopForm, VisitForm, VisitFormAction } from './visit-form.ts';

/** What every part of the form works with. */
export interface Log {
  form: VisitForm;
  /** The id under which the outbox has the visit that is being mended: another than the form's once it is to be another visit. */
  savedAs: string;
  change: Dispatch<VisitFormAction>;
  built: BuiltVisit;
  sheet: VisitSheet;
  today: string;
  /** To be shown, in the order of the form. */
  problems: readonly FormProblem[];
  /** Goes to a step, and to a control on it. */
  goTo: (step: Step, control?: string) => void;
  /** The control that the person is on the way to: whatever hides it opens. */
  target: string | null;
}

export const LogContext = createContext<Log | null>(null);

export function useLog(): Log {
  const log = use(LogContext);
  if (!log) throw new Error('useLog needs a LogContext above it');
  return log;
}

/** What is wrong with a control, in the reader's words. */
export function useProblem(): (control: string) => string | undefined {
  const { problems } = useLog();
  const words = useMessages(problemWords);
  return (control) => {
    const found = problems.find((p) => p.control === control);
    return found && words[found.code];
  };
}

/** A stop's name as the person knows it. */
export function useStopName(): (stop: Pick<StopForm, 'kind' | 'subjectId'>) => string {
  const { sheet } = useLog();
  const { text } = useFormat();
  const t = useMessages(logVisitWords);
  return ({ kind, subjectId }) => {
    if (kind === 'village') return t.theVillage;
    if (kind === 'seminar') return t.seminar;
    const household = sheet.households.find((h) => h.id === subjectId);
    const project = sheet.projects.find((p) => p.id === subjectId);
    return household ? text(household.head) : project ? text(project.name) : (subjectId ?? '');
  };
}

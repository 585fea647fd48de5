import { useRef, useState } from 'react';
import { problemOf, type Problem } from '#src/api/problem.ts';
import { useRecordVisit } from '#src/api/writes.ts';
import { problemMessage } from '#src/messages/problems.ts';
import { controlOf, pieceOf, type BuiltVisit, type FormProblem } from './visit-draft-of.ts';

interface Refusal {
  problem: Problem;
  /** Beside their controls, with what each held then: they end when that changes. */
  fields: (FormProblem & { piece: string })[];
}

const takenCodes = new Set<string>(['VISIT_ID_TAKEN', 'ID_TAKEN']);

/** Sends the visit once at a time; what the service refuses stands beside its control until that changes. */
export function useSaveVisit(
  visitId: string,
  built: BuiltVisit,
  onSaved: (visitId: string) => Promise<void>,
) {
  const write = useRecordVisit();
  const sending = useRef(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const save = async (): Promise<'saved' | 'refused' | 'busy'> => {
    // A double tap arrives before the screen could have drawn the button as busy.
    if (sending.current) return 'busy';
    sending.current = true;
    setRefusal(null);
    try {
      await write.mutateAsync({ visitId, ...built.draft });
      await onSaved(visitId);
      return 'saved';
    } catch (error) {
      const problem = problemOf(error);
      const fields = takenCodes.has(problem.code) ? [] : problem.fields;
      setRefusal({
        problem,
        fields: fields.map(({ field, code }) => {
          const control = controlOf(built, field);
          return { control, code: problemMessage(code), piece: pieceOf(built, control) };
        }),
      });
      return 'refused';
    } finally {
      sending.current = false;
    }
  };

  const standing = refusal?.fields.filter(({ control, piece }) => pieceOf(built, control) === piece) ?? [];
  return {
    save,
    saving: write.isPending,
    /** What the service refused and is still so. */
    refused: standing as FormProblem[],
    /** A failure that belongs to no control, or null. */
    failure: refusal && refusal.fields.length === 0 ? refusal.problem : null,
    forget: () => setRefusal(null),
  };
}

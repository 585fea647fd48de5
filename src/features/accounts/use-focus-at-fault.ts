import { useEffect, type RefObject } from 'react';
import type { Faults } from '#src/parts/refusal.ts';

/** Brings the cursor to the first field that something is wrong with, after each try. */
export function useFocusAtFault(form: RefObject<HTMLElement | null>, faults: Faults, error: unknown): void {
  useEffect(() => {
    if (faults.length === 0 && !error) return;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    const control = wrong?.matches('fieldset') ? wrong.querySelector<HTMLElement>('input') : wrong;
    control?.focus();
  }, [form, faults, error]);
}

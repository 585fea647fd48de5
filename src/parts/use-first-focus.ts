import { useEffect, useRef, type RefObject } from 'react';

/** What takes the cursor when a form opens: what is wrong already, else where its filling in begins. */
export function useFirstFocus(begins: string): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  const first = useRef(begins);
  useEffect(() => {
    const field =
      form.current?.querySelector<HTMLElement>(WRONG) ??
      form.current?.querySelector<HTMLElement>(first.current);
    // A dialog that opens with it puts the cursor on what is marked; one that is open had put it elsewhere.
    field?.setAttribute('data-autofocus', '');
    const timer = setTimeout(() => field?.focus());
    return () => clearTimeout(timer);
  }, []);
  return form;
}

/** In a group of radios the chosen one, or else the first. */
const WRONG =
  ':is(input, textarea, select)[aria-invalid="true"], [role="radiogroup"][aria-invalid="true"] input:checked, [role="radiogroup"][aria-invalid="true"] input';

const fields = 'input:checked, input, select, textarea, button';

/** Brings the cursor to a control by its name: a field itself, or the first field of a group. */
export function focusControl(control: string): void {
  const place = document.getElementById(control);
  if (!place) return;
  const field = place.matches(`${fields}, [tabindex]`) ? place : place.querySelector<HTMLElement>(fields);
  const at = field ?? place;
  at.focus({ preventScroll: true });
  at.scrollIntoView({ block: 'center' });
}

import type { VisitSheet } from '#src/domain/records.ts';
import type { Text } from '#src/domain/text.ts';
import type { logVisitWords } from '#src/messages/log-visit.ts';
import type { StopEntry } from './visit-form.ts';

/** What a stop is called on screen. */
export function stopName(
  { kind, subjectId }: Pick<StopEntry, 'kind' | 'subjectId'>,
  sheet: VisitSheet,
  text: (words: Text) => string,
  t: typeof logVisitWords.en,
): string {
  if (kind === 'village') return t.villageItself;
  if (kind === 'seminar') return t.seminar;
  const household = sheet.households.find((h) => h.id === subjectId);
  const project = sheet.projects.find((p) => p.id === subjectId);
  return text(household?.head ?? project?.name ?? subjectId ?? '');
}

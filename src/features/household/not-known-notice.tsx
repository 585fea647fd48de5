import { notKnownOf } from '#src/domain/household-view.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { notKnownWords, type NotKnownGroup } from '#src/messages/not-known.ts';
import { terms } from '#src/messages/terms.ts';
import type { SectionProps } from './section-props.ts';
import classes from './not-known-notice.module.css';

/** What is not known, said once in one sentence instead of by a page of dashes. */
export function NotKnownNotice({ record, view }: SectionProps) {
  const t = useMessages(notKnownWords);
  const term = useMessages(terms);
  const missing = notKnownOf(record, view);
  if (missing.length === 0) return null;
  const nameOf = (name: (typeof missing)[number]) =>
    name in t.groups ? t.groups[name as NotKnownGroup] : term.indicator[name as keyof typeof term.indicator];
  return <p className={classes.notKnown}>{t.list(missing.map(nameOf))}</p>;
}

import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { terms } from '#src/messages/terms.ts';
import { useLog, useStopName } from './log-context.ts';
import { readingControl } from './visit-draft-of.ts';
import { stopKey } from './visit-form.ts';
import { indicatorNames } from '#src/domain/indicator.ts';

/** What a person calls a control: the summary of what is wrong names it so. */
export function useControlName(): (control: string) => string {
  const t = useMessages(logVisitWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const { form, sheet } = useLog();
  const stopName = useStopName();
  const fixed: Record<string, string> = {
    'which-village': t.village,
    on: t.day,
    kind: t.kind,
    present: t.present,
    note: t.note,
    stops: t.stops,
    commitments: t.headings.commitments,
  };
  return (control) => {
    const named = fixed[control];
    if (named) return named;
    const [place = '', part = ''] = control.split('.');
    const stop = form.stops.find((s) => stopKey(s) === place);
    if (stop) {
      const name = indicatorNames.find((n) => readingControl(place, n) === control);
      const what = name ? term.indicator[name] : part === 'said' ? t.said : null;
      return what ? t.partOf(stopName(stop), what) : stopName(stop);
    }
    const owed = sheet.commitments.find((c) => `verdict-${c.commitment.id}` === place);
    if (owed) {
      const what = text(owed.commitment.what);
      return part === 'due' ? t.partOf(what, t.dueOn) : what;
    }
    const at = form.commitments.findIndex((c) => `commitment-${c.id}` === place);
    const parts: Record<string, string> = {
      what: t.what,
      theme: t.theme,
      owner: t.owner,
      due: t.dueOn,
      about: t.about,
    };
    return at === -1 ? control : t.partOf(t.commitmentNo(at + 1), parts[part] ?? t.what);
  };
}

import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import type { KeptTyping } from './kept-typing.ts';
import { useMoment } from './moment.ts';

/** Of when it is what stands in the form again. */
export function TypedBefore({ kept: { restoredAt } }: { kept: KeptTyping }) {
  const t = useMessages(partsWords);
  const { moment } = useMoment();
  return restoredAt === null ? null : <p role="status">{t.typedBefore(moment(restoredAt))}</p>;
}

import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages } from '#src/messages/locale.tsx';
import { outboxWords } from '#src/messages/outbox.ts';
import { isUnsent, type ItemKind, type OutboxItem } from '#src/offline/outbox-item.ts';
import { isNewer, openPayload } from '#src/offline/payloads.ts';
import { ItemStanding } from '#src/parts/item-standing.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { MendCorrection, MendQuestionAnswer, MendReviewAnswer, MendStep } from './mend-forms.tsx';
import classes from './outbox.module.css';

const route = getRouteApi('/outbox');

/** The form of each kind that is mended over the list; a visit has a page of its own, a photo nothing to write. */
const forms: Record<ItemKind, typeof MendReviewAnswer | null> = {
  visit: null,
  correction: MendCorrection,
  reviewAnswer: MendReviewAnswer,
  procedureStep: MendStep,
  questionAnswer: MendQuestionAnswer,
  photo: null,
};

/** Whether it opens in a form here: it is not received, and this program can read it. */
export const isMendedHere = (item: OutboxItem): boolean =>
  isUnsent(item) && !isNewer(item) && forms[item.kind] !== null && openPayload(item) !== null;

/** The item that the link names, open in its form over the list. */
export function MendItem({ items }: { items: readonly OutboxItem[] }) {
  const { mend } = route.useSearch();
  const navigate = route.useNavigate();
  const now = items.find(({ id }) => id === mend);
  // As it was when it was opened: what becomes of it in the outbox meanwhile does not change the form.
  const [opened, setOpened] = useState<OutboxItem | null>(null);
  if (opened?.id !== mend && now && isMendedHere(now)) setOpened(now);
  if (!opened || opened.id !== mend) return null;
  const close = () => {
    setOpened(null);
    void navigate({ search: {}, replace: true, resetScroll: false });
  };
  return <Mending key={opened.id} item={opened} now={now} onClose={close} />;
}

interface Props {
  item: OutboxItem;
  /** As it is in the outbox now. */
  now: OutboxItem | undefined;
  onClose: () => void;
}

function Mending({ item, now, onClose }: Props) {
  const t = useMessages(outboxWords);
  const Form = forms[item.kind];
  // As it was opened. What becomes of it after it was saved again is told by its form.
  const same = now?.hash === item.hash ? now : undefined;
  const isReceived = same?.state === 'received';
  return (
    <Dialog
      onClose={onClose}
      title={t.mendTitle(t.kind[item.kind])}
      closeButtonProps={{ 'aria-label': t.cancel }}
    >
      <div className={classes.form}>
        {same && (isReceived || same.state === 'needsAttention') ? <ItemStanding item={same} /> : null}
        {isReceived ? <p>{t.receivedAsBefore}</p> : null}
        {Form ? <Form item={item} onClose={onClose} /> : null}
      </div>
    </Dialog>
  );
}

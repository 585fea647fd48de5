import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { contactPointsQuery } from '#src/api/queries.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { begunWords } from '#src/messages/begun.ts';
import { useDraftStore } from '#src/offline/drafts.ts';
import { openPayload } from '#src/offline/payloads.ts';
import { useOutboxView } from '#src/offline/use-outbox.tsx';
import type { BegunForm as Begun } from './begun.ts';
import { goOnWith } from './go-on.ts';
import { useMoment } from './moment.ts';

interface Props {
  begun: Begun;
  /** How it looks where it stands. */
  looks: { actions: string | undefined; link: string | undefined; button: string | undefined };
  /** Where several are offered in one line, they are discarded in their list. */
  mayLetGo?: boolean;
  onGo?: () => void;
}

/** A form that was begun and not saved: what it is, whose and since when; the way to it, and a way to let it go. */
export function BegunForm({ begun, looks, mayLetGo = true, onGo }: Props) {
  const t = useMessages(begunWords);
  const { moment } = useMoment();
  const store = useDraftStore();
  const [isGone, setGone] = useState(false);
  const [failed, setFailed] = useState(false);
  const { draft, savedAt } = begun;
  const change = (work: Promise<void>, goes: boolean): void => {
    setFailed(false);
    work.then(
      () => setGone(goes),
      () => setFailed(true),
    );
  };
  const what = useWhat(begun);
  return (
    <>
      <span role={isGone ? 'status' : undefined}>
        {isGone ? t.gone(what) : t.begunAt(what, moment(savedAt))}
      </span>
      {failed ? <span role="alert">{t.failed}</span> : null}
      <span className={looks.actions}>
        {isGone ? null : <GoOn begun={begun} className={looks.link} onGo={onGo} />}
        {isGone ? (
          <button type="button" className={looks.button} onClick={() => change(store.keep(draft), false)}>
            {t.undo}
          </button>
        ) : mayLetGo ? (
          <button
            type="button"
            className={looks.button}
            onClick={() => change(store.remove(draft.key), true)}
          >
            {t.letGo}
          </button>
        ) : null}
      </span>
    </>
  );
}

/** What it is, and whose or where. */
function useWhat({ kind, id, of }: Begun): string {
  const t = useMessages(begunWords);
  const { text } = useFormat();
  const points = useQuery({ ...contactPointsQuery(), enabled: kind === 'visit' });
  if (kind === 'visit') {
    const village = points.data?.find((point) => point.village.id === id)?.village;
    return t.visitTo(text(village?.name ?? id));
  }
  if (!of) return t.kind[kind];
  const names = of.name === null ? [of.village] : [of.name, of.village];
  return t.whose(t.kind[kind], names.map(text).join(t.comma));
}

interface GoOnProps {
  begun: Begun;
  className: string | undefined;
  onGo: (() => void) | undefined;
}

/** To the page that the form stands on, where it opens itself. */
function GoOn({ begun: { kind, form, id }, className, onGo }: GoOnProps) {
  const { goOn } = useMessages(begunWords);
  const { items } = useOutboxView();
  const onClick = (): void => {
    goOnWith(form);
    onGo?.();
  };
  const shared = { ...(className && { className }), onClick, children: goOn };
  if (kind === 'visit') return <Link to="/log" search={{ village: id }} {...shared} />;
  if (kind === 'correction')
    return <Link to="." search={(now: object) => ({ ...now, reading: id })} {...shared} />;
  if (kind === 'question')
    return <Link to="/villages/$villageId/questions" params={{ villageId: id }} {...shared} />;
  if (kind === 'step')
    return <Link to="/households/$householdId" params={{ householdId: id }} hash="exit" {...shared} />;
  if (kind === 'review' || kind === 'accept' || kind === 'sendBack') {
    return <Link to="/visits/$visitId" params={{ visitId: id }} hash="review" {...shared} />;
  }
  if (kind !== 'mend') return <Link to="/outbox" {...shared} />;
  const item = items.find((one) => one.id === id);
  const village = item && openPayload({ ...item, kind: 'visit' })?.draft.villageId;
  return item?.kind === 'visit' && village !== undefined ? (
    <Link to="/log" search={{ village, mend: id }} {...shared} />
  ) : (
    <Link to="/outbox" search={{ mend: id }} {...shared} />
  );
}

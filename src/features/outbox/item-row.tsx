import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { contactPointsQuery } from '#src/api/queries.ts';
import { conflictWords } from '#src/messages/conflicts.ts';
import { partsOfKey } from '#src/domain/data-questions.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { outboxWords } from '#src/messages/outbox.ts';
import { procedureWords } from '#src/messages/procedure.ts';
import { questionWords } from '#src/messages/questions.ts';
import { terms } from '#src/messages/terms.ts';
import { conflictOf } from '#src/offline/conflict.ts';
import { fileNameOf, withPhotos } from '#src/offline/outbox-export.ts';
import { isUnsent, type OutboxItem } from '#src/offline/outbox-item.ts';
import { openPayload } from '#src/offline/payloads.ts';
import { isVisitThere, photoProgress, visitOfPhoto } from '#src/offline/photo-progress.ts';
import { useFieldWork, useOutboxView } from '#src/offline/use-outbox.tsx';
import { ExportButton } from '#src/parts/export-button.tsx';
import { useGoOn } from '#src/parts/go-on.ts';
import { ItemStanding } from '#src/parts/item-standing.tsx';
import { useMoment } from '#src/parts/moment.ts';
import { useBareValueText } from '#src/parts/value-text.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import { ItemAbout } from './item-about.tsx';
import { MendLink } from './mend-link.tsx';
import { RemoveItem } from './remove-item.tsx';
import classes from './outbox.module.css';

/** One item: what it is, how it stands and why, and what can be done with it. */
export function ItemRow({ item }: { item: OutboxItem }) {
  const t = useMessages(outboxWords);
  const { moment } = useMoment();
  const { title, lines } = useItemTitle(item);
  const { outbox, sender } = useFieldWork();
  const [removing, setRemoving] = useState(false);
  useGoOn(`removal:${item.id}`, () => setRemoving(true));
  const sendAgain = () => void outbox.tryAgain(item.id).then(sender.wake, () => {});
  const waits = isUnsent(item);
  return (
    <li className={classes.item}>
      <div className={classes.about}>
        <h2 className={classes.title}>{title}</h2>
        <p className={classes.whose}>
          <ItemAbout item={item} />
        </p>
        {lines.map((line) => (
          <p key={line} className={classes.calm}>
            {line}
          </p>
        ))}
        <p className={classes.calm}>
          {t.savedAt(moment(item.createdAt))}
          {waits && item.attempts > 0 ? ` · ${t.tries(item.attempts)}` : null}
          {waits && item.nextTryAt ? ` · ${t.triedAt(moment(item.nextTryAt))}` : null}
        </p>
      </div>
      <ItemStanding item={item} />
      {conflictOf(item) ? <Conflict item={item} /> : null}
      <div className={classes.actions}>
        {waits ? <MendLink item={item} /> : null}
        {item.state === 'needsAttention' ? (
          <Button variant="default" onClick={sendAgain}>
            {t.tryAgain}
          </Button>
        ) : null}
        {item.state === 'removed' ? (
          <Button variant="default" onClick={sendAgain}>
            {t.putBack}
          </Button>
        ) : null}
        {waits ? (
          <>
            <ExportButton items={() => withPhotos(item, outbox.view().items)} name={fileNameOf(item)} />
            <Button variant="default" onClick={() => setRemoving(true)}>
              {t.remove}
            </Button>
          </>
        ) : null}
        {item.state === 'received' && item.kind === 'visit' ? (
          <Link to="/visits/$visitId" params={{ visitId: item.id }} className={classes.link}>
            {t.seeVisit}
          </Link>
        ) : null}
      </div>
      {removing ? <RemoveItem itemId={item.id} onClose={() => setRemoving(false)} /> : null}
    </li>
  );
}

/** Asks the service what was recorded meanwhile only when somebody wants to see it. */
function Conflict({ item }: { item: OutboxItem }) {
  const t = useMessages(conflictWords);
  const [open, setOpen] = useState(false);
  useGoOn(`verdict:${item.id}`, () => setOpen(true), true);
  useGoOn(`favour:${item.id}`, () => setOpen(true), true);
  return (
    <>
      <p>{t.first}</p>
      <div className={classes.actions}>
        <Button onClick={() => setOpen(!open)} aria-expanded={open}>
          {open ? t.hideBoth : t.showBoth}
        </Button>
      </div>
      {open ? <ConflictPanel item={item} /> : null}
    </>
  );
}

const NO_PHOTOS = { received: 0, total: 0 };

/** What it is, as far as this program can read it. */
function useItemTitle(item: OutboxItem): { title: string; lines: string[] } {
  const t = useMessages(outboxWords);
  const term = useMessages(terms);
  const procedure = useMessages(procedureWords);
  const questions = useMessages(questionWords);
  const { text, day } = useFormat();
  const valueText = useBareValueText();
  // Only names that were read already: without a network there is nothing to ask.
  const points = useQuery({ ...contactPointsQuery(), enabled: false });
  const { items } = useOutboxView();
  const visitId = item.kind === 'visit' ? item.id : visitOfPhoto(item);
  const { received, total } = visitId === null ? NO_PHOTOS : photoProgress(items, visitId);
  const visit = items.find(({ id }) => id === visitId);
  const isThere = visit === undefined || isVisitThere(visit);
  const photos = total === 0 ? [] : [isThere ? t.textReceived(received, total) : t.textWaits(total)];
  if (item.kind === 'photo') {
    const draft = visit && openPayload({ ...visit, kind: 'visit' })?.draft;
    const of = draft ? [t.photoOf(t.visitOn(term.visitKind[draft.kind], day(draft.on)))] : [];
    return { title: t.kind.photo, lines: [...of, ...photos] };
  }
  if (item.kind === 'visit') {
    const draft = openPayload({ ...item, kind: 'visit' })?.draft;
    if (!draft) return { title: t.kind.visit, lines: [] };
    const village = points.data?.find((p) => p.village.id === draft.villageId)?.village;
    const counts = t.counts(draft.readings.length, draft.verdicts.length, draft.commitments.length);
    return {
      title: t.visitOn(term.visitKind[draft.kind], day(draft.on)),
      lines: [...(village ? [text(village.name)] : []), counts, ...photos],
    };
  }
  if (item.kind === 'correction') {
    const correction = openPayload({ ...item, kind: 'correction' })?.correction;
    const lines = correction ? [t.correctedTo(valueText(correction.value)), correction.reason] : [];
    return { title: t.kind.correction, lines };
  }
  if (item.kind === 'procedureStep') {
    const step = openPayload({ ...item, kind: 'procedureStep' })?.said;
    const lines = step
      ? [`${procedure.step[step.step]} · ${procedure.stepOutcome[step.outcome]}`, day(step.on)]
      : [];
    return { title: t.kind.procedureStep, lines };
  }
  if (item.kind === 'questionAnswer') {
    const said = openPayload({ ...item, kind: 'questionAnswer' })?.said;
    const code = said && partsOfKey(said.key)?.code;
    const lines = code ? [`${questions.title[code]} · ${questions.outcome[said.outcome]}`, said.reason] : [];
    return { title: t.kind.questionAnswer, lines };
  }
  const answer = openPayload({ ...item, kind: 'reviewAnswer' });
  return { title: t.kind.reviewAnswer, lines: answer ? [answer.note] : [] };
}

import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { v7 as uuid } from 'uuid';
import type { VisitSheet } from '#src/domain/records.ts';
import { useDraftStore } from '#src/offline/drafts.ts';
import { isUnsent, type OutboxItem } from '#src/offline/outbox-item.ts';
import { useFieldWork, useOutboxView, useSenderStatus } from '#src/offline/use-outbox.tsx';
import { useActor } from '#src/parts/use-may.ts';
import { useAllowedKinds, usualKind } from './allowed-kinds.ts';
import { savedForm } from './form-of-draft.ts';
import { freshVisit, livePhotos, reduceVisit, stopKey, type VisitForm } from './visit-form.ts';
import { useDraftKey, useStoredDraft, type StoredDraft } from './use-stored-draft.ts';
import { SavedPanel } from './saved-panel.tsx';
import { photoItem } from './use-save-visit.ts';
import { VisitScreen } from './visit-screen.tsx';

const route = getRouteApi('/log');

interface Props {
  sheet: VisitSheet;
  today: string;
}

/**
 * Waits for what the device kept of this village's visit, then shows the form with it, or a fresh
 * one; or with the saved visit that the link says is to be mended.
 */
export function StoredVisit({ sheet, today }: Props) {
  const { mend } = route.useSearch();
  const { ready, items } = useOutboxView();
  const { obstacle } = useSenderStatus();
  const key = useDraftKey(sheet.village.id, mend);
  const stored = useStoredDraft(key);
  // As it was when it was opened: what becomes of it in the outbox meanwhile does not change the form.
  const [opened, setOpened] = useState<OutboxItem | null>(null);
  const found = items.find(({ id, kind }) => id === mend && kind === 'visit') ?? null;
  if (!opened && found && isUnsent(found)) setOpened(found);
  if (!stored || (mend !== undefined && !ready)) return null;
  if (mend !== undefined && !opened) return <SavedPanel visitId={mend} villageId={sheet.village.id} />;
  if (mend === undefined && stored.form) {
    if (!ready && obstacle !== 'STORAGE_FAILS') return null;
    return (
      <OfferedDraft draftKey={key} form={stored.form} items={items}>
        <StartedVisit sheet={sheet} today={today} stored={stored} mended={null} />
      </OfferedDraft>
    );
  }
  return <StartedVisit sheet={sheet} today={today} stored={stored} mended={opened} />;
}

interface OfferedProps {
  draftKey: string;
  form: VisitForm;
  /** What the outbox has. */
  items: readonly OutboxItem[];
  children: ReactNode;
}

/**
 * The draft, to go on with; or, where the page died between saving its visit and dropping it, what became of
 * that visit. Decided once, for what is saved from here is told by the form. Photos that the outbox has not got
 * by then go in first; while it does not take them, the form stays, and nothing is dropped.
 */
function OfferedDraft({ draftKey, form, items, children }: OfferedProps) {
  const drafts = useDraftStore();
  const navigate = route.useNavigate();
  const { save: keep } = useFieldWork();
  const actor = useActor();
  const { id: visitId } = form;
  const accountId = actor?.id ?? '';
  const [visit] = useState(() => items.find(({ id }) => id === visitId) ?? null);
  const [isOver, setIsOver] = useState(visit !== null);
  const [left] = useState(() =>
    // Of a visit that a person took out, none is wanted.
    visit?.state === 'removed' ? [] : livePhotos(form).filter((p) => items.every(({ id }) => id !== p.id)),
  );
  useEffect(() => {
    if (!isOver) return;
    const close = async (): Promise<void> => {
      for (const photo of left) await keep(photoItem(visitId, accountId, photo));
      await drafts.remove(draftKey).catch(() => {});
      await navigate({ search: ({ village }) => ({ village, saved: visitId }), replace: true });
    };
    close().catch(() => setIsOver(false));
  }, [isOver, left, keep, accountId, drafts, draftKey, visitId, navigate]);
  return isOver ? null : children;
}

interface StartedProps extends Props {
  stored: StoredDraft;
  mended: OutboxItem | null;
}

function StartedVisit({ sheet, today, stored, mended }: StartedProps) {
  const { household } = route.useSearch();
  const kinds = useAllowedKinds(sheet.village);
  const known = sheet.households.some((h) => h.id === household);
  const [start] = useState<VisitForm>(() => {
    const kept =
      stored.form ??
      (mended && savedForm(mended)) ??
      freshVisit(uuid(), sheet.village.id, today, usualKind(kinds));
    // A draft may be of a time when the person worked as something else.
    const form = kinds.includes(kept.kind) ? kept : { ...kept, kind: usualKind(kinds) };
    return household && known ? withHousehold(form, household) : form;
  });
  return (
    <VisitScreen
      sheet={sheet}
      today={today}
      start={start}
      stored={stored}
      mended={mended}
      unknownHousehold={household !== undefined && !known}
    />
  );
}

/** The household of the link is on the visit, unless somebody took it off the draft. */
function withHousehold(form: VisitForm, subjectId: string): VisitForm {
  const stop = { kind: 'household', subjectId } as const;
  const there = form.stops.some((s) => stopKey(s) === stopKey(stop));
  return there ? form : reduceVisit(form, { type: 'stopAdded', ...stop });
}

import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { v7 as uuid } from 'uuid';
import type { VisitSheet } from '#src/domain/records.ts';
import { useDraftStore } from '#src/offline/drafts.ts';
import { isUnsent, type OutboxItem } from '#src/offline/outbox-item.ts';
import { useOutboxView, useSenderStatus } from '#src/offline/use-outbox.tsx';
import { useAllowedKinds, usualKind } from './allowed-kinds.ts';
import { savedForm } from './form-of-draft.ts';
import { freshVisit, reduceVisit, stopKey, type VisitForm } from './visit-form.ts';
import { useDraftKey, useStoredDraft, type StoredDraft } from './use-stored-draft.ts';
import { SavedPanel } from './saved-panel.tsx';
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
    const { id } = stored.form;
    return (
      <OfferedDraft draftKey={key} visitId={id} isSaved={items.some((item) => item.id === id)}>
        <StartedVisit sheet={sheet} today={today} stored={stored} mended={null} />
      </OfferedDraft>
    );
  }
  return <StartedVisit sheet={sheet} today={today} stored={stored} mended={opened} />;
}

interface OfferedProps {
  draftKey: string;
  visitId: string;
  /** Whether the outbox has the draft's visit. */
  isSaved: boolean;
  children: ReactNode;
}

/**
 * The draft, to go on with; or, where the page died between saving its visit and dropping it, what became of
 * that visit. Decided once, for what is saved from here is told by the form.
 */
function OfferedDraft({ draftKey, visitId, isSaved, children }: OfferedProps) {
  const drafts = useDraftStore();
  const navigate = route.useNavigate();
  const [isOver] = useState(isSaved);
  useEffect(() => {
    if (!isOver) return;
    const removed = drafts.remove(draftKey).catch(() => {});
    void removed.then(() =>
      navigate({ search: ({ village }) => ({ village, saved: visitId }), replace: true }),
    );
  }, [isOver, drafts, draftKey, visitId, navigate]);
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

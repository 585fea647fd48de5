import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { VisitSheet } from '#src/domain/records.ts';
import { freshVisit, reduceVisit, stopKey, type VisitForm } from './visit-form.ts';
import { useStoredDraft, type StoredDraft } from './use-stored-draft.ts';
import { VisitScreen } from './visit-screen.tsx';

const route = getRouteApi('/log');

interface Props {
  sheet: VisitSheet;
  today: string;
}

/** Waits for the device's draft of this village, then shows the form with it, or a fresh one. */
export function StoredVisit({ sheet, today }: Props) {
  const stored = useStoredDraft(sheet.village.id);
  return stored ? <StartedVisit sheet={sheet} today={today} stored={stored} /> : null;
}

function StartedVisit({ sheet, today, stored }: Props & { stored: StoredDraft }) {
  const { household } = route.useSearch();
  const known = sheet.households.some((h) => h.id === household);
  const [start] = useState<VisitForm>(() => {
    const form = stored.form ?? freshVisit(uuid(), sheet.village.id, today);
    return household && known ? withHousehold(form, household) : form;
  });
  return (
    <VisitScreen
      sheet={sheet}
      today={today}
      start={start}
      stored={stored}
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

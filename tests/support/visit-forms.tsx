import { screen } from '@testing-library/react';
import { beforeEach } from 'vitest';
import type { Locale } from '#src/domain/text.ts';
import type { VisitDraft } from '#src/domain/visit.ts';
import type { VisitRecord } from '#src/domain/records.ts';
import type { DraftStore } from '#src/offline/draft-store.ts';
import { memoryDevice } from './memory-device.ts';
import { createMemoryDrafts } from './memory-drafts.ts';
import { mockServer } from './mock-server.ts';
import { renderApp } from './render-app.tsx';

export const HOUSEHOLD = '/log?village=nangangzi&household=nangangzi-003';
export const SAVE = 'Save the visit';
export const SAID = 'What was said or seen';

/** The form for a visit on a device of its own for each test of a file, and what its page sends. */
export function visitForms() {
  const forms = {
    drafts: createMemoryDrafts(),
    device: memoryDevice(),
    /** Every PUT of a visit that the page sent, in order. */
    sent: [] as { id: string; body: VisitDraft }[],
    open: (path: string, { locale = 'en', drafts }: { locale?: Locale; drafts?: DraftStore } = {}) =>
      renderApp({ path, locale, device: forms.device, drafts: drafts ?? forms.drafts.store }),
    /** The form with a note typed and nothing else. */
    async withNote(note = 'Nothing new.', path = HOUSEHOLD) {
      const app = forms.open(path);
      await app.user.type(await screen.findByLabelText(SAID), note);
      return app;
    },
  };
  beforeEach(() => {
    forms.drafts = createMemoryDrafts();
    forms.device = memoryDevice();
    forms.sent = [];
    mockServer().events.on('request:start', ({ request }) => {
      if (request.method !== 'PUT') return;
      const id = request.url.split('/').at(-1) ?? '';
      void request
        .clone()
        .json()
        .then((body) => forms.sent.push({ id, body: body as VisitDraft }));
    });
  });
  return forms;
}

export const saved = () => screen.findByRole('heading', { level: 1, name: 'The visit is saved' });
export const received = () => screen.findByText(/^Received by the service/);
export const review = (name = 'This will be recorded') => screen.findByRole('heading', { level: 2, name });
/** As the service has it. */
export const recordedVisit = async (id: string): Promise<VisitRecord> =>
  (await fetch(`http://localhost:3000/api/visits/${id}`)).json();

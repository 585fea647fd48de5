import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import type { Locale } from '#src/domain/text.ts';
import { createOutbox, type NewItem } from '#src/offline/outbox.ts';
import { createMemoryDevice, type MemoryDevice } from '#tests/support/field/device.ts';
import { memoryDevice } from '#tests/support/memory-device.ts';
import { mockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { metAt, visitDraft } from '#tests/support/visit-draft.ts';

const ME = 'sample-villagecadre';
const visit = (id: string, called: number[]): NewItem<'visit'> => ({
  id,
  kind: 'visit',
  accountId: ME,
  payload: { draft: visitDraft({ stops: called.map((n) => metAt(`nangangzi-00${n}`)) }) },
});
const items: NewItem[] = [
  visit('a', [3]),
  visit('b', [3, 4, 5, 6, 7, 8]),
  {
    id: 'c',
    kind: 'correction',
    accountId: ME,
    payload: {
      readingId: 'nangangzi-013-water-2018-07-02',
      correction: { value: 'met', evidence: 'seenOnSite', reason: 'It runs' },
    },
  },
  {
    id: 'd',
    kind: 'procedureStep',
    accountId: ME,
    payload: {
      householdId: 'nangangzi-006',
      said: {
        step: 'verification',
        outcome: 'passed',
        on: '2018-07-16',
        until: null,
        people: ['Committee', 'Elders'],
        note: '',
      },
    },
  },
  {
    id: 'e',
    kind: 'questionAnswer',
    accountId: ME,
    payload: {
      villageId: 'nangangzi',
      said: {
        key: 'educationMetOutOfSchool/nangangzi-005/nangangzi-005-4',
        readingIds: [],
        outcome: 'dismissed',
        reason: 'Taught at home',
      },
    },
  },
  {
    id: 'f',
    kind: 'reviewAnswer',
    accountId: ME,
    payload: { visitId: 'nangangzi-2018-07-02', note: 'Mended' },
  },
];

let phone: MemoryDevice;
beforeEach(async () => {
  phone = createMemoryDevice();
  const outbox = createOutbox(memoryDevice(phone));
  for (const item of items) await outbox.put(item);
});
const open = (locale: Locale = 'en') => renderApp({ path: '/outbox', locale, device: memoryDevice(phone) });
const noWrites = () => {
  mockServer().use(
    http.put('*/api/*', () => HttpResponse.error()),
    http.post('*/api/*', () => HttpResponse.error()),
  );
};
/** The rows that wait, each with what is said of it, in the order in which they were made. */
const rows = async (heading: string) =>
  (await screen.findAllByRole('heading', { level: 2, name: new RegExp(heading) })).map((title) => {
    const row = title.closest('li');
    if (!row) throw new Error('no row');
    return within(row);
  });

it('names whose each item is, without opening anybody’s record', async () => {
  noWrites();
  const asked: string[] = [];
  mockServer().events.on(
    'request:start',
    ({ request }) => void asked.push(`${request.method} ${new URL(request.url).pathname}`),
  );
  open();
  const [one, many] = await rows('^Daily|^Helper|16');
  expect(await one?.findByText('Sample household 03')).toBeVisible();
  expect(await many?.findByText(/^Sample household 03, Sample household 04, .* and 2 more$/)).toBeVisible();
  expect(await screen.findByText(/^Sample household 13 · Safe drinking water$/)).toBeVisible();
  expect(await (await rows('^Step'))[0]?.findByText('Sample household 06')).toBeVisible();
  expect(await (await rows('^Answer to a data'))[0]?.findByText('Sample household 05')).toBeVisible();
  expect(
    await (await rows('^Answer to a review'))[0]?.findByText(/^Nangangzi Village · .*July 2, 2018$/),
  ).toBeVisible();
  // Opening a household's record is written into the trail as a look.
  expect(asked.filter((path) => path.startsWith('GET /api/households/'))).toEqual([]);
});

it('names them in Chinese, and nobody where that is not known here', async () => {
  noWrites();
  mockServer().use(http.get('*/api/villages/nangangzi/visit-sheet', () => HttpResponse.error()));
  open('zh-CN');
  expect(await screen.findByText(/^样例户13 · 饮水安全$/)).toBeVisible();
  const [one] = await rows('^日常|走访|7月16日');
  expect(one?.queryByText('样例户03')).not.toBeInTheDocument();
});

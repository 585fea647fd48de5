import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDeviceReads } from '#src/offline/device-reads.ts';
import { connection } from '#src/parts/connection.ts';
import { sampleActors } from '#mocks/sample/actors.ts';
import { createPhone } from '#tests/support/field/reads.ts';
import { jpeg, pieceOf } from '#tests/support/jpeg.ts';
import { memoryDevice } from '#tests/support/memory-device.ts';
import { mockServer, openMockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const VISIT = 'nangangzi-2017-10-18';
const PATH = `/visits/${VISIT}`;
const API = 'http://localhost:3000/api';
const cadre = sampleActors.villageCadre.id;

/** Puts a photo on the service. */
async function send(id: string): Promise<void> {
  const answer = await fetch(`${API}/visits/${VISIT}/photos`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer villageCadre' },
    body: JSON.stringify(await pieceOf(id, jpeg({ seed: id.length }))),
  });
  expect(answer.status).toBe(200);
}

/** What the trail says that was done to photos, the newest first. */
async function looks(): Promise<string[]> {
  const answer = await fetch(`${API}/audit`, { headers: { authorization: 'Bearer auditor' } });
  const { entries } = (await answer.json()) as { entries: { action: string }[] };
  return entries.map(({ action }) => action).filter((action) => /^(view|take)Photos$/.test(action));
}

/** A device that is on through a test: what it keeps, and its pages. */
function createOwn() {
  const { vault, reads } = createPhone().page();
  const kept = createDeviceReads(reads);
  const device = memoryDevice(undefined, vault);
  return { device, reads: kept, open: (path: string) => renderApp({ path, device, reads: kept }) };
}
const goSilent = () => mockServer().use(http.all('*/api/*', () => HttpResponse.error()));
const shownNow = () => screen.queryAllByRole('img').map((img) => img.getAttribute('alt'));
const name = (n: number) => `Photo ${n}, Work team’s visit, October 18, 2017`;

beforeEach(() => {
  connection.tell(true);
  let addresses = 0;
  URL.createObjectURL = () => `blob:${(addresses += 1)}`;
  URL.revokeObjectURL = vi.fn<(url: string) => void>();
});

describe('photos that are kept with their village', () => {
  it('are shown without a network, of when they are; of one that is not kept the page says so', async () => {
    await send('p');
    await send('pp');
    const own = createOwn();
    const village = own.open('/villages/nangangzi/visits');
    expect(await screen.findByText('It is written down who keeps photos on a device.')).toBeVisible();
    await village.user.click(await screen.findByRole('button', { name: 'Keep this village on this device' }));
    expect(await screen.findByText(/The photos of its newest visits are here too \(2\)\./)).toBeVisible();
    expect(await looks()).toEqual(['takePhotos']);
    village.unmount();

    await send('ppp');
    const online = own.open(PATH);
    await screen.findByRole('button', { name: 'Show the 3 photos' });
    online.unmount();

    goSilent();
    const { user } = own.open(PATH);
    await user.click(await screen.findByRole('button', { name: 'Show the 3 photos' }));
    await waitFor(() => expect(shownNow()).toEqual([name(1), name(2)]));
    expect(screen.getAllByText(/^From the service, /)).toHaveLength(2);
    const missing = await screen.findByText(/^Photo 3: No connection, and this photo is not kept/);
    expect(missing).toBeVisible();
    mockServer().resetHandlers();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(shownNow()).toHaveLength(3));
    // What was kept was told when it was; the one that was fetched now is a look.
    expect(await looks()).toEqual(['viewPhotos', 'takePhotos']);
  });

  it('are not there for who only looked at them', async () => {
    await send('p');
    const own = createOwn();
    const online = own.open(PATH);
    await online.user.click(await screen.findByRole('button', { name: 'Show the photo' }));
    await waitFor(() => expect(shownNow()).toEqual([name(1)]));
    expect(await looks()).toEqual(['viewPhotos']);
    online.unmount();
    goSilent();
    const { user } = own.open(PATH);
    await user.click(await screen.findByRole('button', { name: 'Show the photo' }));
    expect(await screen.findByText(/this photo is not kept on this device/)).toBeVisible();
    expect(shownNow()).toEqual([]);
  });

  it('are kept by nobody who may not see them, and go when somebody may not any more', async () => {
    await send('p');
    const own = createOwn();
    const village = own.open('/villages/nangangzi/visits');
    await village.user.click(await screen.findByRole('button', { name: 'Keep this village on this device' }));
    expect(await screen.findByText(/The photos of its newest visits are here too/)).toBeVisible();
    village.unmount();
    const about = await (
      await fetch(`${API}/about`, { headers: { authorization: 'Bearer villageCadre' } })
    ).json();
    const seated = about as Parameters<typeof own.reads.welcome>[0];
    const picture = async () =>
      own.reads.has(
        cadre,
        JSON.stringify([['photo'], { input: { photoId: 'p', visitId: VISIT }, type: 'query' }]),
      );
    expect(await picture()).toBe(true);
    await own.reads.welcome(seated, 0);
    expect(await picture()).toBe(true);
    await own.reads.welcome({ ...seated, actor: { ...seated.actor, role: 'auditor' } }, 0);
    expect(await picture()).toBe(false);

    openMockServer(undefined, 'auditor');
    const auditors = createOwn();
    const { user } = auditors.open('/villages/nangangzi/visits');
    await user.click(await screen.findByRole('button', { name: 'Keep this village on this device' }));
    await screen.findByRole('button', { name: 'Renew' });
    expect(screen.queryByText(/photos/)).not.toBeInTheDocument();
    expect(await looks()).toEqual([]);
  });
});

describe('photos that this device took itself', () => {
  it('are shown without asking anybody, those as well that wait to be received', async () => {
    await send('p');
    const own = createOwn();
    const bytes = jpeg();
    for (const id of ['p', 'waits']) {
      const { size, sha256 } = await pieceOf(id, bytes);
      await own.device.photos.keep({ id, accountId: cadre, keptAt: 0 }, bytes);
      await own.device.storage.change(id, () => ({
        id,
        kind: 'photo',
        accountId: cadre,
        payloadVersion: 1,
        payload: { visitId: VISIT, size, sha256 },
        hash: '',
        state: 'needsAttention',
        createdAt: 0,
        attempts: 1,
        nextTryAt: null,
        lastProblem: { code: 'PHOTO_NOT_JPEG', status: 422, fields: [] },
        receipt: null,
        removed: null,
      }));
    }
    const { user } = own.open(PATH);
    await user.click(await screen.findByRole('button', { name: 'Show the 2 photos' }));
    await waitFor(() => expect(shownNow()).toEqual([name(1), name(2)]));
    expect(screen.getByText('Taken on this device')).toBeVisible();
    expect(screen.getByText('Taken on this device, not yet received')).toBeVisible();
    expect(await looks()).toEqual([]);
  });
});

it('of a visit whose photos could not be listed the page says so', async () => {
  mockServer().use(http.get('*/api/visits/:id/photos', () => HttpResponse.json({}, { status: 503 })));
  renderApp({ path: PATH });
  expect(await screen.findByText('Which photos this visit has could not be read.')).toBeVisible();
});

import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Device } from '#src/offline/device.ts';
import { createOutbox } from '#src/offline/outbox.ts';
import { createMemoryDevice, type MemoryDevice } from '#tests/support/field/device.ts';
import { jpeg, pieceOf } from '#tests/support/jpeg.ts';
import { memoryDevice } from '#tests/support/memory-device.ts';
import { createMemoryDrafts } from '#tests/support/memory-drafts.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { metAt, visitDraft } from '#tests/support/visit-draft.ts';

const ME = 'sample-villagecadre';
const PHOTOS = ['photo-1', 'photo-2', 'photo-off'];
/** Its reading has an id that another reading of the sample has already. */
const draft = visitDraft({
  stops: [metAt('nangangzi-003', 'Kept words.')],
  readings: [
    {
      id: 'nangangzi-013-water-2018-07-02',
      subject: { kind: 'household', id: 'nangangzi-003' },
      indicator: 'persons',
      value: 3,
      evidence: 'toldByHousehold',
    },
  ],
});

let phone: MemoryDevice;
let device: Device;
let drafts: ReturnType<typeof createMemoryDrafts>;
beforeEach(async () => {
  phone = createMemoryDevice();
  device = memoryDevice(phone);
  drafts = createMemoryDrafts();
  const outbox = createOutbox(memoryDevice(phone));
  await outbox.put({ id: 'first', kind: 'visit', accountId: ME, payload: { draft } });
  for (const [seed, id] of PHOTOS.entries()) {
    const bytes = jpeg({ seed });
    await phone.photos.store.keep({ id, accountId: ME, keptAt: 0 }, bytes);
    const { size, sha256 } = await pieceOf(id, bytes);
    await outbox.put({ id, kind: 'photo', accountId: ME, payload: { visitId: 'first', size, sha256 } });
  }
  await outbox.remove('photo-off', 'blurred');
});

/** As far as the touch that saves it as another visit. */
async function asAnother() {
  const { user } = renderApp({ path: '/outbox', device, drafts: drafts.store });
  await user.click(await screen.findByRole('link', { name: 'Mend and send again' }));
  expect(await screen.findByText(/has a number that something else has already/)).toBeVisible();
  expect(screen.queryByRole('link', { name: 'See what was recorded' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Save as another visit' }));
  return user;
}
const save = () => screen.findByRole('button', { name: 'Save the visit' });
const ofVisits = () => [...phone.items.values()].filter(({ kind }) => kind === 'visit');
const visits = () => ofVisits().map(({ state }) => state);
const photos = () => PHOTOS.map((id) => phone.items.get(id)?.state);
const another = (): string => ofVisits().find(({ id }) => id !== 'first')?.id ?? '';
const photosOf = async (visitId: string) => {
  const answer = await fetch(`http://localhost:3000/api/visits/${visitId}/photos`);
  return ((await answer.json()) as { id: string }[]).map(({ id }) => id).toSorted();
};

describe('a visit that cannot be recorded under its numbers and is saved as another', () => {
  it('says so, and takes its photos along: none is lost or doubled', async () => {
    const user = await asAnother();
    await user.click(await save());
    await waitFor(() => expect(visits()).toEqual(['removed', 'received']));
    await waitFor(() => expect(photos()).toEqual(['received', 'received', 'removed']));
    expect(await photosOf(another())).toEqual(['photo-1', 'photo-2']);
    expect(screen.queryByRole('link', { name: /not yet received/ })).not.toBeInTheDocument();
  });

  it('counts them among the ten that it may have', async () => {
    const user = await asAnother();
    await user.click(await screen.findByRole('link', { name: /Whom/ }));
    expect(await screen.findByRole('heading', { name: 'Photos (2 of 10)' })).toBeVisible();
  });

  it('leaves none behind where this phone does not take one at once, nor where somebody goes on without it', async () => {
    let isFull = true;
    const { storage } = device;
    const change: typeof storage.change = (id, decide) =>
      id === 'photo-2' && isFull
        ? Promise.reject(new DOMException('not kept', 'QuotaExceededError'))
        : storage.change(id, decide);
    device = { ...device, storage: { ...storage, change } };
    const user = await asAnother();
    await user.click(await save());
    await user.click(await screen.findByRole('button', { name: 'Leave them out' }));
    // The first stays with the photo that is still its own, and can be saved as the same other one.
    await waitFor(() => expect(visits()).toEqual(['needsAttention', 'received']));
    await waitFor(() => expect(photos()).toEqual(['received', 'saved', 'removed']));
    isFull = false;
    const other = another();
    await user.click(await screen.findByRole('link', { name: /1 item needs attention/ }));
    await user.click(await screen.findByRole('link', { name: 'Mend and send again' }));
    await user.click(await save());
    await waitFor(() => expect(photos()).toEqual(['received', 'received', 'removed']));
    expect(visits()).toEqual(['removed', 'received']);
    expect(another()).toBe(other);
    expect(drafts.drafts.size).toBe(0);
    expect(await photosOf(other)).toEqual(['photo-1', 'photo-2']);
  });
});

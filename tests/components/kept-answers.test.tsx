import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { createDeviceReads } from '#src/offline/device-reads.ts';
import type { VillagePage } from '#src/domain/records.ts';
import { createPhone } from '#tests/support/field/reads.ts';
import { memoryDevice } from '#tests/support/memory-device.ts';
import { mockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

let phone: ReturnType<typeof createPhone>;
let accountId: string;
let villageAnswer: string;

function open() {
  const { vault, reads } = phone.page();
  const device = memoryDevice(undefined, vault);
  const view = renderApp({ path: '/villages/nangangzi/visits', device, reads: createDeviceReads(reads) });
  return { ...view, reads };
}
/** As an earlier program left it: in what form is for the test to say. */
async function keptByAnotherProgram(change: (answer: VillagePage) => unknown): Promise<void> {
  const { reads } = phone.page();
  const kept = await reads.recall(accountId, villageAnswer);
  await reads.keep(accountId, [{ id: villageAnswer, data: change(kept?.data as VillagePage) }], 17);
  for (const [key, read] of phone.lying) phone.lying.set(key, { ...read, version: 0 });
}

beforeEach(async () => {
  phone = createPhone();
  const view = open();
  await screen.findAllByRole('link', { name: /July 2, 2018/ });
  ({ accountId, id: villageAnswer } = await waitFor(() => {
    const read = [...phone.lying.values()].find(({ id }) => id.startsWith('[["village"]'));
    if (!read) throw new Error('not kept yet');
    return read;
  }));
  view.unmount();
  mockServer().use(http.all('*/api/*', () => HttpResponse.error()));
});

it('is shown without a network when another program kept it in the form that it still has', async () => {
  await keptByAnotherProgram((answer) => answer);
  open();
  expect((await screen.findAllByRole('link', { name: /July 2, 2018/ })).length).toBeGreaterThan(0);
});

it('is shown where that program kept something that is no longer part of it', async () => {
  await keptByAnotherProgram((answer) => ({ ...answer, households: [] }));
  open();
  expect((await screen.findAllByRole('link', { name: /July 2, 2018/ })).length).toBeGreaterThan(0);
});

it('counts as not kept where something is missing that this program needs', async () => {
  await keptByAnotherProgram((answer) => ({ ...answer, visits: undefined }));
  open();
  expect(
    await screen.findByText('The service did not answer. Check the connection and try again.'),
  ).toBeVisible();
  expect(screen.queryAllByRole('link', { name: /July 2, 2018/ })).toEqual([]);
});

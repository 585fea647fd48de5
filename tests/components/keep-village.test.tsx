import { screen } from '@testing-library/react';
import { http } from 'msw';
import { expect, it } from 'vitest';
import { createDeviceReads } from '#src/offline/device-reads.ts';
import { createPhone } from '#tests/support/field/reads.ts';
import { memoryDevice } from '#tests/support/memory-device.ts';
import { mockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

it('is broken off by signing out: nothing more is asked, and nothing is left on the device', async () => {
  const phone = createPhone();
  const { vault, reads } = phone.page();
  const device = memoryDevice(undefined, vault);
  const { user } = renderApp({
    path: '/villages/nangangzi/visits',
    device,
    reads: createDeviceReads(reads),
  });
  let isAsked = (): void => {};
  const underWay = new Promise<void>((done) => (isAsked = done));
  let goOn = (): void => {};
  const held = new Promise<void>((done) => (goOn = done));
  mockServer().use(
    http.get('*/api/villages/nangangzi/measures', async () => {
      isAsked();
      await held;
    }),
  );
  await user.click(await screen.findByRole('button', { name: 'Keep this village on this device' }));
  await underWay;
  const asked: string[] = [];
  let isOut = false;
  mockServer().events.on('response:mocked', ({ request }) => {
    isOut ||= request.method === 'DELETE';
  });
  mockServer().events.on('request:start', ({ request }) => {
    if (isOut) asked.push(new URL(request.url).pathname);
  });
  await user.click(screen.getByRole('button', { name: 'Account: Sample cadre' }));
  await user.click(screen.getByRole('button', { name: 'Sign out' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  goOn();
  expect(asked.filter((path) => path !== '/api/about')).toEqual([]);
  expect([...phone.lying.keys()]).toEqual([]);
});

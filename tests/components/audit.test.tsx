import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuditEntry } from '#src/domain/audit.ts';
import type { Role } from '#src/domain/permission.ts';
import { mockServer, openMockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

/** Somebody of that role does a thing on the service. */
async function doAs(role: Role, method: string, path: string, body?: unknown): Promise<void> {
  const answer = await fetch(new URL(`/api${path}`, document.baseURI), {
    method,
    headers: { authorization: `Bearer ${role}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  expect(answer.ok, `${method} ${path}`).toBe(true);
}

const items = async () => {
  const list = await screen.findAllByRole('list');
  const trail = list.find((one) => one.tagName === 'OL');
  if (!trail) throw new Error('there is no trail');
  return [...trail.children].map((item) => item.textContent ?? '');
};

async function somethingHappened(): Promise<void> {
  await doAs('office', 'GET', '/households/nangangzi-003');
  await doAs('villageCadre', 'POST', '/readings/nangangzi-004-wage-2018-07-02/corrections', {
    id: 'correction-1',
    value: 4900,
    evidence: 'document',
    reason: 'The pay slip says so',
  });
  await doAs('office', 'POST', '/visits/sample-village-5-2018-05-28/reviews', {
    id: 'review-1',
    outcome: 'sentBack',
    note: 'Which document?',
  });
  await doAs('villageCadre', 'PUT', '/households/nangangzi-003/members/nangangzi-003-m3/identifiers/phone', {
    value: '00099998877',
    reason: 'It has changed',
  });
  await doAs(
    'office',
    'POST',
    '/households/nangangzi-003/members/nangangzi-003-m3/identifiers/phone/unmask',
    { reason: 'To call the household' },
  );
}

describe('the audit trail', () => {
  it.each(['villageCadre', 'office', 'leaderStaff'] as const)('is not for the role %s', async (role) => {
    openMockServer(undefined, role);
    renderApp({ path: '/audit' });
    const told = { level: 1, name: 'This page is not part of your work' };
    expect(await screen.findByRole('heading', told)).toBeVisible();
    expect(screen.queryByLabelText('Village')).not.toBeInTheDocument();
    expect(screen.queryByText('Sample cadre')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Save as table (CSV)' })).not.toBeInTheDocument();
  });

  describe('for an auditor', () => {
    beforeEach(() => openMockServer(undefined, 'auditor') && undefined);

    it('says what will stand there while there is nothing', async () => {
      renderApp({ path: '/audit' });
      expect(await screen.findByText('Nothing is written down yet.')).toBeVisible();
    });

    it('tells each act in words: who, what, where, why, before and after', async () => {
      await somethingHappened();
      renderApp({ path: '/audit' });
      const told = await items();
      expect(told).toHaveLength(5);
      const entry = (start: RegExp) => told.find((text) => start.test(text)) ?? '';
      expect(entry(/Reading corrected/)).toMatch(
        /^2018-07-16 12:00No. 2 · [0-9a-f]{8}….*Nangangzi Village.*Sample cadre · Village cadre.*Wages: ¥3,900 → ¥4,900.*Evidence: Synthetic → Document.*Reason: The pay slip says so/,
      );
      expect(entry(/Visit reviewed/)).toMatch(
        /Sample village 5.*Sample office · Office.*State: Not reviewed yet → Sent back/,
      );
      expect(entry(/Identifier entered/)).toMatch(/Phone: 000\*+\d\d → 000\*+77/);
      expect(entry(/Identifier shown/)).toMatch(/Identifier: Phone.*Reason: To call the household/);
      expect(entry(/record opened/)).toMatch(/Sample office/);
      expect(document.body.textContent).not.toContain('00099998877');
    });

    it('leads to what each act was about', async () => {
      await somethingHappened();
      renderApp({ path: '/audit' });
      expect(await screen.findByRole('link', { name: 'To the visit' })).toHaveAttribute(
        'href',
        '/visits/sample-village-5-2018-05-28',
      );
      expect(screen.getByRole('link', { name: 'To the reading' })).toHaveAttribute(
        'href',
        '/villages/nangangzi?reading=nangangzi-004-wage-2018-07-02',
      );
      const [household] = screen.getAllByRole('link', { name: 'To the household' });
      expect(household).toHaveAttribute('href', expect.stringMatching(/^\/households\/nangangzi-00[34]$/));
    });

    it('can be asked for one village, act or person, in the link', async () => {
      await somethingHappened();
      const { user, history } = renderApp({ path: '/audit' });
      await screen.findByRole('option', { name: 'Sample village 5' });
      await user.selectOptions(screen.getByLabelText('Village'), 'Sample village 5');
      expect(await screen.findByText('Village: Sample village 5 · 1 entry: all there are.')).toBeVisible();
      expect(history.location.search).toBe('?village=sample-village-5');
      await user.selectOptions(screen.getByLabelText('What'), 'Signed in');
      expect(await screen.findByText('No entry matches.')).toBeVisible();
      await user.click(screen.getByRole('link', { name: 'Show all entries' }));
      const [cadre] = await screen.findAllByRole('link', { name: 'Only what Sample cadre did' });
      await user.click(cadre ?? document.body);
      expect(await screen.findByText('Who: Sample cadre · 2 entries: all there are.')).toBeVisible();
      expect(screen.getByLabelText('Who')).toHaveDisplayValue('Sample cadre');
      expect(screen.getByRole('option', { name: 'Sample office' })).toBeInTheDocument();
    });

    it('says what the chain proves and what it does not', async () => {
      renderApp({ path: '/audit' });
      expect(await screen.findByText(/Nobody can change, remove or reorder one/)).toBeVisible();
      expect(screen.getByText(/It does not prove that what was entered is true/)).toBeVisible();
    });

    it('is saved as it is shown, with whole hashes and no identifier in the clear', async () => {
      await somethingHappened();
      let saved: Blob | undefined;
      vi.stubGlobal('URL', Object.assign(URL, { revokeObjectURL: () => {} }));
      URL.createObjectURL = (blob) => {
        saved = blob as Blob;
        return 'blob:saved';
      };
      HTMLAnchorElement.prototype.click = () => {};
      const { user } = renderApp({ path: '/audit?village=nangangzi' });
      await user.click(await screen.findByRole('button', { name: 'Save as table (CSV)' }));
      const table = (await saved?.text()) ?? '';
      expect(table).toContain('Village: Nangangzi Village');
      expect(table).toContain('Wages: ¥3,900 → ¥4,900; Evidence: Synthetic → Document');
      expect(table.match(/\b[0-9a-f]{64}\b/g)).toHaveLength(8);
      expect(table).not.toContain('sample-village-5');
      expect(table).not.toContain('00099998877');
    });

    it('shows older entries on demand, and says when they could not be loaded', async () => {
      const page = (from: number): AuditEntry[] =>
        Array.from({ length: 3 }, (_, at) => ({
          at: '2018-07-16T04:00:00.000Z',
          actor: { id: 'a', name: 'Somebody', role: 'office', via: 'token' },
          action: 'viewHousehold',
          place: null,
          subject: { kind: 'household', id: 'nangangzi-003' },
          householdId: 'nangangzi-003',
          reason: null,
          before: null,
          after: null,
          chain: 'nangangzi',
          number: from - at,
          prevHash: '0'.repeat(64),
          hash: 'a'.repeat(64),
        }));
      let fails = true;
      mockServer().use(
        http.get('*/api/audit', ({ request }) => {
          const before = new URL(request.url).searchParams.get('before');
          if (before === null) return HttpResponse.json({ entries: page(6), next: 'second' });
          if (fails) return HttpResponse.json({}, { status: 503 });
          return HttpResponse.json({ entries: page(3), next: null });
        }),
      );
      const { user } = renderApp({ path: '/audit' });
      expect(await screen.findByText('The 3 newest entries are shown; there are older ones.')).toBeVisible();
      expect((await items())[0]).toContain('by a program with a token');
      await user.click(screen.getByRole('button', { name: 'Show older entries' }));
      expect(await screen.findByText('The older entries could not be loaded. Try again.')).toBeVisible();
      fails = false;
      await user.click(screen.getByRole('button', { name: 'Show older entries' }));
      expect(await screen.findByText('6 entries: all there are.')).toBeVisible();
      expect(
        within(screen.getByRole('main')).queryByRole('button', { name: 'Show older entries' }),
      ).toBeNull();
    });

    it.each([
      ['en', 'Device’s clock ahead, in seconds: 86400'],
      ['zh-CN', '设备时钟快（秒）: 86400'],
    ] as const)('flags what came from a device whose clock was off (%s)', async (locale, told) => {
      await somethingHappened();
      const answer = await fetch(new URL('/api/audit', document.baseURI));
      const { entries } = (await answer.json()) as { entries: AuditEntry[] };
      const entry = entries.find(({ action }) => action === 'correctReading');
      const flagged = { ...entry, before: null, after: { clockAheadSeconds: 86_400 } };
      mockServer().use(http.get('*/api/audit', () => HttpResponse.json({ entries: [flagged], next: null })));
      renderApp({ path: '/audit', locale });
      expect((await items())[0]).toContain(told);
    });
  });
});

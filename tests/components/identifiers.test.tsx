import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { identifiersOf } from '#mocks/sample/identifiers.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';
import type { Role } from '#src/domain/permission.ts';
import { certificateOf, wrongCertificateOf } from '#tests/support/certificate.ts';
import { mockServer, openMockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const PATH = '/households/nangangzi-003';
const NAME = 'Sample member 03-3';
const MEMBER = 'nangangzi-003-m3';
/** What the store holds of that member's phone. */
const PHONE =
  identifiersOf(sampleRecords).find((i) => i.memberId === MEMBER && i.kind === 'phone')?.value ?? '';

const SEX = sampleRecords
  .flatMap((r) => r.households.flatMap((h) => h.members))
  .find((m) => m.id === MEMBER)?.sex;

const opened = (role: Role, path = PATH) => {
  openMockServer(undefined, role);
  return renderApp({ path });
};
const button = (name: string) => screen.findByRole('button', { name });
const dialog = async () => within(await screen.findByRole('dialog'));

/** Presses Show on the member's phone, takes the first reason and sends it. */
async function showPhone(user: ReturnType<typeof renderApp>['user']) {
  await user.click(await button(`Show: phone of ${NAME}`));
  const asked = await dialog();
  await user.click(asked.getByRole('radio', { name: 'To call the household' }));
  await user.click(asked.getByRole('button', { name: 'Show it' }));
  expect(await screen.findByText(PHONE)).toBeVisible();
}

describe('an identifier', () => {
  it('is not shown without a reason', async () => {
    const { user } = renderApp({ path: PATH });
    await user.click(await button(`Show: phone of ${NAME}`));
    const asked = await dialog();
    await user.click(asked.getByRole('button', { name: 'Show it' }));
    expect(await asked.findByText('Choose a reason or write one.')).toBeVisible();
    expect(screen.queryByText(PHONE)).not.toBeInTheDocument();
  });

  it('that nobody could hand out says why beside the button', async () => {
    mockServer().use(
      http.post('*/identifiers/phone/unmask', () =>
        HttpResponse.json(
          { defined: true, code: 'IDENTIFIER_UNKNOWN', status: 404, message: 'IDENTIFIER_UNKNOWN' },
          { status: 404 },
        ),
      ),
    );
    const { user } = renderApp({ path: PATH });
    await user.click(await button(`Show: phone of ${NAME}`));
    const asked = await dialog();
    await user.type(asked.getByLabelText('Or in your own words'), 'To ask after the child');
    await user.click(asked.getByRole('button', { name: 'Show it' }));
    expect(await asked.findByRole('alert')).toHaveTextContent('Nothing is recorded that could be shown.');
    expect(asked.getByLabelText('Or in your own words')).toHaveValue('To ask after the child');
  });

  it('shows for its seconds, counted down, and is masked again', async () => {
    const { user } = renderApp({ path: PATH });
    await showPhone(user);
    expect(screen.getByRole('timer')).toHaveTextContent(/^(60|59|58) s left$/);
    const now = Date.now();
    vi.spyOn(Date, 'now').mockImplementation(() => now + 45_000);
    await waitFor(() => expect(screen.getByRole('timer')).toHaveTextContent(/^1[0-9] s left$/));
    vi.spyOn(Date, 'now').mockImplementation(() => now + 61_000);
    await waitFor(() => expect(screen.queryByText(PHONE)).not.toBeInTheDocument());
    expect(screen.queryByRole('timer')).not.toBeInTheDocument();
    expect(document.body.innerHTML).not.toContain(PHONE);
  });

  it.each([
    [
      'somebody presses Hide',
      async (user: ReturnType<typeof renderApp>['user']) =>
        user.click(await button(`Hide: phone of ${NAME}`)),
    ],
    ['the page is printed', async () => void window.dispatchEvent(new Event('beforeprint'))],
    [
      'the page is hidden',
      async () => {
        vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
        document.dispatchEvent(new Event('visibilitychange'));
      },
    ],
    [
      'the page is left for another',
      async (user: ReturnType<typeof renderApp>['user']) =>
        user.click(screen.getByRole('link', { name: 'Nangangzi Village' })),
    ],
  ])('is masked as soon as %s', async (_when, leave) => {
    const { user } = renderApp({ path: PATH });
    await showPhone(user);
    await leave(user);
    await waitFor(() => expect(screen.queryByText(PHONE)).not.toBeInTheDocument());
  });

  it('never stands in the link', async () => {
    const { user, history } = renderApp({ path: PATH });
    await showPhone(user);
    expect(history.location.href).toBe(PATH);
  });

  it('is shown to the office with a reason that stands among the looks', async () => {
    const { user } = opened('office');
    await showPhone(user);
    const looks = await looksSection();
    expect(await looks.findByText('Reason: To call the household')).toBeVisible();
    expect(looks.getAllByText(/had a number shown/)).toHaveLength(1);
    expect(screen.queryByRole('button', { name: `Change: phone of ${NAME}` })).not.toBeInTheDocument();
  });

  it.each(['leaderStaff', 'auditor'] as const)('stays masked for the role %s', async (role) => {
    opened(role);
    expect(await screen.findByRole('heading', { name: 'Certificates, phones, bank accounts' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /^(Show|Enter|Change):/ })).not.toBeInTheDocument();
    expect(screen.getAllByText(/^000\*+\d\d$/)).toHaveLength(3);
  });
});

describe('entering an identifier', () => {
  it('is refused where it cannot be one, or has no reason', async () => {
    const { user } = renderApp({ path: PATH });
    await user.click(await button(`Change: phone of ${NAME}`));
    const form = await dialog();
    await user.click(form.getByRole('button', { name: 'Save' }));
    expect(await form.findByText('Please fill this in.')).toBeVisible();
    expect(form.getByText('Choose a reason or write one.')).toBeVisible();
    await user.type(form.getByLabelText('Phone number'), '12');
    await user.click(form.getByRole('button', { name: 'Save' }));
    expect(await form.findByText('A phone number has 7 to 15 digits. Compare it once more.')).toBeVisible();
  });

  it('leaves its mask on the page and nothing in the clear', async () => {
    const { user } = renderApp({ path: PATH });
    await user.click(await button(`Change: phone of ${NAME}`));
    const form = await dialog();
    await user.type(form.getByLabelText('Phone number'), '000 9999-8877');
    await user.click(form.getByRole('radio', { name: 'The household told us' }));
    await user.click(form.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('000******77')).toBeVisible();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(document.body.innerHTML).not.toContain('00099998877');
  });

  it('is asked about where its check digit does not fit, and saved all the same', async () => {
    const { user } = renderApp({ path: PATH });
    await user.click(await button(`Change: certificate number of ${NAME}`));
    const form = await dialog();
    await user.type(form.getByLabelText('Certificate number'), '99990118000101000x');
    expect(await form.findByText(/The check digit does not fit the rest/)).toBeVisible();
    await user.click(form.getByRole('radio', { name: 'Read from the document' }));
    await user.click(form.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('9999************0X')).toBeVisible();
  });

  it('is asked about among the data questions once it is entered, until another one is in order', async () => {
    const { user } = renderApp({ path: PATH });
    const enter = async (number: string) => {
      await user.click(await button(`Change: certificate number of ${NAME}`));
      const form = await dialog();
      await user.type(form.getByLabelText('Certificate number'), number);
      await user.click(form.getByRole('radio', { name: 'Read from the document' }));
      await user.click(form.getByRole('button', { name: 'Save' }));
    };
    const odd = `The certificate number of ${NAME} cannot be: its form, its day of birth or its check digit is wrong.`;
    await screen.findByText('The checks ask nothing about this household.');
    await enter(wrongCertificateOf('20060101', '001'));
    expect(await screen.findByText(odd)).toBeVisible();
    expect(screen.getByText('Look at the certificate, and enter the number again.')).toBeVisible();
    await enter(certificateOf('20060101', SEX === 'male' ? '003' : '002'));
    expect(
      await screen.findByText('No longer so since 2018-07-16: another number was entered'),
    ).toBeVisible();
    expect(
      screen.queryByText('Look at the certificate, and enter the number again.'),
    ).not.toBeInTheDocument();
  });

  it('is offered where none is recorded', async () => {
    const [first, ...rest] = sampleRecords;
    if (!first) throw new Error('the sample is empty');
    const households = first.households.map((h) => ({
      ...h,
      members: h.members.map((m) => ({ ...m, identifiers: { ...m.identifiers, bankAccount: null } })),
    }));
    openMockServer([{ ...first, households }, ...rest]);
    renderApp({ path: PATH });
    expect(await button(`Enter: bank account of ${NAME}`)).toBeVisible();
    expect(screen.getAllByText('not recorded')).toHaveLength(3);
    expect(screen.queryByRole('button', { name: `Show: bank account of ${NAME}` })).not.toBeInTheDocument();
  });
});

async function looksSection(): Promise<ReturnType<typeof within>> {
  const heading = await screen.findByRole('heading', { name: 'Who has looked at this record' });
  return within(heading.closest('section') ?? document.body);
}

describe('who has looked', () => {
  it('names who opened the page, in which role and when in China', async () => {
    renderApp({ path: PATH });
    const looks = await looksSection();
    expect(await looks.findByText('2018-07-16 12:00')).toBeVisible();
    expect(looks.getByRole('listitem')).toHaveTextContent('Sample cadre · Village cadre · opened this page');
  });

  it('says so when it cannot be loaded, and the rest of the page stands', async () => {
    mockServer().use(http.get('*/looks', () => HttpResponse.json({}, { status: 503 })));
    renderApp({ path: PATH });
    const looks = await looksSection();
    expect(await looks.findByRole('button', { name: 'Try again' })).toBeVisible();
    expect(screen.getByRole('heading', { level: 1, name: 'Sample household 03' })).toBeVisible();
  });

  it('lists the last few and all on demand', async () => {
    mockServer().use(
      http.get('*/looks', () =>
        HttpResponse.json(
          Array.from({ length: 9 }, (_, at) => ({
            at: `2018-07-${String(16 - at).padStart(2, '0')}T01:00:00.000Z`,
            actor: { id: `a${at}`, name: `Looker ${at}`, role: 'office' },
            action: 'viewHousehold',
            reason: null,
          })),
        ),
      ),
    );
    const { user } = renderApp({ path: PATH });
    const looks = await looksSection();
    expect(await looks.findAllByRole('listitem')).toHaveLength(5);
    await user.click(looks.getByRole('button', { name: 'Show all 9' }));
    expect(looks.getAllByRole('listitem')).toHaveLength(9);
    expect(looks.getByText('2018-07-16 09:00')).toBeVisible();
  });
});

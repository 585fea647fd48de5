import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { mockServer, openMockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const pathOf = (number: string, search = '') => `/households/nangangzi-${number}${search}`;

/** The part of a household's page about leaving the register. */
async function leaving(): Promise<ReturnType<typeof within>> {
  const heading = await screen.findByRole('heading', { level: 2, name: 'Ready to leave the register?' });
  const section = heading.closest('section');
  if (!section) throw new Error('it heads no section');
  await within(section).findByRole('heading', { level: 3, name: 'Procedure' });
  return within(section);
}
const village = (search = '') => `/villages/nangangzi/exit${search}`;
const namesIn = async (group: string) => {
  const heading = await screen.findByRole('heading', { level: 4, name: group });
  const list = heading.nextElementSibling as HTMLElement;
  return within(list)
    .getAllByRole('link')
    .map((link) => link.textContent);
};

describe('a village’s page about leaving', () => {
  it('says what is in the village’s way, by which rule, and the fewest households that would do', async () => {
    renderApp({ path: village() });
    expect(
      await screen.findByText('The village is not ready to leave the list. Not met: Poverty incidence.'),
    ).toBeVisible();
    expect(
      screen.getByText(/3.9%: 25 of 637 people \(persons known in 10 of 12 poor households\)/),
    ).toBeVisible();
    expect(screen.getByText(/13 more people out of poverty; the fewest households/)).toBeVisible();
    expect(screen.getByText(/checked against an official text.* · limit: below 2%/)).toBeVisible();
    expect(
      screen.getByText(
        /Line of 2018: ¥2,995 a person and year \(National standard\) \(not checked against an official text\)/,
      ),
    ).toBeVisible();
  });

  it('lists the households by verdict, each with what is not met or not known', async () => {
    renderApp({ path: village() });
    expect(await namesIn('Cannot tell (4)')).toEqual([
      'Wang Huanpeng',
      'Liu Zhanhai',
      'Sample household 15',
      'Sample household 20',
    ]);
    expect(await namesIn('Not ready (9)')).toHaveLength(9);
    expect(screen.getByText(/7 households are out already/)).toBeVisible();
    expect(screen.getByText('Not met: Income above the line: short by ¥95 a person')).toBeVisible();
    expect(screen.getByText('Next: Verification (last step 2018-07-05)')).toBeVisible();
  });

  it('is filtered and judged anew in the link', async () => {
    const { user, history } = renderApp({ path: village() });
    await user.selectOptions(await screen.findByLabelText('Not met or unknown'), 'Safe housing');
    expect(await namesIn('Not ready (1)')).toEqual(['Sample household 21']);
    expect(screen.getByText('5 of 13 households shown')).toBeVisible();
    await user.selectOptions(screen.getByLabelText('Verdict'), 'Cannot tell');
    expect(await screen.findByText('4 of 13 households shown')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    await user.selectOptions(screen.getByLabelText('Judged at'), '2018-01-22 · Leader’s visit');
    expect(await namesIn('Ready (1)')).toEqual(['Sample household 14']);
    await user.selectOptions(screen.getByLabelText('Poverty line'), '¥2,800 in 2014, growing 6% a year');
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Ready (1)' })).not.toBeInTheDocument());
    expect(history.location.search).toBe('?at=nangangzi-2018-01-22&series=sixPercent');
  });
});

describe('whether a household is ready to leave the register', () => {
  it.each(['001', '002'])(
    'nobody can tell of the real householder %s, and all that is missing is named',
    async (number) => {
      renderApp({ path: pathOf(number) });
      const found = await leaving();
      expect(found.getByText(/^Nobody can tell yet. Not known: Income above the line, Food,/)).toBeVisible();
      expect(
        found.getByText(/^Missing: Persons, Wages, Business, Business cost, Property, Transfers$/),
      ).toBeVisible();
      expect(found.getAllByText('Nobody has read it.')).toHaveLength(7);
    },
  );

  it('names the open condition first, with its readings and the least that would turn it', async () => {
    const { user, history } = renderApp({ path: pathOf('006') });
    const found = await leaving();
    const [first] = found.getAllByRole('listitem');
    const income = within(first ?? document.body);
    expect(income.getByText('¥2,900 a person; the line is ¥2,995')).toBeVisible();
    expect(income.getByText(/over ¥95 more a person/)).toBeVisible();
    await user.click(income.getByRole('link', { name: 'Transfers' }));
    expect(history.location.search).toContain('reading=nangangzi-006-transfer-2018-07-02');
  });

  it('lists the steps that were taken, with days and people, and those that were refused', async () => {
    renderApp({ path: pathOf('021') });
    const found = await leaving();
    expect(
      found.getByText('Sent back on 2018-07-04 (Verification): it begins again with the appraisal.'),
    ).toBeVisible();
    expect(found.getByText('Verification: Refused')).toBeVisible();
    expect(found.getByText('2018-07-04, Sample village committees, Sample work team')).toBeVisible();
    expect(found.getByText('The house is not repaired yet')).toBeVisible();
  });
});

describe('the next step', () => {
  const open = async (number = '006') => {
    const { user } = renderApp({ path: pathOf(number) });
    const found = await leaving();
    await user.click(found.getByRole('button', { name: /^Record/ }));
    return { user, found, form: within(found.getByRole('form', { name: 'Record a step' })) };
  };

  it('is not saved with something wrong, which is said beside its field', async () => {
    const { user, form } = await open();
    await user.click(form.getByRole('radio', { name: 'Verification: Refused' }));
    await user.clear(form.getByLabelText('Day'));
    await user.click(form.getByRole('button', { name: 'Save the step' }));
    expect(form.getByLabelText('Day')).toHaveAccessibleDescription('Please give a day, such as 2018-07-16.');
    expect(form.getByLabelText('Day')).toHaveFocus();
    expect(form.getByLabelText('Who took it?')).toHaveAccessibleDescription(/Please fill this in/);
    expect(form.getByLabelText('Why?')).toHaveAccessibleDescription(/Please fill this in/);
    await user.type(form.getByLabelText('Day'), '2018-07-04');
    await user.click(form.getByRole('button', { name: 'Save the step' }));
    expect(form.getByLabelText('Day')).toHaveAccessibleDescription(/before the step recorded last/);
  });

  it('is recorded by the village, and then stands in the list', async () => {
    const { user, found, form } = await open();
    await user.type(form.getByLabelText('Who took it?'), 'Committee, Work team');
    await user.click(form.getByRole('button', { name: 'Save the step' }));
    expect(await found.findByText('2018-07-16, Committee, Work team')).toBeVisible();
    expect(found.getByText('The step is recorded.')).toBeVisible();
    expect(found.queryByRole('form')).not.toBeInTheDocument();
    await user.click(found.getByRole('button', { name: 'Record: The household agrees' }));
    expect(found.getByRole('radio', { name: 'The household disagrees' })).toBeInTheDocument();
  });

  it('waits on the device while the service does not answer', async () => {
    mockServer().use(http.post('*/api/households/*/steps', () => HttpResponse.error()));
    const { user, found, form } = await open();
    await user.type(form.getByLabelText('Who took it?'), 'Committee');
    await user.click(form.getByRole('button', { name: 'Save the step' }));
    expect(await form.findByText(/Saved on this device/)).toBeVisible();
    expect(form.getByLabelText('Who took it?')).toHaveValue('Committee');
    // Whoever comes back to the page is not to record it again.
    expect(found.getByText('Saved on this device, not yet received: Verification · Passed')).toBeVisible();
    mockServer().resetHandlers();
    expect(await found.findByText('2018-07-16, Committee', undefined, { timeout: 5000 })).toBeVisible();
  });

  it('that the service refuses says why, and nothing that was typed is lost', async () => {
    mockServer().use(
      http.post('*/api/households/*/steps', () =>
        HttpResponse.json(
          { defined: true, code: 'STEP_NOT_NEXT', status: 422, message: '', data: { field: 'step' } },
          { status: 422 },
        ),
      ),
    );
    const { user, form } = await open();
    await user.type(form.getByLabelText('Who took it?'), 'Committee');
    await user.click(form.getByRole('button', { name: 'Save the step' }));
    expect(await form.findByRole('alert')).toHaveTextContent('Another step comes next.');
    expect(form.getByRole('radiogroup')).toHaveAccessibleDescription(
      'Another step comes next. Look at the procedure again.',
    );
    expect(form.getByLabelText('Who took it?')).toHaveValue('Committee');
    expect(form.getByRole('button', { name: 'Save the step' })).toBeEnabled();
  });

  it('is asked for its end where a notice is hung out', async () => {
    const { user, found, form } = await open();
    await user.type(form.getByLabelText('Who took it?'), 'Committee');
    await user.click(form.getByRole('button', { name: 'Save the step' }));
    await user.click(await found.findByRole('button', { name: 'Record: The household agrees' }));
    await user.type(found.getByLabelText('Who took it?'), 'Sample household 06');
    await user.click(found.getByRole('button', { name: 'Save the step' }));
    await user.click(await found.findByRole('button', { name: 'Record: Public notice' }));
    await user.type(found.getByLabelText('Who took it?'), 'Committee');
    await user.click(found.getByRole('button', { name: 'Save the step' }));
    expect(found.getByLabelText('Hangs until')).toHaveAccessibleDescription('Please fill this in.');
    await user.type(found.getByLabelText('Hangs until'), '2018-07-22');
    await user.click(found.getByRole('button', { name: 'Save the step' }));
    expect(
      await found.findByText('The notice hangs until 2018-07-22; the announcement comes after that.'),
    ).toBeVisible();
    expect(found.getByText('The office above the village records this step.')).toBeVisible();
  });

  it('is the office’s where it is one of the office’s, and only looked at by others', async () => {
    const path = '/households/sample-village-3-003';
    openMockServer(undefined, 'office');
    const first = renderApp({ path });
    const found = await leaving();
    expect(found.getByText('Ready to leave: every condition is met.')).toBeVisible();
    await first.user.click(found.getByRole('button', { name: 'Record: Announcement' }));
    await first.user.type(found.getByLabelText('Who took it?'), 'Township');
    await first.user.click(found.getByRole('button', { name: 'Save the step' }));
    expect(found.getByLabelText('Day')).toHaveAccessibleDescription(
      /The public notice still hung on that day/,
    );
    first.unmount();
    openMockServer(undefined, 'auditor');
    renderApp({ path });
    const seen = await leaving();
    expect(seen.queryByRole('button', { name: /^Record/ })).not.toBeInTheDocument();
    expect(seen.getByText('2018-07-02, S***')).toBeVisible();
  });
});

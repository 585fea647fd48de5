import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { mockServer, openMockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const village = '/villages/nangangzi/questions';
const states = async () =>
  within(await screen.findByRole('navigation', { name: 'State' }))
    .getAllByRole('link')
    .map((link) => link.textContent);

/** The list with the form open at its only question. */
async function answering(path = village) {
  const app = renderApp({ path });
  await app.user.click(await screen.findByRole('button', { name: 'Answer' }));
  return { ...app, form: within(screen.getByRole('form', { name: /^Answer the question/ })) };
}

describe('a village’s data questions', () => {
  it('say what is odd, of whom, by which reading and evidence, and what to ask', async () => {
    renderApp({ path: village });
    const [item, ...others] = await screen.findAllByText(
      'Sample member 05-4 is about 12 and is recorded as not at school, yet compulsory education is said to be met.',
    );
    expect(others).toEqual([]);
    const found = within(item?.closest('li') as HTMLElement);
    expect(found.getByRole('link', { name: 'Sample household 05' })).toHaveAttribute(
      'href',
      '/households/nangangzi-005#questions',
    );
    expect(found.getByRole('link', { name: /education.*Met/i })).toBeVisible();
    expect(found.getByText('2018-07-02')).toBeVisible();
    expect(found.getByText(/Synthetic/)).toBeVisible();
    expect(found.getByText(/Is the child at school\? If not, the guarantee is not met\./)).toBeVisible();
    expect(await states()).toEqual(['Open 1', 'Looked into 1', 'Dismissed 0', 'No longer so 0']);
  });

  it('are filtered by state and by check in the link', async () => {
    const { user, history } = renderApp({ path: `${village}?show=answered` });
    expect(await screen.findByText(/At the township’s primary school since March/)).toBeVisible();
    await user.selectOptions(screen.getByLabelText('Check'), 'Education “met”, child not at school');
    expect(history.location.search).toContain('check=educationMetOutOfSchool');
    await user.click(screen.getByRole('link', { name: 'Dismissed 0' }));
    expect(await screen.findByText('No question was dismissed.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Dismissed 0' })).toHaveAttribute('aria-current', 'page');
    expect(screen.getByRole('link', { name: 'Open 1' })).not.toHaveAttribute('aria-current');
  });

  it('are dismissed with a reason, and asked again with another; all of it stays', async () => {
    const { user, form } = await answering();
    await user.click(form.getByRole('radio', { name: 'Dismiss: no question here' }));
    await user.click(form.getByRole('button', { name: 'Save the answer' }));
    expect(form.getByLabelText('Why is it no question?')).toHaveAccessibleDescription(/Please fill this in/);
    expect(form.getByLabelText('Why is it no question?')).toHaveFocus();
    await user.type(form.getByLabelText('Why is it no question?'), 'taught at home');
    await user.click(form.getByRole('button', { name: 'Save the answer' }));
    await user.click(await screen.findByRole('link', { name: 'See “Dismissed”' }));
    expect(await screen.findByText('taught at home')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Ask again' }));
    await user.type(screen.getByLabelText('Why is it asked again?'), 'a slip');
    await user.click(screen.getByRole('button', { name: 'Save the answer' }));
    await user.click(await screen.findByRole('link', { name: 'See “Open”' }));
    expect(await screen.findByText('a slip')).toBeVisible();
    expect(screen.getByText('taught at home')).toBeVisible();
  });

  it('wait on the device while the service does not answer, and nothing that was typed is lost', async () => {
    mockServer().use(http.post('*/api/villages/*/questions/answers', () => HttpResponse.error()));
    const { user, form } = await answering();
    await user.type(form.getByLabelText('What was found?'), 'seen at school');
    await user.click(form.getByRole('button', { name: 'Save the answer' }));
    expect(
      await screen.findByText('Saved on this device, not yet received: Looked into · seen at school'),
    ).toBeVisible();
    expect(form.getByLabelText('What was found?')).toHaveValue('seen at school');
    mockServer().resetHandlers();
    expect(await screen.findByRole('link', { name: 'See “Looked into”' }, { timeout: 5000 })).toBeVisible();
  });

  it('that the service refuses to close say why', async () => {
    mockServer().use(
      http.post('*/api/villages/*/questions/answers', () =>
        HttpResponse.json(
          { defined: true, code: 'UNKNOWN_READING', status: 422, message: '', data: { field: 'readingIds' } },
          { status: 422 },
        ),
      ),
    );
    const { user, form } = await answering();
    await user.type(form.getByLabelText('What was found?'), 'seen at school');
    await user.click(form.getByRole('button', { name: 'Save the answer' }));
    expect(
      await form.findByText('The readings that this question was about are not known to the service.'),
    ).toBeVisible();
    expect(form.getByLabelText('What was found?')).toHaveValue('seen at school');
    expect(form.getByRole('button', { name: 'Save the answer' })).toBeEnabled();
  });

  it('are the village’s to look into, the office’s to dismiss, and the auditor’s to read without what was found', async () => {
    openMockServer(undefined, 'office');
    const first = await answering();
    expect(first.form.queryByRole('radio', { name: 'Looked into' })).not.toBeInTheDocument();
    expect(first.form.getByText('What was found is for the village to say.')).toBeVisible();
    first.unmount();
    openMockServer(undefined, 'auditor');
    renderApp({ path: `${village}?show=answered` });
    expect(await screen.findByText('(withheld)')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Ask again' })).not.toBeInTheDocument();
  });
});

describe('a household’s data questions', () => {
  it('stand on its page, where they are answered', async () => {
    const { user, form } = await answering('/households/nangangzi-005');
    await user.type(form.getByLabelText('What was found?'), 'seen at school');
    await user.click(form.getByRole('button', { name: 'Save the answer' }));
    expect(await screen.findByText('seen at school')).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Ask again' })).toBeVisible();
  });
});

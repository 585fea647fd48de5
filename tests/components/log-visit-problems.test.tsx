import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { memoryDevice } from '#tests/support/memory-device.ts';
import { mockServer } from '#tests/support/mock-server.ts';
import { VILLAGE_SEEN, visitDraft } from '#tests/support/visit-draft.ts';
import {
  HOUSEHOLD,
  received,
  recordedVisit,
  review,
  SAID,
  SAVE,
  saved,
  visitForms,
} from '#tests/support/visit-forms.tsx';

const VISITS = '*/api/visits/:visitId';
const forms = visitForms();
const { open, withNote } = forms;
const button = (name: string | RegExp) => screen.getByRole('button', { name });

/** Somebody else keeps it, after this form was opened. */
async function closeElsewhere(commitmentId: string): Promise<void> {
  const body = visitDraft({
    kind: 'workTeam',
    stops: [VILLAGE_SEEN],
    verdicts: [{ commitmentId, verdict: 'kept', note: '' }],
  });
  const answer = await fetch('http://localhost:3000/api/visits/elsewhere', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
}

describe('what is wrong stands beside its field, and nothing typed is lost', () => {
  it('a visit without a stop', async () => {
    const { user } = open('/log?village=nangangzi');
    await screen.findByLabelText('Village');
    await user.click(button('Review'));
    await review();
    await user.click(button(SAVE));
    const summary = screen.getByRole('alert');
    expect(summary).toHaveFocus();
    expect(summary).toHaveTextContent('1 thing to mend');
    await user.click(within(summary).getByRole('link', { name: /On this visit/ }));
    expect(await screen.findByText(/Choose at least one household/)).toBeVisible();
    expect(forms.sent).toEqual([]);
  });

  it('a day in the future', async () => {
    const { user } = await withNote('Come back in spring.');
    await user.click(screen.getByText(/2018-07-16 · Helper/));
    await user.clear(screen.getByLabelText('Day of the visit'));
    await user.type(screen.getByLabelText('Day of the visit'), '2018-07-17');
    await user.click(button('Review'));
    await user.click(await screen.findByRole('button', { name: SAVE }));
    await user.click(
      within(screen.getByRole('alert')).getByRole('link', { name: /Day of the visit: A visit cannot/ }),
    );
    const day = await screen.findByLabelText('Day of the visit');
    await waitFor(() => expect(day).toHaveFocus());
    expect(day).toBeInvalid();
    expect(day).toHaveAccessibleDescription(/cannot be dated in the future/);
    expect(screen.getByLabelText(SAID)).toHaveValue('Come back in spring.');
    expect(forms.sent).toEqual([]);
  });

  it('a figure that is none, in the reader’s language', async () => {
    const { user } = open(HOUSEHOLD, { locale: 'zh-CN' });
    await user.click(await screen.findByRole('button', { name: '下一步：核实情况' }));
    const row = await screen.findByRole('radiogroup', { name: '工资性收入' });
    await user.click(within(row).getByRole('radio', { name: '有变化' }));
    const field = screen.getByLabelText('工资性收入现为');
    expect(field).toHaveFocus();
    await user.type(field, '八千');
    await user.click(button('核对'));
    await review('将登记以下内容');
    await user.click(button('保存走访'));
    await user.click(
      within(screen.getByRole('alert')).getByRole('link', { name: '样例户03，工资性收入：请填写数字。' }),
    );
    await waitFor(() => expect(screen.getByLabelText('工资性收入现为')).toHaveFocus());
    expect(screen.getByLabelText('工资性收入现为')).toHaveAccessibleDescription('请填写数字。');
    expect(screen.getByLabelText('工资性收入现为')).toHaveValue('八千');
  });

  it('a commitment that somebody closed meanwhile: the service’s 422', async () => {
    const { user } = await withNote();
    await user.click(screen.getByRole('link', { name: /Promised/ }));
    const owed = (await screen.findAllByRole('radiogroup')).at(0);
    if (!owed) throw new Error('nothing is owed');
    const control = owed.id;
    await user.click(within(owed).getByRole('radio', { name: 'Partly kept' }));
    await closeElsewhere(control.replace('verdict-', ''));
    await user.click(button('Review'));
    await user.click(await screen.findByRole('button', { name: SAVE }));
    await saved();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Somebody has closed this commitment meanwhile',
    );
    await user.click(screen.getByRole('link', { name: 'Mend and send again' }));
    const summary = await screen.findByRole('alert');
    expect(summary).toHaveTextContent('Somebody has closed this commitment meanwhile');
    expect(screen.getByText(/You are mending a visit/)).toBeVisible();
    await user.click(within(summary).getByRole('link'));
    const still = await waitFor(() => {
      const found = document.getElementById(control);
      if (!found) throw new Error('not shown');
      return found;
    });
    expect(still).toHaveAccessibleDescription(/closed this commitment/);
    await user.click(within(still).getByRole('radio', { name: 'Not looked at' }));
    await user.click(button('Review'));
    await user.click(await screen.findByRole('button', { name: SAVE }));
    await received();
    const [, first] = forms.sent;
    expect(forms.sent.at(-1)).toEqual({ id: first?.id, body: { ...first?.body, verdicts: [] } });
  });

  it('a closed commitment that is reopened for no reason', async () => {
    const { user } = await withNote();
    await user.click(screen.getByRole('link', { name: /Promised/ }));
    await user.click(await screen.findByText('Closed earlier (2): reopen what does not hold'));
    const closed = await screen.findByRole('radiogroup', {
      name: 'Take up the irrigation works again in spring',
    });
    expect(closed.closest('li')).toHaveTextContent('Kept on 2018-07-02');
    await user.click(within(closed).getByRole('radio', { name: 'Reopen' }));
    const due = screen.getByLabelText('Due on');
    expect(due).toHaveValue('2018-10-14');
    await user.click(button('Review'));
    await user.click(await screen.findByRole('button', { name: SAVE }));
    await user.click(within(screen.getByRole('alert')).getByRole('link'));
    const why = await screen.findByLabelText('Why is it owed again?');
    await waitFor(() => expect(why).toHaveFocus());
    await user.type(why, 'The pumps stand still.');
    await user.click(button('Review'));
    expect(await screen.findByText('due 2018-10-14')).toBeVisible();
    await user.click(screen.getByRole('button', { name: SAVE }));
    await received();
    expect(forms.sent.at(-1)?.body.verdicts).toEqual([
      {
        commitmentId: 'nangangzi-c1-irrigation',
        verdict: 'reopened',
        note: 'The pumps stand still.',
        dueOn: '2018-10-14',
      },
    ]);
  });

  it('a number that was taken: the service’s 409 offers to look and to save as another visit', async () => {
    const { user } = await withNote('Mine.');
    mockServer().use(
      http.put(
        VISITS,
        () =>
          HttpResponse.json(
            { defined: true, code: 'VISIT_ID_TAKEN', status: 409, message: '' },
            { status: 409 },
          ),
        { once: true },
      ),
    );
    await user.click(button('Review'));
    await user.click(await screen.findByRole('button', { name: SAVE }));
    expect(await screen.findByText(/already recorded with other content/)).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Mend and send again' }));
    expect(await screen.findByText(/recorded before with other content/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'See what was recorded' })).toHaveAttribute(
      'href',
      `/visits/${forms.sent[0]?.id}`,
    );
    await user.click(button('Save as another visit'));
    await user.click(await screen.findByRole('button', { name: SAVE }));
    await received();
    expect(forms.sent[1]?.id).not.toBe(forms.sent[0]?.id);
    expect(forms.sent[1]?.body).toEqual(forms.sent[0]?.body);
    expect(await screen.findByRole('link', { name: 'See the visit' })).toBeVisible();
    expect(screen.queryByRole('link', { name: /not yet received/ })).not.toBeInTheDocument();
  });

  it.each([
    [
      'a failing service',
      () => HttpResponse.json({ code: 'INTERNAL_SERVER_ERROR', status: 503 }, { status: 503 }),
      /fault of its own/,
    ],
    ['no answer', () => HttpResponse.error(), /does not answer/],
  ])(
    '%s: it is saved all the same, says why it waits, and the same visit is sent again',
    async (_what, fails, words) => {
      const { user } = await withNote('Kept.');
      let down = true;
      mockServer().use(http.put(VISITS, () => (down ? fails() : undefined)));
      await user.click(button('Review'));
      await user.click(await screen.findByRole('button', { name: SAVE }));
      await saved();
      expect(await screen.findByText(words)).toBeVisible();
      expect(screen.getByRole('link', { name: /^1 item not yet received/ })).toHaveAttribute(
        'href',
        '/outbox',
      );
      expect(forms.drafts.drafts.size).toBe(0);
      down = false;
      await received();
      expect(forms.sent.length).toBeGreaterThan(1);
      expect(forms.sent.at(-1)).toEqual(forms.sent[0]);
      expect((await recordedVisit(forms.sent[0]?.id ?? '')).visit.stops).toMatchObject([{ said: 'Kept.' }]);
    },
  );

  it('where the browser keeps nothing, only what the service has is called saved, and nothing typed is lost', async () => {
    const refuse = () => Promise.reject(new DOMException('no database here', 'SecurityError'));
    forms.device = { ...memoryDevice(), storage: { all: refuse, get: refuse, change: refuse } };
    const { user } = await withNote('Kept.');
    mockServer().use(http.put(VISITS, () => HttpResponse.error(), { once: true }));
    await user.click(button('Review'));
    await user.click(await screen.findByRole('button', { name: SAVE }));
    expect(await screen.findByText(/did not answer/)).toBeVisible();
    expect(screen.getByText(/Nothing you typed is lost/)).toBeVisible();
    expect(screen.queryByRole('heading', { level: 1, name: 'The visit is saved' })).not.toBeInTheDocument();
    await user.click(button('Try again'));
    await saved();
    expect(forms.sent).toHaveLength(2);
    expect(forms.sent[1]).toEqual(forms.sent[0]);
    expect(await screen.findByRole('link', { name: 'See the visit' })).toBeVisible();
  });
});

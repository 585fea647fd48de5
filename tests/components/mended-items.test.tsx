import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Locale } from '#src/domain/text.ts';
import { createOutbox, type NewItem } from '#src/offline/outbox.ts';
import type { ItemKind } from '#src/offline/outbox-item.ts';
import { createMemoryDevice, type MemoryDevice } from '#tests/support/field/device.ts';
import { memoryDevice } from '#tests/support/memory-device.ts';
import { createMemoryDrafts } from '#tests/support/memory-drafts.ts';
import { mockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const ME = 'sample-villagecadre';
const READING = 'nangangzi-013-water-2018-07-02';
const HOUSEHOLD = 'nangangzi-006';
const SENT_BACK = 'sample-village-3-2018-02-08';
const QUESTION = 'educationMetOutOfSchool/nangangzi-005/nangangzi-005-4';

let phone: MemoryDevice;
beforeEach(() => {
  phone = createMemoryDevice();
});
const kept = <K extends ItemKind>(item: Omit<NewItem<K>, 'accountId' | 'id'>) =>
  createOutbox(memoryDevice(phone)).put({ ...item, id: 'mine', accountId: ME });
const mine = () => phone.items.get('mine');
const read = async (path: string) => (await fetch(`http://localhost:3000/api${path}`)).json();
const type = async (user: UserEvent, field: HTMLElement, text: string) => {
  await user.clear(field);
  await user.type(field, text);
};

interface Case {
  kind: ItemKind;
  save: () => Promise<unknown>;
  /** The field that is refused, what is said beside it, and what it holds. */
  field: Record<Locale, string | RegExp>;
  why: Record<Locale, string>;
  holds: string;
  mend: (user: UserEvent, field: HTMLElement) => Promise<unknown>;
  button: Record<Locale, string>;
  /** What the service has under the item's id. */
  recorded: () => Promise<unknown[]>;
  as: object;
}
const cases: Case[] = [
  {
    kind: 'correction',
    save: async () => {
      const { readings } = await read(`/readings/${READING}`);
      const { value, evidence } = readings.at(-1);
      await kept({
        kind: 'correction',
        payload: { readingId: READING, correction: { value, evidence, reason: 'Water flows' } },
      });
    },
    field: { en: 'Correct value', 'zh-CN': '正确数值' },
    why: { en: 'This is the value that stands already.', 'zh-CN': '现有数值已经是这个。' },
    holds: 'notMet',
    mend: (user, field) => user.selectOptions(field, 'met'),
    button: { en: 'Save the correction', 'zh-CN': '保存更正' },
    recorded: async () => (await read(`/readings/${READING}`)).readings,
    as: { value: 'met', supersedes: { readingId: READING, reason: 'Water flows' } },
  },
  {
    kind: 'procedureStep',
    save: () =>
      kept({
        kind: 'procedureStep',
        payload: {
          householdId: HOUSEHOLD,
          said: {
            step: 'verification',
            outcome: 'passed',
            on: '2018-07-17',
            until: null,
            people: ['Committee', 'Elders'],
            note: 'In the hall',
          },
        },
      }),
    field: { en: 'Day', 'zh-CN': '日期' },
    why: {
      en: 'A step cannot be dated in the future. Choose today or an earlier day.',
      'zh-CN': '日期不能晚于今天。',
    },
    holds: '2018-07-17',
    mend: (user, field) => type(user, field, '2018-07-16'),
    button: { en: 'Save the step', 'zh-CN': '保存' },
    recorded: async () => (await read(`/households/${HOUSEHOLD}`)).steps,
    as: { step: 'verification', on: '2018-07-16', people: ['Committee', 'Elders'], note: 'In the hall' },
  },
  {
    kind: 'questionAnswer',
    save: async () => {
      const issues = [{ field: 'reason', code: 'tooLong' }];
      const answer = { code: 'BAD_REQUEST', status: 400, data: { issues } };
      mockServer().use(
        http.post('*/api/villages/*/questions/answers', () => HttpResponse.json(answer, { status: 400 }), {
          once: true,
        }),
      );
      await kept({
        kind: 'questionAnswer',
        payload: {
          villageId: 'nangangzi',
          said: { key: QUESTION, readingIds: [], outcome: 'dismissed', reason: 'Taught at home' },
        },
      });
    },
    field: { en: 'Why is it no question?', 'zh-CN': '为何无需核实？' },
    why: { en: 'This is too long.', 'zh-CN': '内容过长。' },
    holds: 'Taught at home',
    mend: (user, field) => type(user, field, 'At home'),
    button: { en: 'Save the answer', 'zh-CN': '保存' },
    recorded: async () => (await read(`/households/nangangzi-005`)).questionAnswers,
    as: { key: QUESTION, outcome: 'dismissed', reason: 'At home' },
  },
  {
    kind: 'reviewAnswer',
    save: () => kept({ kind: 'reviewAnswer', payload: { visitId: SENT_BACK, note: '' } }),
    field: { en: 'What was mended?', 'zh-CN': '整改了什么？' },
    why: { en: 'Please give the reason.', 'zh-CN': '请填写原因。' },
    holds: '',
    mend: (user, field) => type(user, field, 'All of it'),
    button: { en: 'Send the answer', 'zh-CN': '提交答复' },
    recorded: async () => (await read(`/visits/${SENT_BACK}`)).reviews,
    as: { outcome: 'answered', note: 'All of it' },
  },
];
const words = {
  en: { edit: 'Mend and send again', refused: 'The service has not taken this.' },
  'zh-CN': { edit: '修改后再发送', refused: '服务未接受此项。' },
};

describe.each(cases)('a refused $kind', (c) => {
  /** The list, with its form open. */
  async function mending(locale: Locale) {
    const t = words[locale];
    const drafts = createMemoryDrafts();
    await c.save();
    const app = renderApp({ path: '/outbox', locale, device: memoryDevice(phone), drafts: drafts.store });
    await screen.findByText(t.refused);
    await app.user.click(screen.getByRole('link', { name: t.edit }));
    const dialog = within(await screen.findByRole('dialog'));
    return { ...app, t, drafts, dialog, field: await dialog.findByLabelText(c.field[locale]) };
  }

  it.each(['en', 'zh-CN'] as const)(
    'opens as it was saved, says why beside its field, and arrives once when it is mended (%s)',
    async (locale) => {
      const { user, dialog, field } = await mending(locale);
      expect(field).toHaveValue(c.holds);
      expect(field).toHaveAccessibleDescription(expect.stringContaining(c.why[locale]));
      await waitFor(() => expect(field).toHaveFocus());
      await c.mend(user, field);
      expect(field).not.toHaveAccessibleDescription(expect.stringContaining(c.why[locale]));
      await user.click(dialog.getByRole('button', { name: c.button[locale] }));
      await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
      expect(mine()).toMatchObject({ kind: c.kind, state: 'received' });
      expect([...phone.items]).toHaveLength(1);
      const there = (await c.recorded()) as { id: string }[];
      expect(there.filter(({ id }) => id === 'mine')).toMatchObject([c.as]);
    },
  );

  it('keeps what is typed into its mending when the page dies, and stays as it was when that is cancelled', async () => {
    const before = await mending('en');
    const saved = mine();
    await c.mend(before.user, before.field);
    const mended = (before.field as HTMLInputElement).value;
    await waitFor(() => expect(before.drafts.drafts.size).toBe(1));
    before.unmount();
    const { store, drafts } = before.drafts;
    const { user, history } = renderApp({
      path: '/outbox?mend=mine',
      device: memoryDevice(phone),
      drafts: store,
    });
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText(/^Kept .*, and not saved then/)).toBeVisible();
    const field = dialog.getByLabelText(c.field.en);
    expect(field).toHaveValue(mended);
    await user.click(within(field.closest('form') ?? document.body).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(mine()).toEqual(saved);
    expect(drafts.size).toBe(0);
    expect(history.location.search).toBe('');
  });
});

import { act, screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { mockServer } from '#tests/support/mock-server.ts';
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

const forms = visitForms();
const { open, withNote } = forms;
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the commonest visit', () => {
  it('one household, nothing changed, one note, takes at most 8 taps', async () => {
    const { user, history } = open('/households/nangangzi-003');
    let taps = 0;
    const tap = async (element: Element) => {
      taps += 1;
      await user.click(element);
    };
    const main = within(await screen.findByRole('main'));
    await tap(await main.findByRole('link', { name: 'Log a visit' }));
    await tap(await screen.findByLabelText(SAID));
    await user.keyboard('Nothing new.');
    await tap(button('Next: Readings'));
    await tap(await screen.findByRole('button', { name: 'All as last time' }));
    await tap(button('Review'));
    await tap(await screen.findByRole('button', { name: SAVE }));
    await saved();
    await received();
    expect(taps).toBeLessThanOrEqual(8);

    const { visit, readings } = await recordedVisit(forms.sent[0]?.id ?? '');
    expect(visit).toMatchObject({
      on: '2018-07-16',
      kind: 'helper',
      stops: [{ kind: 'household', subjectId: 'nangangzi-003', outcome: 'met', said: 'Nothing new.' }],
    });
    expect(readings.map((r) => [r.indicator, r.value])).toEqual([
      ['status', 'out'],
      ['persons', 3],
      ...['food', 'clothing', 'education', 'medical', 'housing', 'water'].map((name) => [name, 'met']),
    ]);
    expect(history.location.search).toContain(`saved=${visit.id}`);
    expect(await screen.findByRole('link', { name: 'See the visit' })).toHaveAttribute(
      'href',
      `/visits/${visit.id}`,
    );
    expect(await screen.findByText('8 readings')).toBeVisible();
    expect(screen.getByRole('link', { name: 'See what changed' })).toHaveAttribute(
      'href',
      `/villages/nangangzi?from=nangangzi-2018-07-02&to=${visit.id}`,
    );
    expect(screen.getByRole('link', { name: 'Log another visit' })).toHaveAttribute(
      'href',
      '/log?village=nangangzi',
    );
  });

  it('saved by a double tap is one visit', async () => {
    const { user } = await withNote();
    await user.click(button('Review'));
    await user.dblClick(await screen.findByRole('button', { name: SAVE }));
    await saved();
    await received();
    expect(forms.sent).toHaveLength(1);
  });

  it('may find nobody at home: then nothing is read', async () => {
    const { user } = open(HOUSEHOLD);
    await user.click(await screen.findByRole('radio', { name: 'Nobody at home' }));
    await user.click(button('Next: Readings'));
    expect(await screen.findByText(/Nobody was there to ask/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'All as last time' })).not.toBeInTheDocument();
    await user.click(button('Review'));
    await user.click(await screen.findByRole('button', { name: SAVE }));
    await saved();
    await received();
    const { visit, readings } = await recordedVisit(forms.sent[0]?.id ?? '');
    expect(visit.stops).toMatchObject([{ outcome: 'nobodyHome', said: null }]);
    expect(readings).toEqual([]);
  });
});

describe('a whole visit', () => {
  it('is found, read, judged, promised, looked over and saved', async () => {
    const { user } = open('/log?village=nangangzi');
    await user.type(await screen.findByLabelText('Search name or number'), 'wanghp');
    expect(await screen.findByText(/No household matches/)).toBeVisible();
    await user.clear(screen.getByLabelText('Search name or number'));
    await user.type(screen.getByLabelText('Search name or number'), 'whp');
    await user.click(await screen.findByRole('checkbox', { name: /^001 Wang Huanpeng/ }));
    await user.click(screen.getByRole('checkbox', { name: /Paddy-field/ }));
    await user.click(screen.getByText('Who was present, note on the whole visit'));
    await user.click(button('Add Sample cadre'));
    await user.click(button('Next: Readings'));

    await user.click(await screen.findByText('Paddy-field reconstruction irrigation project'));
    const built = await screen.findByRole('radiogroup', { name: 'Built' });
    await user.click(within(built).getByRole('radio', { name: 'Changed' }));
    await user.type(screen.getByLabelText('Built now'), '70.5');
    await user.click(button('Next: Promised'));

    const [owed] = await screen.findAllByRole('radiogroup');
    if (!owed) throw new Error('nothing is owed');
    await user.click(within(owed).getByRole('radio', { name: 'Cannot tell' }));
    await user.click(button('Next: New'));

    await user.click(await screen.findByRole('button', { name: 'Add a commitment' }));
    expect(screen.getByLabelText('What was promised')).toHaveFocus();
    await user.keyboard('Line the main canal');
    await user.type(screen.getByLabelText('Who is to do it'), 'Work team');
    await user.selectOptions(screen.getByLabelText('About'), 'Paddy-field reconstruction irrigation project');
    expect(screen.getByLabelText('Due on')).toHaveValue('2018-10-14');
    await user.click(button('Review'));

    await review();
    expect(screen.getByRole('link', { name: 'Built 70.5% (was 62%)' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Present Sample cadre' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Line the main canal Work team, due 2018-10-14' })).toBeVisible();
    await user.click(button(SAVE));
    await saved();
    await received();
    const { visit, readings, made, verified } = await recordedVisit(forms.sent[0]?.id ?? '');
    expect(visit.present).toEqual(['Sample cadre']);
    expect(readings).toMatchObject([{ indicator: 'built', value: 70.5, evidence: 'seenOnSite' }]);
    expect(made).toMatchObject([{ commitment: { projectId: 'nangangzi-irrigation', dueOn: '2018-10-14' } }]);
    expect(verified).toHaveLength(1);
  });

  it('walks back through the steps by the back button', async () => {
    const { user, history } = await withNote('Back and forth.');
    await user.click(button('Next: Readings'));
    await screen.findByRole('button', { name: 'All as last time' });
    expect(screen.getByRole('heading', { level: 2 })).toHaveFocus();
    act(() => history.back());
    expect(await screen.findByLabelText(SAID)).toHaveValue('Back and forth.');
  });

  it('puts back what was taken off by mistake', async () => {
    const { user } = await withNote('Mistaken.');
    await user.click(button('Remove Sample household 03'));
    expect(screen.queryByLabelText(SAID)).not.toBeInTheDocument();
    await user.click(button('Put back'));
    expect(screen.getByLabelText(SAID)).toHaveValue('Mistaken.');
  });
});

describe('the link', () => {
  it('to a household that is not in the register says so', async () => {
    open('/log?village=nangangzi&household=nobody');
    expect(await screen.findByText(/not in this village’s register/)).toBeVisible();
  });

  it('to a village that does not exist helps', async () => {
    open('/log?village=nowhere');
    expect(await screen.findByText('There is no such record.')).toBeVisible();
  });

  it('without a village begins with the first contact point', async () => {
    open('/log');
    expect(await screen.findByLabelText('Village')).toHaveValue('nangangzi');
  });

  it('says that the sheet could not be loaded, and tries again', async () => {
    const failing = () => HttpResponse.json({}, { status: 503 });
    mockServer().use(http.get('*/api/villages/:id/visit-sheet', failing, { once: true }));
    const { user } = open(HOUSEHOLD);
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByLabelText(SAID)).toBeVisible();
  });
});

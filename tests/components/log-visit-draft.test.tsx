import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { sampleActors } from '#mocks/sample/actors.ts';
import { visitForm } from '#src/features/log-visit/visit-form.ts';
import type { Draft } from '#src/offline/draft-store.ts';
import { openMockServer } from '#tests/support/mock-server.ts';
import { HOUSEHOLD, received, review, SAID, SAVE, saved, visitForms } from '#tests/support/visit-forms.tsx';

/** Under which the cadre's draft of the village is kept. */
const DRAFT = `${sampleActors.villageCadre.id}/nangangzi`;
const forms = visitForms();
const { open, withNote } = forms;
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('a half-filled form', () => {
  it('is there again after a reload, with the same number, and can be discarded and brought back', async () => {
    const first = await withNote('Half a sentence');
    await waitFor(() => expect(forms.drafts.drafts.size).toBe(1));
    const id = () => visitForm.parse(forms.drafts.drafts.get(DRAFT)?.body).id;
    const before = id();
    await waitFor(() => expect(JSON.stringify([...forms.drafts.drafts])).toContain('Half a sentence'));
    first.unmount();

    const { user } = open('/log?village=nangangzi');
    expect(await screen.findByLabelText(SAID)).toHaveValue('Half a sentence');
    expect(screen.getByText(/^Draft of Nangangzi Village/)).toBeVisible();
    expect(id()).toBe(before);
    await user.click(button('Discard the draft'));
    expect(screen.queryByLabelText(SAID)).not.toBeInTheDocument();
    expect(forms.drafts.drafts.size).toBe(0);
    await user.click(button('Undo'));
    expect(screen.getByLabelText(SAID)).toHaveValue('Half a sentence');
    await waitFor(() => expect(forms.drafts.drafts.size).toBe(1));
  });

  it.each([
    ['until they are taken', false],
    ['until somebody goes on without them', true],
  ])('of whose photos this device does not take all is saved, and says so, %s', async (_until, stays) => {
    const first = await withNote('With a photo.');
    await waitFor(() => expect(JSON.stringify([...forms.drafts.drafts])).toContain('With a photo.'));
    first.unmount();
    const draft = forms.drafts.drafts.get(DRAFT);
    const photo = { id: 'photo-2', size: 3, sha256: 'a'.repeat(64), removed: false };
    const taken = { ...photo, id: 'photo-1', sha256: 'b'.repeat(64) };
    forms.drafts.drafts.set(DRAFT, {
      ...draft,
      body: { ...(draft?.body as object), photos: [taken, photo] },
    } as Draft);
    const { storage } = forms.device;
    let isFull = true;
    const change: typeof storage.change = (id, decide) =>
      id === photo.id && isFull
        ? Promise.reject(new DOMException('not kept', 'QuotaExceededError'))
        : storage.change(id, decide);
    const removed: string[] = [];
    const photos = { ...forms.device.photos, remove: async (id: string) => void removed.push(id) };
    forms.device = { ...forms.device, photos, storage: { ...storage, change } };

    const { user } = open(HOUSEHOLD);
    expect(await screen.findByLabelText(SAID)).toHaveValue('With a photo.');
    await user.click(button('Review'));
    await review();
    await user.click(button('Save the visit'));
    expect(await screen.findByText('The visit is saved, but not all of its photos')).toBeVisible();
    expect(screen.queryByText(/not saved yet|stands on this screen alone/)).not.toBeInTheDocument();
    const kinds = async () => (await storage.all()).map(({ kind }) => kind).toSorted();
    expect(await kinds()).toEqual(['photo', 'visit']);
    // Node's bytes are none to what packs them here.
    vi.spyOn(TextEncoder.prototype, 'encode').mockImplementation(
      (text = '') => new Uint8Array(Buffer.from(text)),
    );
    // It goes into a file as well, and says of pictures that are not there that they are not in it.
    const files: string[] = [];
    URL.createObjectURL = () => 'blob:file';
    URL.revokeObjectURL = () => {};
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      files.push(this.download);
    });
    await user.click(button('Export to a file'));
    expect(await screen.findByText(/^2 photos could not be read on this device/)).toBeVisible();
    expect(files).toEqual(['visit.zip']);
    isFull = stays;
    await user.click(button(stays ? 'Leave them out' : 'Save photos again'));
    await saved();
    expect(await kinds()).toEqual(stays ? ['photo', 'visit'] : ['photo', 'photo', 'visit']);
    expect(removed).toEqual([]);
  });

  it.each([
    ['go in at the next start', false],
    ['stay with the form while this device does not take them', true],
  ])('of whose photos some were not in the outbox when the page died: they %s', async (_what, stays) => {
    const first = await withNote('With photos.');
    await waitFor(() => expect(JSON.stringify([...forms.drafts.drafts])).toContain('With photos.'));
    first.unmount();
    const draft = forms.drafts.drafts.get(DRAFT);
    const photo = { size: 3, sha256: 'a'.repeat(64), removed: false };
    const photos = [
      { ...photo, id: 'photo-1' },
      { ...photo, id: 'photo-2' },
      { ...photo, id: 'off', removed: true },
    ];
    forms.drafts.drafts.set(DRAFT, { ...draft, body: { ...(draft?.body as object), photos } } as Draft);
    const { storage } = forms.device;
    let isFull = true;
    const change: typeof storage.change = (id, decide) =>
      id === 'photo-2' && isFull
        ? Promise.reject(new DOMException('not kept', 'QuotaExceededError'))
        : storage.change(id, decide);
    forms.device = { ...forms.device, storage: { ...storage, change } };
    const second = open(HOUSEHOLD);
    await screen.findByLabelText(SAID);
    await second.user.click(button('Review'));
    await review();
    await second.user.click(button('Save the visit'));
    await screen.findByText('The visit is saved, but not all of its photos');
    second.unmount();

    isFull = stays;
    open(HOUSEHOLD);
    await (stays ? screen.findByDisplayValue('With photos.') : saved());
    const ids = (await storage.all()).filter(({ kind }) => kind === 'photo').map(({ id }) => id);
    expect(ids.toSorted()).toEqual(stays ? ['photo-1'] : ['photo-1', 'photo-2']);
    expect(forms.drafts.drafts.size).toBe(stays ? 1 : 0);
  });

  it('is not for the next who signs in at this browser', async () => {
    const first = await withNote('Between us');
    await waitFor(() => expect(JSON.stringify(forms.drafts.drafts.get(DRAFT))).toContain('Between us'));
    first.unmount();
    openMockServer(undefined, 'leaderStaff');
    open(HOUSEHOLD);
    expect(await screen.findByLabelText(SAID)).toHaveValue('');
    expect(screen.queryByText(/^Draft of/)).not.toBeInTheDocument();
  });

  it('is kept at once when the page goes out of sight', async () => {
    await withNote('Out of sight');
    act(() => void window.dispatchEvent(new Event('pagehide')));
    expect(JSON.stringify([...forms.drafts.drafts])).toContain('Out of sight');
  });

  it('whose visit was saved in the instant in which the page died leads to that visit and is offered no more', async () => {
    const first = await withNote('Saved and killed.');
    await waitFor(() => expect(JSON.stringify([...forms.drafts.drafts])).toContain('Saved and killed.'));
    const left = forms.drafts.drafts.get(DRAFT);
    await first.user.click(button('Review'));
    await first.user.click(await screen.findByRole('button', { name: SAVE }));
    await received();
    first.unmount();
    if (left) await forms.drafts.store.keep(left);

    open(HOUSEHOLD);
    await saved();
    await received();
    expect(forms.drafts.drafts.size).toBe(0);
    expect(forms.sent).toHaveLength(1);
  });

  it('survives a switch of the language', async () => {
    const { user } = await withNote('路修好了');
    await user.click(button('Next: Readings'));
    const row = await screen.findByRole('radiogroup', { name: 'Wages' });
    await user.click(within(row).getByRole('radio', { name: 'Changed' }));
    await user.type(screen.getByLabelText('Wages now'), '8000');
    const field = screen.getByLabelText('Wages now');
    await user.click(button('中文'));
    expect(screen.getByLabelText('工资性收入现为')).toBe(field);
    expect(field).toHaveValue('8000');
    await user.click(screen.getByRole('link', { name: /走访对象/ }));
    expect(await screen.findByLabelText('说了什么、看到什么')).toHaveValue('路修好了');
  });

  it('says so when another tab changed it, and can show that one', async () => {
    const { user } = await withNote('This tab');
    await waitFor(() => expect(JSON.stringify([...forms.drafts.drafts])).toContain('This tab'));
    const mine = forms.drafts.drafts.get(DRAFT);
    const theirs = JSON.parse(JSON.stringify(mine).replace('This tab', 'Other tab')) as NonNullable<
      typeof mine
    >;
    act(() => forms.drafts.writeElsewhere(theirs));
    expect(screen.getByText(/Another tab changed this draft/)).toBeVisible();
    expect(screen.getByLabelText(SAID)).toHaveValue('This tab');
    await user.click(button('Show that one'));
    expect(screen.getByLabelText(SAID)).toHaveValue('Other tab');
  });

  it('is not kept where the browser keeps nothing, and says so', async () => {
    const refuse = () => Promise.reject(new Error('no database here'));
    const drafts = { read: refuse, keep: refuse, remove: refuse, keys: refuse, listen: () => () => {} };
    open(HOUSEHOLD, { drafts });
    expect(await screen.findByText(/keeps no drafts/)).toBeVisible();
  });

  it('begins anew where the draft has a shape of another time', async () => {
    await forms.drafts.store.keep({ key: DRAFT, savedAt: 0, body: { stops: 'all of them' } });
    open('/log?village=nangangzi');
    expect(await screen.findByText('What you enter is kept on this device')).toBeVisible();
    expect(screen.queryByText(/^Draft of/)).not.toBeInTheDocument();
  });
});

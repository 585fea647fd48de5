import type { Page } from 'playwright-core';
import type { Role } from '#src/domain/permission.ts';
import { accountsWords } from '#src/messages/accounts.ts';
import { sessionWords } from '#src/messages/session.ts';
import { whoWords } from '#src/messages/who.ts';
import { terms } from '#src/messages/terms.ts';
import { seen, type Locale } from './steps.ts';

export interface Invitee {
  signInName: string;
  name: string;
  role: Role;
  /** As it is found among the places, and as it is called there. */
  place: string;
}

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
export const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true });

/** From the page of accounts: invites somebody and hands back the one-time link that is shown. */
export async function invite(page: Page, locale: Locale, person: Invitee): Promise<string> {
  const t = accountsWords[locale];
  await link(page, t.invite).click();
  await page.getByLabel(t.name, { exact: true }).fill(person.name);
  await page.getByLabel(t.signInName).fill(person.signInName);
  await page.getByLabel(t.role).selectOption({ label: terms[locale].role[person.role] });
  await page.getByLabel(t.placeSearch).fill(person.place);
  await page
    .getByRole('checkbox', { name: new RegExp(`^${person.place}`) })
    .first()
    .check();
  await button(page, t.makeInvitation).click();
  return page.getByRole('textbox', { name: t.link }).inputValue();
}

/** On the page of a one-time link; whoever did it is signed in then. */
export async function setPassword(page: Page, locale: Locale, password: string): Promise<void> {
  const t = sessionWords[locale];
  await page.getByLabel(t.newPassword).fill(password);
  await button(page, t.setPassword).click();
}

/** Wherever the page asks for it. */
export async function signIn(page: Page, locale: Locale, signInName: string, password: string) {
  const t = sessionWords[locale];
  await page.getByLabel(t.signInName).fill(signInName);
  await page.getByLabel(t.password, { exact: true }).fill(password);
  await button(page, t.signIn).click();
}

/** The way out, from whichever page. */
export async function signOut(page: Page, locale: Locale, name: string): Promise<void> {
  await button(page, whoWords[locale].account(name)).click();
  await button(page, whoWords[locale].signOut).click();
  await seen(heading(page, sessionWords[locale].signInTitle));
}

import type { Cookie, Page } from 'playwright-core';
import { beforeAll } from 'vitest';
import { sampleActors } from '#mocks/sample/actors.ts';
import type { Invitation } from '#src/domain/account.ts';
import { dayInChina } from '#src/domain/day.ts';
import { roles, type Role } from '#src/domain/permission.ts';
import { textIn } from '#src/domain/text.ts';
import { sendJson } from '../hosted.ts';
import { PASSWORD } from '../people.ts';
import { useService, type Service } from './service.ts';
import type { Stage } from './stage.ts';

/** The real service with somebody of each role in it, who sits where the sample's person of that role does. */
export interface SeatedService extends Stage, Service {
  signInName: (role: Role) => string;
  /** Somebody more of that role, in the same places, who has set the usual password and is not signed in. */
  another: (role: Role, signInName: string) => Promise<Invitation>;
  /** Asks the API as that person. */
  ask: <T>(role: Role, method: string, path: string, body?: unknown) => Promise<T>;
}

const SESSION = '__Host-session';
const signInName = (role: Role): string => (role === 'administrator' ? 'admin' : role.toLowerCase());

/** Invites them and opens a session for each without a screen; how people do that has journeys of its own. */
export function useSeatedService(): SeatedService {
  const service = useService();
  const sessions = new Map<Role, string>();

  async function ask<T>(role: Role | null, method: string, path: string, body?: unknown): Promise<T> {
    const cookie = role && sessions.get(role);
    const answer = await sendJson(`${service.url()}/api${path}`, method, body, {
      ...(cookie && { cookie: `${SESSION}=${cookie}`, origin: service.url() }),
    });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    if (role && path === '/session') {
      sessions.set(role, /=([^;]+)/.exec(answer.headers['set-cookie']?.[0] ?? '')?.[1] ?? '');
    }
    return JSON.parse(answer.text) as T;
  }

  async function setPassword(secret: string): Promise<void> {
    await ask(null, 'POST', '/invitations/accept', { secret, password: PASSWORD });
  }

  async function another(role: Role, name = signInName(role)): Promise<Invitation> {
    const { name: called, places } = sampleActors[role];
    const draft = { signInName: name, name: textIn(called, 'en'), role, places };
    const invitation = await ask<Invitation>('administrator', 'POST', '/accounts', draft);
    await setPassword(invitation.secret);
    return invitation;
  }

  beforeAll(async () => {
    await setPassword(service.firstLink().split('#')[1] ?? '');
    // Who invites the others comes first.
    for (const role of ['administrator', ...roles.filter((one) => one !== 'administrator')] as const) {
      if (role !== 'administrator') await another(role);
      await ask(role, 'POST', '/session', { signInName: signInName(role), password: PASSWORD });
    }
  });

  const cookieOf = (role: Role): Parameters<ReturnType<Page['context']>['addCookies']>[0][number] => ({
    name: SESSION,
    value: sessions.get(role) ?? '',
    domain: new URL(service.url()).hostname,
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Strict' satisfies Cookie['sameSite'],
  });

  return {
    ...service,
    signInName,
    another,
    ask,
    async open({ path = '/', role = 'villageCadre', ...reader }) {
      const context = await service.browser(reader);
      if (role !== 'nobody') await context.addCookies([cookieOf(role)]);
      const page = await context.newPage();
      await page.goto(service.url() + path);
      return page;
    },
    linkTo: (path) => service.url() + path,
    async seeAs(page, role) {
      const address = page.url();
      // A page that is open asks now and then, and would be answered as nobody in between.
      await page.goto('about:blank');
      await page.context().clearCookies();
      await page.context().addCookies([cookieOf(role)]);
      await page.goto(address);
    },
    today: () => dayInChina(new Date()),
  };
}

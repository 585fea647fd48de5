import type { Cookie, Page } from 'playwright-core';
import { beforeAll } from 'vitest';
import { sampleActors } from '#mocks/sample/actors.ts';
import type { Invitation } from '#src/domain/account.ts';
import { dayInChina } from '#src/domain/day.ts';
import { roles, type Role } from '#src/domain/permission.ts';
import { sendJson } from '../hosted.ts';
import { PASSWORD } from '../people.ts';
import { useService, type Service } from './service.ts';
import type { Stage } from './stage.ts';

/** The real service with somebody of each role in it, who sits where the sample's person of that role does. */
export interface SeatedService extends Stage, Service {
  signInName: (role: Role) => string;
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

  async function enter(role: Role, secret: string): Promise<void> {
    await ask(null, 'POST', '/invitations/accept', { secret, password: PASSWORD });
    await ask(role, 'POST', '/session', { signInName: signInName(role), password: PASSWORD });
  }

  beforeAll(async () => {
    await enter('administrator', service.firstLink().split('#')[1] ?? '');
    for (const role of roles.filter((one) => one !== 'administrator')) {
      const { name, places } = sampleActors[role];
      const said = typeof name === 'string' ? name : name.en;
      const draft = { signInName: signInName(role), name: said, role, places };
      const { secret } = await ask<Invitation>('administrator', 'POST', '/accounts', draft);
      await enter(role, secret);
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
      await page.context().clearCookies();
      await page.context().addCookies([cookieOf(role)]);
      await page.reload();
    },
    today: () => dayInChina(new Date()),
  };
}

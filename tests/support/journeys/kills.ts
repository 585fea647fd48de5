import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { PHOTO_LIMITS } from '#src/domain/photo.ts';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { photoWords } from '#src/messages/photos.ts';
import { chance, type Chance } from '../field/random.ts';
import { cameraPhoto } from './camera.ts';
import { startFieldService, type FieldService } from './field-service.ts';
import { startMortal, type MortalBrowser } from './mortal-browser.ts';

export const killPhases = ['typing', 'saving', 'sending'] as const;
export type KillPhase = (typeof killPhases)[number];

/** What a person is doing when the browser dies, and the longest until it does, in milliseconds. */
const LONGEST: Record<KillPhase, number> = { typing: 4000, saving: 400, sending: 1500 };
/** How long a request and its answer are on their way at the most, each, in milliseconds. */
const LONGEST_WAY = 400;
/** No older typing may be lost, in milliseconds. */
export const TYPING_LIMIT = 1000;
/** How long what waits may take once everything is well, in milliseconds. */
const PATIENCE = 60_000;

export interface KillsReport {
  seed: number;
  kills: Record<KillPhase, number>;
  /** How many visits the screen said were saved, and how many the service acknowledged. */
  saidSaved: number;
  acknowledged: number;
  /** How many photos were on visits that the screen said were saved. */
  photosSaid: number;
  lost: string[];
  duplicated: string[];
  stuck: string[];
  /** Age of the oldest typing that was lost, in milliseconds. */
  oldestLostTyping: number;
}
export const areSound = (r: KillsReport): boolean =>
  r.lost.length + r.duplicated.length + r.stuck.length === 0 && r.oldestLostTyping <= TYPING_LIMIT;
export const killsLine = (r: KillsReport): string =>
  `seed ${r.seed}: ${killPhases.map((phase) => `${r.kills[phase]} kills while ${phase}`).join(', ')}; ` +
  `${r.saidSaved} said to be saved with ${r.photosSaid} photos, ${r.acknowledged} acknowledged: ${r.lost.length} lost, ` +
  `${r.duplicated.length} duplicated, ${r.stuck.length} stuck; ` +
  `oldest typing that was lost ${r.oldestLostTyping} ms` +
  [...r.lost, ...r.duplicated, ...r.stuck].map((what) => `\n  ${what}`).join('');

const t = logVisitWords.en;
const p = photoWords.en;
const FORM = '/log?village=nangangzi&household=nangangzi-005';

/** What one life of the browser left behind. */
interface Life {
  /** In the text of its visit and of no other. */
  mark: string;
  /** What stood in the field, each with the instant since which it did. */
  typed: { text: string; at: number }[];
  /** The visit's id, once the screen said that it is saved. */
  saved: string | null;
  /** How many photos the form had when it was saved. */
  photos: number;
  killedAt: number;
}

/** Reports what a person types and what they are told, as it happens. */
async function watch(context: BrowserContext, life: Life): Promise<void> {
  await context.exposeFunction('noted', (what: 'typed' | 'saved', text: string, at: number) => {
    if (what === 'typed') life.typed.push({ text, at });
    else life.saved = text;
  });
  // tsx names functions by a helper of its own, which functions sent to the page would miss there.
  await context.addInitScript('globalThis.__name = (made) => made');
  await context.addInitScript((title) => {
    const { noted } = window as unknown as { noted: (what: string, text: string, at: number) => void };
    addEventListener(
      'input',
      ({ target }) => {
        if (target instanceof HTMLTextAreaElement) noted('typed', target.value, Date.now());
      },
      true,
    );
    let told = '';
    new MutationObserver(() => {
      const id = new URLSearchParams(location.search).get('saved') ?? '';
      if (id === told || document.querySelector('h1')?.textContent !== title) return;
      told = id;
      noted('saved', id, Date.now());
    }).observe(document, { subtree: true, childList: true, characterData: true });
  }, t.savedTitle);
}

/** Types, saves and sends, for as long as the browser lives. */
async function liveOn(page: Page, { mark }: Life, phase: KillPhase, luck: Chance): Promise<void> {
  const said = page.getByLabel(t.said);
  if (phase === 'typing') {
    await said.fill(mark);
    for (;;) await page.keyboard.type(` ${luck.whole(0, 1_000_000)}`, { delay: luck.between(0, 150) });
  }
  await page
    .getByRole('navigation', { name: t.stepsLabel })
    .getByRole('link', { name: t.steps.review })
    .click();
  await page.getByRole('button', { name: t.save }).click();
  await page.getByRole('heading', { level: 1, name: t.savedTitle }).waitFor();
}

/** The items on the phone that are not received, by their ids. */
const unsentOn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const opened = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.addEventListener('success', () => done(request.result));
        request.addEventListener('error', () => failed(request.error));
      });
    const db = await opened(indexedDB.open('contact-point-outbox'));
    const items = await opened(db.transaction('items').objectStore('items').getAll());
    db.close();
    return (items as { id: string; state: string }[])
      .filter(({ state }) => state !== 'received')
      .map(({ id }) => id);
  });

/**
 * Kills a browser again and again while somebody types, saves and sends, each time at a random moment, and looks
 * at the next start whether what was typed, saved and acknowledged is there.
 */
export async function runKills(
  seed: number,
  kills: number,
  program: string,
  told: (line: string) => void = () => undefined,
): Promise<KillsReport> {
  const luck = chance(seed);
  const acknowledged = new Set<string>();
  const service: FieldService = await startFieldService(undefined, (app) => async (request) => {
    if (request.method === 'GET') return app(request);
    const [, id = ''] = /\/visits\/([^/]+)$/.exec(new URL(request.url).pathname) ?? [];
    await pause(luck.between(0, LONGEST_WAY));
    const answer = await app(request);
    if (answer.ok && id) acknowledged.add(id);
    await pause(luck.between(0, LONGEST_WAY));
    return answer;
  });
  const profile = await mkdtemp(join(tmpdir(), 'kills-'));
  const report: KillsReport = {
    seed,
    kills: { typing: 0, saving: 0, sending: 0 },
    saidSaved: 0,
    acknowledged: 0,
    photosSaid: 0,
    lost: [],
    duplicated: [],
    stuck: [],
    oldestLostTyping: 0,
  };
  const lives: Life[] = [];
  let alive: MortalBrowser | null = null;

  const recorded = async (): Promise<{ id: string }[]> => {
    const answer = await fetch(`${service.url}/api/villages/nangangzi`);
    return ((await answer.json()) as { visits: { id: string }[] }).visits;
  };
  const timesOf = async (words: string): Promise<number> =>
    (await recorded()).filter((visit) => JSON.stringify(visit).includes(words)).length;
  const photosOf = async (visitId: string): Promise<number> => {
    const answer = await fetch(`${service.url}/api/visits/${visitId}/photos`);
    return ((await answer.json()) as unknown[]).length;
  };
  async function comes(isThere: () => Promise<boolean>): Promise<boolean> {
    const end = Date.now() + PATIENCE;
    while (Date.now() < end) {
      if (await isThere()) return true;
      await pause(100);
    }
    return false;
  }
  const arrives = (words: string): Promise<boolean> => comes(async () => (await timesOf(words)) > 0);
  async function photosArrive(page: Page, { mark, photos }: Life, visitId: string): Promise<void> {
    if (await comes(async () => (await photosOf(visitId)) >= photos)) return;
    const waits = (await unsentOn(page)).length > 0;
    (waits ? report.stuck : report.lost).push(
      `photos of ${mark}: ${await photosOf(visitId)} of ${photos} are there`,
    );
  }

  /** Opens the form after a death. What was told as saved has to arrive; else the text has to be offered. */
  async function lookAfter(page: Page, life: Life | undefined): Promise<void> {
    await page.goto(service.url + FORM);
    const field = page.getByLabel(t.said);
    await field
      .or(page.getByRole('heading', { level: 1, name: t.savedTitle }))
      .first()
      .waitFor();
    if (!life) return;
    const offered = (await field.count()) > 0 ? await field.inputValue() : null;
    if (life.saved !== null) {
      if (await arrives(life.mark)) {
        await photosArrive(page, life, life.saved);
        return;
      }
      const isThere = (await unsentOn(page)).includes(life.saved);
      (isThere ? report.stuck : report.lost).push(`${life.mark}, said to be saved`);
      return;
    }
    const kept = life.typed.findLastIndex(({ text }) => text === offered);
    // Not told, and not in the form: it was saved in the last instant.
    if (kept < 0 && (await arrivesSoon(page, life.mark))) return;
    const missed = life.typed[kept + 1];
    if (missed) report.oldestLostTyping = Math.max(report.oldestLostTyping, life.killedAt - missed.at);
  }
  const arrivesSoon = async (page: Page, mark: string): Promise<boolean> =>
    (await timesOf(mark)) > 0 || ((await unsentOn(page)).length > 0 && (await arrives(mark)));

  /** A form with nothing of before, and with the text of this life. */
  async function begin(page: Page, life: Life, phase: KillPhase): Promise<void> {
    if ((await page.getByLabel(t.said).count()) === 0) await page.goto(service.url + FORM);
    await page.getByLabel(t.said).waitFor();
    if (phase === 'typing') return;
    await page.getByLabel(t.said).fill(`${life.mark} all is well`);
    // A draft that outlived a death has its own already.
    const heading = (await page.locator('#photos-heading').textContent()) ?? '';
    life.photos = Number(/\d+/.exec(heading)?.[0] ?? 0) + 1;
    const buffer = await cameraPhoto(page, lives.length, { width: 400, height: 300 });
    await page.getByLabel(p.choose).setInputFiles({ name: 'gate.jpg', mimeType: 'image/jpeg', buffer });
    await page.getByRole('heading', { name: p.heading(life.photos, PHOTO_LIMITS.photos) }).waitFor();
  }

  try {
    for (let kill = 0; kill <= kills; kill += 1) {
      const browser = await startMortal(program, profile);
      alive = browser;
      const life: Life = { mark: `life-${kill}-of-${seed}.`, typed: [], saved: null, photos: 0, killedAt: 0 };
      await watch(browser.context, life);
      const page = browser.context.pages()[0] ?? (await browser.context.newPage());
      page.setDefaultTimeout(60_000);
      await lookAfter(page, lives.at(-1));
      if (kill === kills) {
        break;
      }
      const phase = killPhases[kill % killPhases.length] ?? 'typing';
      await begin(page, life, phase);
      const lived = liveOn(page, life, phase, luck).catch((error: unknown) => error);
      // While saving, the moment is counted from the tap; while sending, from "saved".
      if (phase === 'saving') await page.getByRole('button', { name: t.save }).waitFor();
      if (phase === 'sending') await lived;
      await pause(luck.between(0, LONGEST[phase]));
      life.killedAt = await browser.kill();
      alive = null;
      await lived;
      lives.push(life);
      report.kills[phase] += 1;
      if (life.saved !== null) {
        report.saidSaved += 1;
        report.photosSaid += life.photos;
      }
      told(`${kill + 1}: killed while ${phase}${life.saved === null ? '' : ', said to be saved'}`);
    }
    const all = await recorded();
    for (const { mark, saved, photos } of lives) {
      const there = saved === null ? photos : await photosOf(saved);
      if (there > photos) report.duplicated.push(`photos of ${mark}: ${there} instead of ${photos}`);
      const times = all.filter((visit) => JSON.stringify(visit).includes(mark)).length;
      if (times > 1) report.duplicated.push(`${mark} stands ${times} times`);
    }
    for (const id of acknowledged) {
      const times = all.filter((visit) => visit.id === id).length;
      if (times === 0) report.lost.push(`${id}, acknowledged`);
      if (times > 1) report.duplicated.push(`${id}, acknowledged, stands ${times} times`);
    }
    report.acknowledged = acknowledged.size;
    return report;
  } finally {
    await alive?.kill();
    await service.down();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

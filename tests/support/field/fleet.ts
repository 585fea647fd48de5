import { isUnsent, wentOnAs } from '#src/offline/outbox-item.ts';
import type { NewItem } from '#src/offline/outbox.ts';
import type { Payloads } from '#src/offline/payloads.ts';
import { reportOnPhotos, type PhotosReport } from './fleet-photos.ts';
import { createPhone, type Phone } from './phone.ts';
import { chance } from './random.ts';
import { accountOf, colleagueOf, createFieldService, EVERYONE, type FieldService } from './service.ts';
import { tempers, type Temper } from './temper.ts';
import { createWorld } from './world.ts';

const HOUR = 3_600_000;

export interface FleetReport {
  seed: number;
  /** How many a person was told were saved. */
  saved: number;
  requests: number;
  /** Said to be saved, wanted, and nowhere. */
  lost: string[];
  /** Recorded more than once. */
  duplicated: string[];
  /** Still not received although nothing stands in the way. */
  stuck: string[];
  /** Recorded in another's name. */
  misattributed: string[];
  /** How often "everything received" stood on a screen, and was not so. */
  falseCalm: number;
  photos: PhotosReport;
}

/**
 * It judges what was promised on a visit that was changed while it was recorded, and that a backup has not: no phone
 * has that promise any more, and a person has to decide.
 */
function buildsOnChanged({ kind, payload }: NewItem, { items }: Phone): boolean {
  if (kind !== 'visit') return false;
  const { verdicts } = (payload as Payloads['visit']).draft;
  return verdicts.some(({ commitmentId }) => {
    const made = items.get(commitmentId.replace(/-owed$/, ''));
    return made !== undefined && wentOnAs(made) !== null;
  });
}

const faultsOf = ({ lost, duplicated, stuck, misattributed, photos }: FleetReport): string[] =>
  [lost, duplicated, stuck, misattributed, photos.lost, photos.duplicated, photos.stuck].flat();
export const isSound = (r: FleetReport): boolean => faultsOf(r).length === 0 && r.falseCalm === 0;

/** One line a person can read. */
export const lineOf = (r: FleetReport): string =>
  `seed ${r.seed}: ${r.saved} saved, ${r.requests} requests, ${r.lost.length} lost, ` +
  `${r.duplicated.length} duplicated, ${r.stuck.length} stuck, ${r.misattributed.length} in another's name, ` +
  `${r.falseCalm} times falsely "everything received"; ${r.photos.saved} photos saved, ` +
  `${r.photos.lost.length} lost, ${r.photos.duplicated.length} duplicated, ${r.photos.stuck.length} stuck` +
  (isSound(r) ? '' : `\n  ${faultsOf(r).slice(0, 10).join('\n  ')}`);

/**
 * So many phones with so many visits each, over a day in which everything goes wrong, and the
 * hours after it in which nothing does. In some worlds the service is put back to a backup of that day during
 * it, and in some when all has arrived and people have decided what was left to them.
 */
export async function runFleet(
  seed: number,
  devices: number,
  visits: number,
  temper: Temper = tempers.usual,
): Promise<FleetReport> {
  const world = createWorld();
  const luck = chance(seed);
  const service = createFieldService(devices, world.now);
  const span = 8 * HOUR;
  const phones = Array.from({ length: devices }, (_, n) =>
    createPhone({ world, service, luck: luck.fork(n + 1), n, visits, span, temper }),
  );
  for (const phone of phones) await phone.begin();
  if (luck.hits(temper.restores)) {
    let backup = 0;
    const taken = luck.between(0, span);
    world.after(taken, () => (backup = service.backup()));
    world.after(luck.between(taken, span), () => service.restore(backup));
  }
  const later = luck.fork(devices + 1);
  let old = later.hits(temper.restores) ? service.backup() : null;
  if (old !== null) world.after(later.between(0, span), () => (old = service.backup()));
  await world.pass(span);
  await allArrives();
  if (old !== null) {
    await service.restore(old);
    await allArrives();
  }
  await nothingIsUnderWay();
  return reportOf(seed, service, phones);

  async function allArrives(): Promise<void> {
    await everyoneSends();
    for (const phone of phones) await phone.resolve();
    // What one of them wrote may build on what the other wrote, and that again on the first.
    for (let turn = 0; turn < 3; turn += 1) await everyoneSends();
  }

  /** What was refused and may pass is asked about once in an hour: the world does not end while it is. */
  async function nothingIsUnderWay(): Promise<void> {
    const isUnderWay = (): boolean =>
      phones.some(({ items }) => [...items.values()].some(({ state }) => state === 'sending'));
    for (let minute = 0; isUnderWay() && minute < 60; minute += 1) await world.pass(HOUR / 60);
  }

  /** Each of the two who use a phone signs in once, while everything is well. */
  async function everyoneSends(): Promise<void> {
    for (const whose of [accountOf, colleagueOf]) {
      for (const phone of phones) await phone.heal(whose(phone.n));
      await world.pass(HOUR);
    }
    for (const phone of phones) phone.look();
  }
}

async function reportOf(seed: number, service: FieldService, phones: Phone[]): Promise<FleetReport> {
  const times = new Map<string, number>();
  const count = (mark: string): void => void times.set(mark, (times.get(mark) ?? 0) + 1);
  const records = await service.records();
  for (const { visits, readings } of records) {
    for (const { note } of visits) if (typeof note === 'string') count(note);
    for (const { id, supersedes } of readings) if (supersedes) count(id);
  }
  const report: FleetReport = {
    seed,
    saved: 0,
    requests: 0,
    lost: [],
    duplicated: [...times].flatMap(([mark, n]) => (n > 1 ? [mark] : [])),
    stuck: [],
    misattributed: [],
    falseCalm: 0,
    photos: { saved: 0, lost: [], duplicated: [], stuck: [] },
  };
  const owners = new Map<string, string>();
  for (const phone of phones) {
    const { requests, falseCalm } = phone.counted();
    report.requests += requests;
    report.falseCalm += falseCalm;
    report.saved += phone.said.size;
    for (const { item, mark, wrong, removed } of phone.said.values()) {
      owners.set(item.id, item.accountId);
      const held = phone.items.get(item.id);
      const explained =
        held?.state === 'needsAttention' &&
        held.lastProblem !== null &&
        (wrong || buildsOnChanged(item, phone));
      if (!removed && !explained && !times.has(mark)) report.lost.push(`lost: ${mark}`);
      if (held && isUnsent(held) && !explained) {
        report.stuck.push(`stuck: ${mark} ${held.state} ${JSON.stringify(held.lastProblem)}`);
      }
    }
  }
  const { entries } = await service.stores.as(EVERYONE).audit({ limit: 1_000_000 });
  report.misattributed = entries.flatMap(({ subject, actor }) => {
    const owner = owners.get(subject.id);
    return owner !== undefined && actor?.id !== owner ? [`misattributed: ${subject.id}`] : [];
  });
  report.photos = await reportOnPhotos(service, phones);
  return report;
}

import { canonical, CHAIN_START, type Act, type AuditEntry, type Look } from '#src/domain/audit.ts';
import { chainHash } from './chain.ts';
import { LOOK_WINDOW, LOOKS, MOST_LOOKS, type AuditFilter } from './port.ts';

/** The audit trail in memory: one chain a village, and one of accounts. */
export class MemoryAudit {
  readonly #chains = new Map<string, AuditEntry[]>();

  async append(chain: string, act: Act): Promise<void> {
    const entries = this.#chains.get(chain) ?? [];
    this.#chains.set(chain, entries);
    const prevHash = entries.at(-1)?.hash ?? CHAIN_START;
    const number = entries.length + 1;
    const hash = await chainHash(prevHash, number, canonical(act));
    entries.push(Object.freeze({ ...structuredClone(act), chain, number, prevHash, hash }));
  }

  /** Unless the same person looked at the same thing within the window before. */
  async appendLook(chain: string, act: Act): Promise<void> {
    const since = new Date(Date.parse(act.at) - LOOK_WINDOW).toISOString();
    const again = this.#chains
      .get(chain)
      ?.some(
        (e) =>
          e.action === act.action &&
          e.householdId === act.householdId &&
          e.subject.id === act.subject.id &&
          e.actor?.id === act.actor?.id &&
          e.at > since,
      );
    if (!again) await this.append(chain, act);
  }

  entries(): AuditEntry[] {
    return [...this.#chains.values()].flat();
  }
}

const newestFirst = (a: AuditEntry, b: AuditEntry): number =>
  a.at === b.at
    ? a.chain === b.chain
      ? b.number - a.number
      : a.chain < b.chain
        ? 1
        : -1
    : a.at < b.at
      ? 1
      : -1;

/** The looks at a household, the last first. */
export function looksIn(entries: readonly AuditEntry[], householdId: string): Look[] {
  return entries
    .filter(
      (e) =>
        (e.householdId === householdId || e.householdId === null) &&
        LOOKS.some((action) => action === e.action),
    )
    .toSorted(newestFirst)
    .slice(0, MOST_LOOKS)
    .flatMap(lookOf);
}

/** What is told of a look; nothing of one that nobody took. */
export const lookOf = ({ at, actor, action, reason }: Act): Look[] =>
  actor ? [{ at, actor: { id: actor.id, name: actor.name, role: actor.role }, action, reason }] : [];

/** A page's place in the order: instant, chain and number of its last entry. */
export const cursorOf = (e: Pick<AuditEntry, 'at' | 'chain' | 'number'>): string =>
  `${e.at}~${e.chain}~${e.number}`;

/** What a cursor says, or null where it is none. */
export function cursorParts(cursor: string): Pick<AuditEntry, 'at' | 'chain' | 'number'> | null {
  const [at, chain, number] = cursor.split('~');
  const whole = /^[\dTZ:.-]{10,40}$/.test(at ?? '') && /^[a-z0-9-]+$/.test(chain ?? '');
  if (!whole || at === undefined || chain === undefined || !/^\d{1,9}$/.test(number ?? '')) return null;
  return { at, chain, number: Number(number) };
}

/** One page of entries in order, the newest first. A cursor that is none begins at the top. */
export function auditPage(
  entries: readonly AuditEntry[],
  { villageId, action, actorId, before, limit }: AuditFilter,
): { entries: AuditEntry[]; next: string | null } {
  const after = before ? cursorParts(before) : null;
  const asked = entries
    .filter(
      (e) =>
        (!villageId || e.chain === villageId) &&
        (!action || e.action === action) &&
        (!actorId || e.actor?.id === actorId) &&
        (!after || newestFirst({ ...e, ...after }, e) < 0),
    )
    .toSorted(newestFirst);
  const page = asked.slice(0, limit);
  const last = page.at(-1);
  return { entries: page, next: asked.length > limit && last ? cursorOf(last) : null };
}

import type { HeldKey, WrappedKey } from './key-storage.ts';
import { pinAsTyped } from './pin.ts';
import { VaultRefusal, type Place, type Sealed } from './vault.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const AES = { name: 'AES-GCM', length: 256 } as const;
/** OWASP's figure for PBKDF2-SHA-256, 2023. It is kept with each key, so it can grow. */
export const ITERATIONS = 600_000;

const utf8 = (text: string): Bytes => new Uint8Array(new TextEncoder().encode(text));
const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

/** What is bound to a sealed value without lying in it: another place, another key, and it does not open. */
const boundTo = ({ accountId, store, id }: Place, key: string): Bytes =>
  utf8(JSON.stringify(['contact-point', 1, accountId, store, id, key]));

/** A new data key; one that leaves the device only wrapped has to be readable for an instant. */
export const newKey = async (extractable = false): Promise<HeldKey> => ({
  id: crypto.randomUUID(),
  key: await crypto.subtle.generateKey(AES, extractable, ['encrypt', 'decrypt']),
});

export async function sealWith({ id, key }: HeldKey, place: Place, value: unknown): Promise<Sealed> {
  const iv = random(12);
  const sealing = { name: AES.name, iv, additionalData: boundTo(place, id) };
  const bytes = await crypto.subtle.encrypt(sealing, key, utf8(JSON.stringify(value) ?? 'null'));
  return { sealed: 1, key: id, iv, bytes: new Uint8Array(bytes) };
}

/** @throws VaultRefusal UNREADABLE */
export async function openWith(keys: readonly HeldKey[], place: Place, sealed: Sealed): Promise<unknown> {
  const held = keys.find(({ id }) => id === sealed.key);
  if (!held) throw new VaultRefusal('UNREADABLE');
  const sealing = { name: AES.name, iv: sealed.iv, additionalData: boundTo(place, held.id) };
  try {
    const bytes = await crypto.subtle.decrypt(sealing, held.key, sealed.bytes);
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    throw new VaultRefusal('UNREADABLE');
  }
}

async function keyOfPin(pin: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', utf8(pinAsTyped(pin)), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, typed, AES, false, [
    'wrapKey',
    'unwrapKey',
  ]);
}
const wrapping = (accountId: string, id: string, iv: Bytes) => ({
  name: AES.name,
  iv,
  additionalData: boundTo({ accountId, store: 'key', id: 'pin' }, id),
});

/** @param held a key that can be read out */
export async function wrap(
  held: HeldKey,
  accountId: string,
  pin: string,
  iterations: number,
): Promise<WrappedKey> {
  const salt = random(16);
  const iv = random(12);
  const by = await keyOfPin(pin, salt, iterations);
  const bytes = await crypto.subtle.wrapKey('raw', held.key, by, wrapping(accountId, held.id, iv));
  return { id: held.id, salt, iterations, iv, bytes: new Uint8Array(bytes) };
}

/** null where it is another PIN. */
export async function unwrap(
  { id, salt, iterations, iv, bytes }: WrappedKey,
  accountId: string,
  pin: string,
  extractable = false,
): Promise<HeldKey | null> {
  const by = await keyOfPin(pin, salt, iterations);
  const opening = wrapping(accountId, id, iv);
  try {
    const key = await crypto.subtle.unwrapKey('raw', bytes, by, opening, AES, extractable, [
      'encrypt',
      'decrypt',
    ]);
    return { id, key };
  } catch {
    return null;
  }
}

/** The same key, which cannot be read out any more. */
export async function closed({ id, key }: HeldKey): Promise<HeldKey> {
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', key));
  const kept = await crypto.subtle.importKey('raw', raw, AES, false, ['encrypt', 'decrypt']);
  raw.fill(0);
  return { id, key: kept };
}

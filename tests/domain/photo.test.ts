import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from '#src/domain/base64.ts';
import { contentHash, sha256, sha256Of } from '#src/domain/content-hash.ts';
import { bytesIn, photoIn, photoPiece } from '#src/domain/photo.ts';

const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

describe('bytes on their way', () => {
  it('are the same after base64, however many and whichever they are', () => {
    for (const length of [0, 1, 2, 3, 255, 8191, 8192, 8193, 20_000]) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 7) % 256);
      const text = encodeBase64(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      expect(decodeBase64(text)).toEqual(bytes);
      expect(bytesIn(text)).toBe(length);
    }
  });

  it('are called by the digest that everybody knows', async () => {
    expect(await sha256('abc')).toBe(ABC);
    expect(await sha256Of(new Uint8Array([97, 98, 99]))).toBe(ABC);
    expect(await contentHash({ b: [2, { d: null, c: 'x' }], a: 1 })).toBe(
      await contentHash({ a: 1, b: [2, { c: 'x', d: null }] }),
    );
    expect(await contentHash({ a: [1, 2] })).not.toBe(await contentHash({ a: [2, 1] }));
  });
});

describe('a piece of a photo', () => {
  const piece = { id: 'p', size: 3, sha256: ABC, at: 0, bytes: 'YWJj' };
  const issues = (given: object) => photoPiece.safeParse({ ...piece, ...given }).error?.issues ?? [];

  it('ends no later than the photo, and may be empty', () => {
    expect(issues({})).toEqual([]);
    expect(issues({ at: 3, bytes: '' })).toEqual([]);
    expect(issues({ at: 1 })).toMatchObject([{ code: 'custom', message: 'other', path: ['bytes'] }]);
    expect(issues({ at: 1, bytes: 'YWI=' })).toEqual([]);
    expect(issues({ at: 2, bytes: 'YQ==' })).toEqual([]);
  });

  it('is base64 and nothing else', () => {
    for (const bytes of ['YWJ', 'YW=j', 'YWJj=', '====', 'YWJ-', ' YWJj'])
      expect(issues({ bytes })).not.toEqual([]);
  });

  it('is told in the receipt as the photo of its visit', () => {
    const told = { id: 'p', visitId: 'v', size: 3, sha256: ABC };
    const whole = { ...told, width: 3 };
    expect(photoIn(whole)).toEqual(told);
  });
});

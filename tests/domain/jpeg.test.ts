import { assert, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareJpeg, readJpeg } from '#src/domain/jpeg.ts';
import { COMMENT, EXIF, jpeg } from '#tests/support/jpeg.ts';
import { seeded } from '#tests/support/seed.ts';

describe('a JPEG', () => {
  it('says how large it is', () => {
    expect(readJpeg(jpeg({ width: 1600, height: 1200 }))).toEqual({ width: 1600, height: 1200 });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['words', new TextEncoder().encode('<html>sign in</html>')],
    ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['its two ends alone', new Uint8Array([0xff, 0xd8, 0xff, 0xd9])],
    ['one without a size', jpeg({ width: 0 })],
    ['one with something behind it', new Uint8Array([...jpeg(), 0x00])],
    ['two in a row', new Uint8Array([...jpeg(), ...jpeg()])],
  ])('is not %s', (_name, bytes) => {
    expect(readJpeg(bytes)).toBe('notJpeg');
  });

  it('is none when it is cut anywhere', () => {
    const whole = jpeg();
    assert(
      property(nat(whole.length - 1), (at) => {
        expect(readJpeg(whole.subarray(0, at))).toBe('notJpeg');
      }),
      seeded(200),
    );
  });

  it.each([
    ['Exif', EXIF],
    ['a comment', COMMENT],
    ['a profile', [0xff, 0xe2, 0, 4, 1, 2]],
    ['a thumbnail', [0xff, 0xe0, 0, 8, 0x4a, 0x46, 0x58, 0x58, 0, 1]],
  ])('is known to carry %s, and is bare without it', (_name, before) => {
    const carrying = jpeg({ before });
    expect(readJpeg(carrying)).toBe('carriesMore');
    expect(bareJpeg(carrying)).toEqual(jpeg());
  });

  it('stays as it is when it is bare, and is nothing when it is none', () => {
    expect(bareJpeg(jpeg())).toEqual(jpeg());
    expect(bareJpeg(new Uint8Array(3))).toBeNull();
  });
});

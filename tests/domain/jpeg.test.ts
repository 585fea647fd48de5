import { assert, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareJpeg, readJpeg } from '#src/domain/jpeg.ts';
import { ascii, COMMENT, EXIF, jpeg, segment } from '#tests/support/jpeg.ts';
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
    ['one without a width', jpeg({ width: 0 })],
    ['one without a height', jpeg({ height: 0 })],
    ['one that begins with another byte', new Uint8Array([0x00, ...jpeg().subarray(1)])],
    ['one that begins with another marker', new Uint8Array([0xff, 0xdb, ...jpeg().subarray(2)])],
    ['one without tables', jpeg({ parts: (p) => [p.jfif, p.frame, p.codes, p.scan] })],
    ['one without codes', jpeg({ parts: (p) => [p.jfif, p.tables, p.frame, p.scan] })],
    ['one without a scan', jpeg({ parts: (p) => [p.jfif, p.tables, p.frame, p.codes] })],
    ['one without a frame', jpeg({ parts: (p) => [p.jfif, p.tables, p.codes, p.scan] })],
    ['one with two frames', jpeg({ parts: (p) => [p.jfif, p.tables, p.frame, p.frame, p.codes, p.scan] })],
    [
      'one with a byte between its parts',
      jpeg({ parts: (p) => [...Object.values(p).slice(0, 2), [0], p.frame, p.codes, p.scan] }),
    ],
    ['one with a length that leads beyond its end', jpeg({ before: [0xff, 0xe1, 0xff, 0xff] })],
    ...[0x00, 0x01, 0xd0, 0xd7, 0xd8].map((marker): [string, Uint8Array] => [
      `one with the marker ${marker} where a part begins`,
      jpeg({ before: [0xff, marker, 0, 2] }),
    ]),
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
    [
      'a thumbnail as long as a bare header',
      segment(0xe0, [...ascii('JFXX\0'), ...Array.from({ length: 9 }, () => 1)]),
    ],
    [
      'a thumbnail in a second header',
      segment(0xe0, [...ascii('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 1, 1, 1, 2, 3]),
    ],
    ['what is reserved', segment(0xf0, [1, 2])],
    [
      'a long comment',
      segment(
        0xfe,
        Array.from({ length: 700 }, () => 32),
      ),
    ],
    ['an empty comment', segment(0xfe, [])],
  ])('is known to carry %s, and is bare without it', (_name, before) => {
    const carrying = jpeg({ before });
    expect(readJpeg(carrying)).toBe('carriesMore');
    expect(bareJpeg(carrying)).toEqual(jpeg());
  });

  it('keeps what says how colours are coded', () => {
    const adobe = jpeg({ before: segment(0xee, ascii('Adobe')) });
    expect(readJpeg(adobe)).toEqual({ width: 16, height: 8 });
    expect(bareJpeg(adobe)).toEqual(adobe);
  });

  it('may have bytes that only fill before a part', () => {
    const filled = jpeg({ before: [0xff, 0xff, 0xff] });
    expect(readJpeg(filled)).toEqual({ width: 16, height: 8 });
    expect(bareJpeg(filled)).toEqual(jpeg());
  });

  it('has a scan that goes on over stuffed bytes and restarts, and ends at the next part', () => {
    const coded = [7, 0xff, 0x00, 7, 0xff, 0x01, 7, 0xff, 0xd0, 7, 0xff, 0xd7, 0];
    expect(readJpeg(jpeg({ coded }))).toEqual({ width: 16, height: 8 });
    expect(bareJpeg(jpeg({ coded, parts: (p) => [...Object.values(p), COMMENT] }))).toEqual(jpeg({ coded }));
    expect(readJpeg(jpeg({ coded: [] }))).toEqual({ width: 16, height: 8 });
  });

  it('stays as it is when it is bare, and is nothing when it is none', () => {
    expect(bareJpeg(jpeg())).toEqual(jpeg());
    expect(bareJpeg(new Uint8Array(3))).toBeNull();
  });
});

import type { Page } from 'playwright-core';
import { EXIF } from '../jpeg.ts';

/** A picture as the browser writes it, with so much in it that it is not small. `hue` tells one from another. */
export async function cameraPhoto(
  page: Page,
  hue: number,
  size = { width: 3000, height: 2000 },
): Promise<Buffer> {
  const text = await page.evaluate(
    ({ turn, width, height }) => {
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = height;
      const pen = canvas.getContext('2d');
      if (!pen) return '';
      for (let x = 0; x < width; x += 20) {
        for (let y = 0; y < height; y += 20) {
          pen.fillStyle = `hsl(${turn + ((x * 7919 + y * 104_729) % 360)} 60% 50%)`;
          pen.fillRect(x, y, 20, 20);
        }
      }
      return canvas.toDataURL('image/jpeg', 0.95).split(',')[1] ?? '';
    },
    { turn: hue, ...size },
  );
  return Buffer.from(text, 'base64');
}

/** As a phone's camera writes it: with its position. */
export const asTaken = (picture: Buffer): Buffer =>
  Buffer.concat([picture.subarray(0, 2), Buffer.from(EXIF), picture.subarray(2)]);

import { sha256Of } from '#src/domain/content-hash.ts';
import { bareJpeg, readJpeg } from '#src/domain/jpeg.ts';

/** Why a file is not taken as a photo. */
export type PhotoProblem = 'photoEmpty' | 'photoTooLarge' | 'photoNotPicture';

export interface ShrunkPhoto {
  bytes: Uint8Array<ArrayBuffer>;
  sha256: string;
}

/** A file that is larger is more than a small phone can open. In bytes. */
const LARGEST_FILE = 40_000_000;
/** What a photo takes at most when it is sent, in bytes. */
const AIM = 400_000;
/** From the best on: longest edge in pixels, and the encoder's quality. */
const TRIES = [
  [1600, 0.82],
  [1600, 0.65],
  [1280, 0.65],
  [1280, 0.5],
  [1024, 0.5],
  [800, 0.4],
] as const;

/**
 * Draws the picture anew, smaller: what a camera wrote beside it (position, device, time, thumbnail) is not drawn.
 * Some browsers write such a header of their own; that goes as well.
 */
export async function shrinkPhoto(file: Blob): Promise<ShrunkPhoto | PhotoProblem> {
  if (file.size === 0) return 'photoEmpty';
  if (file.size > LARGEST_FILE) return 'photoTooLarge';
  const picture = await opened(file).catch(() => null);
  if (!picture) return 'photoNotPicture';
  try {
    for (const [edge, quality] of TRIES) {
      const bytes = bareJpeg(await drawn(picture, edge, quality));
      if (bytes && bytes.length <= AIM && typeof readJpeg(bytes) !== 'string') {
        return { bytes, sha256: await sha256Of(bytes) };
      }
    }
    return 'photoTooLarge';
  } finally {
    picture.close();
  }
}

/** Upright, whichever way the camera was held. */
const opened = async (file: Blob): Promise<ImageBitmap> =>
  createImageBitmap(file, { imageOrientation: 'from-image' });

async function drawn(picture: ImageBitmap, edge: number, quality: number): Promise<Uint8Array> {
  const scale = Math.min(1, edge / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) return new Uint8Array();
  // A JPEG has no holes to see through.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/jpeg', quality));
  return new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer());
}

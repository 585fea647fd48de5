import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { pagePolicy, WORKER_POLICY } from './security-headers.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const WORTH_PACKING = 1024;

type Packing = 'br' | 'gzip';

interface Asset {
  bytes: Buffer;
  headers: Record<string, string>;
  packed: Map<Packing, Promise<Buffer>>;
}

export interface Dashboard {
  /** The answer to a GET of a file or a page; null when there is neither. */
  answer: (path: string, headers: Headers) => Promise<Response | null>;
}

/** The built dashboard, held in memory: what is not in it cannot be asked for. */
export async function openDashboard(folder: string): Promise<Dashboard> {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const assets = await readAssets(folder);
  return {
    async answer(path, headers) {
      const asset = assets.get(path);
      if (asset) return answerWith(asset, headers);
      return isPage(path) ? answerPage(page) : null;
    },
  };
}

/** A page's path names no file; what looks like one and is not there is missing. */
const isPage = (path: string): boolean =>
  path === '/index.html' || !(path.startsWith('/assets/') || path.slice(path.lastIndexOf('/')).includes('.'));

/**
 * The page with a nonce of its own. It has no tag to compare by: an old page under
 * a new answer's policy would have the wrong nonce.
 */
function answerPage(page: string): Response {
  const nonce = randomBytes(16).toString('base64');
  return new Response(page.replace('<head>', `<head>\n    <meta property="csp-nonce" nonce="${nonce}" />`), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': pagePolicy(nonce),
      'cache-control': 'no-cache',
    },
  });
}

async function answerWith(asset: Asset, asked: Headers): Promise<Response> {
  if (asked.get('if-none-match') === asset.headers['etag']) {
    return new Response(null, { status: 304, headers: asset.headers });
  }
  const packing = wanted(asked.get('accept-encoding') ?? '');
  if (!packing || asset.bytes.length < WORTH_PACKING || !isText(asset.headers['content-type'] ?? '')) {
    return new Response(new Uint8Array(asset.bytes), { headers: asset.headers });
  }
  const packed = asset.packed.get(packing) ?? pack(asset.bytes, packing);
  asset.packed.set(packing, packed);
  return new Response(new Uint8Array(await packed), {
    headers: { ...asset.headers, 'content-encoding': packing },
  });
}

const isText = (type: string): boolean => /^text|json|svg/.test(type);

function wanted(accepted: string): Packing | null {
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : null;
}

/** Done once a file, so it may take its time. */
function pack(bytes: Buffer, packing: Packing): Promise<Buffer> {
  if (packing === 'gzip') return promisify(gzip)(bytes, { level: 9 });
  return promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}

async function readAssets(folder: string): Promise<Map<string, Asset>> {
  const assets = new Map<string, Asset>();
  for (const entry of await readdir(folder, { recursive: true })) {
    const file = join(folder, entry);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    // What starts with a dot is the build's own; the page is answered as a page.
    if (path.includes('/.') || path === '/index.html' || !(await stat(file)).isFile()) continue;
    const bytes = await readFile(file);
    assets.set(path, {
      bytes,
      packed: new Map(),
      headers: {
        'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
        // Names under /assets/ hold a hash of what is in them.
        'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
        vary: 'accept-encoding',
        ...(path === '/worker.js' && { 'content-security-policy': WORKER_POLICY }),
      },
    });
  }
  return assets;
}

import { apiDocument } from './document.ts';
import { referencePage } from './page.ts';
import { stylesheet } from './style.ts';

/** The page loads its stylesheet and nothing else; nothing in it runs. */
const POLICY =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** Seconds. The document changes with the program alone. */
const CACHED = 'public, max-age=300';

interface Made {
  text: string;
  type: string;
  tag: string;
}

/** Made once, when it is first asked for. */
let made: Promise<Record<string, Made>> | null = null;

async function make(): Promise<Record<string, Made>> {
  const document = await apiDocument();
  return {
    '/openapi.json': await tagged(JSON.stringify(document), 'application/json'),
    '/reference': await tagged(referencePage(document), 'text/html; charset=utf-8'),
    '/reference.css': await tagged(stylesheet, 'text/css; charset=utf-8'),
  };
}

async function tagged(text: string, type: string): Promise<Made> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0'));
  return { text, type, tag: `"${hex.join('').slice(0, 32)}"` };
}

/** The document, its page or the page's stylesheet, for anybody; `path` is one of `DOCUMENTS`. */
export async function referenceAnswer(path: string, asked: Headers): Promise<Response> {
  made ??= make();
  const { text, type, tag } = (await made)[path] ?? { text: '', type: 'text/plain', tag: '""' };
  const headers = {
    'content-type': type,
    'content-security-policy': POLICY,
    'cache-control': CACHED,
    etag: tag,
    'x-content-type-options': 'nosniff',
  };
  const known = asked.get('if-none-match')?.split(/\s*,\s*/) ?? [];
  const same = known.some((one) => one.replace(/^W\//, '') === tag);
  return same ? new Response(null, { status: 304, headers }) : new Response(text, { headers });
}

/** One build, as its worker knows it. */
export interface Program {
  version: string;
  /** The script that the page begins with: a page that does not name it is not this build's. */
  entry: string;
  /** Each file's path beside the worker, and its hash as `integrity` takes it. */
  files: Record<string, string>;
}

/** Builds before this one whose files stay: a tab may still be open on one of them. */
const BUILDS_BEFORE = 2;
/** Names under it hold a hash of what is in them, so the same name is the same file in every build. */
const HASHED = 'assets/';
/** What is sensitive and never kept here: screens keep what they have read, sealed. */
const API = 'api/';

/**
 * The program's own files on this device, a cache a build. Whatever answers on the way in the
 * service's place, a hotel's page say, is not taken for a file: each is held against its hash.
 * @param scope the address that everything is beside, with a slash at its end
 */
export function createKeptProgram({ version, entry, files }: Program, scope: string) {
  const prefix = `program ${new URL(scope).pathname} `;
  const own = prefix + version;
  const addressOf = (path: string): string => new URL(path, scope).href;

  async function fileOf(path: string): Promise<Response> {
    const earlier = path.startsWith(HASHED)
      ? await caches.match(addressOf(path), { ignoreVary: true })
      : null;
    if (earlier) return earlier;
    const request = { integrity: files[path] ?? '', redirect: 'error', cache: 'no-cache' } as const;
    const file = await fetch(addressOf(path), request);
    if (!file.ok) throw new Error(`${path} is not there`);
    return file;
  }

  /** The page with the policy that it came with: its nonce is in both. */
  async function pageOf(): Promise<Response> {
    const page = await fetch(scope, { redirect: 'error', cache: 'no-cache' });
    const isOwn = page.ok && (await page.clone().text()).includes(entry);
    if (!isOwn) throw new Error('the page is not of this build');
    return page;
  }

  async function keep(): Promise<void> {
    const cache = await caches.open(own);
    const kept = new Set((await cache.keys()).map(({ url }) => url));
    const missing = Object.keys(files).filter((path) => !kept.has(addressOf(path)));
    await Promise.all(missing.map(async (path) => cache.put(addressOf(path), await fileOf(path))));
    // The last one: where it is, all of them are.
    if (!kept.has(scope)) await cache.put(scope, await pageOf());
  }

  async function answerPage(request: Request): Promise<Response> {
    const cache = await caches.open(own);
    return (await cache.match(scope, { ignoreVary: true })) ?? fetch(request);
  }

  async function answerFile(request: Request, path: string): Promise<Response> {
    const options = { ignoreVary: true, ignoreSearch: true };
    const cache = await caches.open(own);
    const kept = await cache.match(addressOf(path), options);
    // A tab that was opened on an earlier build goes on asking for that build's parts.
    return kept ?? (await caches.match(addressOf(path), options)) ?? fetch(request);
  }

  return {
    /** Fetches what is missing. Rejects, and keeps what it has, where a file is not there or not this build's. */
    keep,

    /** Forgets builds that no tab is open on any more. */
    async forgetOlder(): Promise<void> {
      const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== own);
      await Promise.all(others.slice(0, -BUILDS_BEFORE).map((name) => caches.delete(name)));
    },

    /** What this device answers itself; null for what is the network's. */
    answer(request: Request): Promise<Response> | null {
      const { origin, pathname, href } = new URL(request.url);
      if (request.method !== 'GET' || origin !== new URL(scope).origin || !href.startsWith(scope))
        return null;
      const path = pathname.slice(new URL(scope).pathname.length);
      if (path.startsWith(API)) return null;
      if (path in files || path.startsWith(HASHED)) return answerFile(request, path);
      const isPage = request.mode === 'navigate' && !path.slice(path.lastIndexOf('/') + 1).includes('.');
      return isPage ? answerPage(request) : null;
    },
  };
}

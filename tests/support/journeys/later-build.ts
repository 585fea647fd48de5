import { build } from 'vite';

/** What the later version calls itself at the top of each page. */
export const LATER = { en: 'Contact points, later', 'zh-CN': '联系点新版' };

/** Builds the dashboard as a later version would be: other words in it, and so other names of its parts. */
export async function laterBuild(): Promise<string> {
  const outDir = '.cache/later-build';
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await build({
      mode: 'production',
      logLevel: 'error',
      build: { outDir, emptyOutDir: true },
      plugins: [
        {
          name: 'later words',
          enforce: 'pre',
          transform: (code, id) =>
            id.endsWith('/src/messages/shell.ts')
              ? code
                  .replace('Poverty-alleviation contact points', LATER.en)
                  .replace("productLong: '脱贫攻坚联系点'", `productLong: '${LATER['zh-CN']}'`)
              : null,
        },
      ],
    });
  } finally {
    process.env['NODE_ENV'] = before;
  }
  return outDir;
}

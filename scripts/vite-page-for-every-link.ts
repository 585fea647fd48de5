import type { Plugin } from 'vite';

/**
 * Static hosts answer an unknown path with 404.html: giving them the page itself
 * there makes every link of the demo open after a reload.
 */
export function pageForEveryLink(on: boolean): Plugin {
  return {
    name: 'page-for-every-link',
    apply: () => on,
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type === 'asset') {
          this.emitFile({ type: 'asset', fileName: '404.html', source: page.source });
        }
      },
    },
  };
}

import { builtFolder } from '#server/host/built-folder.ts';

/** The demo's folder, built anew if any source is newer than it. */
export const builtDemo = (): Promise<string> => builtFolder('dist-demo', 'build:demo');

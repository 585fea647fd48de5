import { relative } from 'node:path';
import { runnerImport, type Plugin } from 'vite';

const MODULE = 'src/contract/wire.ts';

/** Puts into the build what the module comes to, instead of the whole contract that it is read from. */
export function wire(): Plugin {
  return {
    name: 'wire',
    apply: 'build',
    async load(id) {
      if (relative(process.cwd(), id) !== MODULE) return null;
      const { module } = await runnerImport<{ wire: unknown }>(`/${MODULE}`, { configFile: false });
      return `export const wire = ${JSON.stringify(module.wire)};`;
    },
  };
}

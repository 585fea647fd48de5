import { builtFolder } from '#server/host/built-folder.ts';

/** Once before all: files that run beside each other would each build the dashboard in one folder. */
export async function setup(): Promise<void> {
  await builtFolder('dist', 'build');
}

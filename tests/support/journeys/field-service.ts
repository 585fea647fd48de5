import { builtFolder } from '#server/host/built-folder.ts';
import { openDashboard, type Dashboard } from '#server/host/dashboard.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import { hosted } from '../hosted.ts';
import { mountRecords } from '../sample-app.ts';

type App = (request: Request) => Promise<Response>;

/**
 * The real host with its dashboard, which goes away and comes back at the same address with what was written.
 * @param around what stands between a browser and the API
 */
export async function startFieldService(
  records: readonly VillageRecord[] = sampleRecords,
  around: (app: App) => App = (app) => app,
) {
  const mounted = mountRecords(records);
  const mount: typeof mounted = (parts) => around(mounted(parts));
  let shown: Dashboard = await openDashboard(await builtFolder('dist', 'build'));
  const dashboard: Dashboard = { answer: (path, headers) => shown.answer(path, headers) };
  let host: Awaited<ReturnType<typeof hosted>> | null = await hosted({ dashboard, mount });
  const { url } = host;
  return {
    url,
    async down(): Promise<void> {
      await host?.close();
      host = null;
    },
    async up(): Promise<void> {
      host ??= await hosted({ dashboard, mount, port: Number(new URL(url).port) });
    },
    /** Another build takes the place of the one that is served. */
    async deploy(folder: string): Promise<void> {
      shown = await openDashboard(folder);
    },
  };
}
export type FieldService = Awaited<ReturnType<typeof startFieldService>>;

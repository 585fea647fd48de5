import { createMemoryHistory } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '#src/app/app.tsx';
import type { SampleControls } from '#src/app/sample-controls.tsx';
import type { Device } from '#src/offline/device.ts';
import type { DeviceReads } from '#src/offline/device-reads.ts';
import { deviceVault } from '#src/offline/device-vault.ts';
import type { DraftStore } from '#src/offline/draft-store.ts';
import { DraftStoreContext } from '#src/offline/drafts.ts';
import { ReadsContext } from '#src/offline/reads.ts';
import { DeviceContext } from '#src/offline/use-outbox.tsx';
import { memoryDevice } from './memory-device.ts';
import type { Locale } from '#src/domain/text.ts';

interface Options {
  path: string;
  locale?: Locale;
  /** What the device keeps; another one each time unless told otherwise. */
  device?: Device;
  /** Where it keeps what is being typed; nothing is kept of that unless told otherwise. */
  drafts?: DraftStore;
  /** What was read on it; nothing is kept of that unless told otherwise. */
  reads?: DeviceReads | null;
  /** Where the sample can be tried out, as in the demo. */
  sampleControls?: SampleControls;
}

/**
 * The whole dashboard at one of its links, over the mounted app. Failed reads
 * are not tried again by themselves, so that a test sees them at once.
 */
export function renderApp({
  path,
  locale = 'en',
  device = memoryDevice(),
  drafts = deviceVault.drafts,
  reads = null,
  sampleControls,
}: Options) {
  const history = createMemoryHistory({ initialEntries: [path] });
  const user = userEvent.setup();
  const openReads = async () => reads;
  const view = render(
    <DeviceContext value={device}>
      <ReadsContext value={openReads}>
        <DraftStoreContext value={drafts}>
          <App history={history} locale={locale} retries={0} {...(sampleControls && { sampleControls })} />
        </DraftStoreContext>
      </ReadsContext>
    </DeviceContext>,
  );
  return { ...view, history, user };
}

import type { TestProject } from 'vitest/node';
import { builtDemo } from './built-demo.ts';
import { findBrowser } from './find-browser.ts';
import { hostFolder } from './static-host.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the demo is served, ending in a slash. */
    demoUrl: string;
    browserPath: string;
  }
}

/** Once before all journeys: a browser, and the demo served as a static host would, under a sub-path. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('browserPath', findBrowser());
  const host = await hostFolder(await builtDemo(), '/contact-points/');
  project.provide('demoUrl', host.url);
  return host.close;
}

import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { closeMockServer, openMockServer } from './mock-server.ts';

/** What jsdom lacks and Mantine, Recharts and the virtual list ask for. */
class StillObserver implements ResizeObserver, IntersectionObserver {
  readonly root = null;
  readonly rootMargin = '';
  readonly scrollMargin = '';
  readonly thresholds = [];
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): [] {
    return [];
  }
}
vi.stubGlobal('ResizeObserver', StillObserver);
vi.stubGlobal('IntersectionObserver', StillObserver);
// A text area that grows with what is typed waits for the fonts.
Object.defineProperty(document, 'fonts', { value: new EventTarget() });
window.matchMedia = (media) =>
  Object.assign(new EventTarget(), {
    media,
    // No motion in tests: nothing has to be waited for.
    matches: media.includes('prefers-reduced-motion'),
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  });
Element.prototype.scrollIntoView = () => {};
Element.prototype.scrollTo = () => {};
window.scrollTo = () => {};

// Chunks are loaded when asked for, and no machine is promised to be quiet.
configure({ asyncUtilTimeout: 40_000 });

beforeEach(() => {
  vi.spyOn(console, 'error');
  vi.spyOn(console, 'warn');
  localStorage.clear();
  sessionStorage.clear();
  openMockServer();
});

afterEach(() => {
  cleanup();
  closeMockServer();
  // Whoever expects a complaint says so by clearing the spy.
  const complaints = [console.error, console.warn].flatMap((spy) => vi.mocked(spy).mock.calls);
  vi.restoreAllMocks();
  expect(complaints, 'what was written to the console').toEqual([]);
});

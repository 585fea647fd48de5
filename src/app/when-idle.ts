/** Milliseconds after which nobody waits for an idle moment any more. */
const PATIENCE = 3000;

/** Loads what stands beside a page when the browser has nothing better to do: the page itself comes first. */
export async function whenIdle<T>(load: () => Promise<T>): Promise<T> {
  await new Promise<void>((idle) => {
    // Safari has no such call.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => idle(), { timeout: PATIENCE });
    else setTimeout(idle);
  });
  return load();
}

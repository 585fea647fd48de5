/**
 * Whether a write comes from our own page, or from a program that is no browser.
 * Cookies are SameSite already; this holds where a browser is old or a neighbour
 * under the same site is hostile.
 * @param host the name under which the service was called
 */
export function isFromElsewhere(headers: Headers, host: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site) return site !== 'same-origin';
  const origin = headers.get('origin');
  if (origin) return hostOf(origin) !== host.toLowerCase();
  // A browser that sends a cookie with a write names where it comes from.
  return headers.has('cookie');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/** The header in which a request's address goes on to the accounts. It is always ours: what a client sends is dropped. */
export const ADDRESS_HEADER = 'x-client-address';

/**
 * Who sent a request. Behind one trusted proxy it is the last address that the proxy
 * appended to `X-Forwarded-For`; all before it was written by the client.
 */
function clientAddress(remote: string | undefined, forwarded: string | undefined): string {
  const given = forwarded?.split(',').at(-1)?.trim();
  return (given || remote || 'unknown').replace(/^::ffff:/, '');
}

/** What shares one limit: an IPv4 address, or the network of an IPv6 one, of which a household has a whole one. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const first = head.split(':').filter(Boolean);
  const last = tail?.split(':').filter(Boolean) ?? [];
  const gap = tail === undefined ? [] : Array.from({ length: 8 - first.length - last.length }, () => '0');
  return `${[...first, ...gap, ...last].slice(0, 4).join(':')}::/64`;
}

/** Puts the client's address where the rest of the service finds it, in place of what the client says it is. */
export function nameAddress(incoming: IncomingMessage, trustProxy: boolean): void {
  const { rawHeaders } = incoming;
  let forwarded: string | undefined;
  for (let at = rawHeaders.length - 2; at >= 0; at -= 2) {
    const name = rawHeaders[at]?.toLowerCase();
    if (name === ADDRESS_HEADER) rawHeaders.splice(at, 2);
    else if (name === 'x-forwarded-for') forwarded ??= rawHeaders[at + 1];
  }
  const address = clientAddress(incoming.socket.remoteAddress, trustProxy ? forwarded : undefined);
  rawHeaders.push(ADDRESS_HEADER, address);
  // Node may have read the list before we did.
  incoming.headers[ADDRESS_HEADER] = address;
}

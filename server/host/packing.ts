import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const WORTH_PACKING = 2048;

/** An answer packed for whoever takes it so: a village's list is a tenth of it on a slow line. */
export async function packedFor(asked: Headers, response: Response): Promise<Response> {
  if (!/\bgzip\b/.test(asked.get('accept-encoding') ?? '')) return response;
  if (!response.headers.get('content-type')?.startsWith('application/json')) return response;
  const bytes = Buffer.from(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.set('vary', 'accept-encoding');
  headers.delete('content-length');
  if (bytes.length < WORTH_PACKING) return new Response(bytes, { status: response.status, headers });
  headers.set('content-encoding', 'gzip');
  const packed = await promisify(gzip)(bytes, { level: 5 });
  return new Response(new Uint8Array(packed), { status: response.status, headers });
}

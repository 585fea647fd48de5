/** It brings no types of its own. */
declare module 'snappyjs' {
  /** @throws where the bytes are none that Snappy made */
  export function uncompress(bytes: Uint8Array): Uint8Array;
}

import { config } from 'zod';

/** What is not text: a tag, its end, a comment. A comparison in a style is none. */
const MARKUP = /<[a-z/!?]/i;

interface TrustedTypes {
  createPolicy: (name: 'default', rules: { createHTML: (text: string) => string }) => unknown;
}

/** The nonce that the host wrote into this page and its policy; empty where there is no policy. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

export const pageNonce = (): string => nonce;

/*
 * Makes what the page uses keep to its policy. It is done when this module is loaded,
 * which is before all others: schemas ask when they are made whether they may use `eval`.
 */
if (nonce) {
  config({ jitless: true });
  // Where the library that holds the page still behind a dialog looks for it.
  Object.assign(globalThis, { __webpack_nonce__: nonce });
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  // React fills a style by `innerHTML`: it takes text, but no markup.
  trustedTypes?.createPolicy('default', {
    createHTML(text) {
      if (MARKUP.test(text)) throw new TypeError('Text with markup in it is not drawn');
      return text;
    },
  });
}

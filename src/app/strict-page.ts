import { config } from 'zod';

/** What is not text: a tag, its end, a comment. A comparison in a style is none. */
const MARKUP = /<[a-z/!?]/i;

interface Rules {
  createHTML: (text: string) => string;
  createScriptURL: (url: string) => string;
}
interface TrustedTypes {
  createPolicy: (name: 'default', rules: Rules) => unknown;
}

/** The one script that is ever named by a text: the service worker's. */
const WORKER = new URL('worker.js', new URL(import.meta.env.BASE_URL, document.baseURI)).href;

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
    createScriptURL(url) {
      if (new URL(url, document.baseURI).href !== WORKER) throw new TypeError('No script but the worker');
      return url;
    },
  });
}

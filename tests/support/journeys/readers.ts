import type { Locale } from './steps.ts';

export interface ScreenReader {
  width: 390 | 1280;
  locale: Locale;
}

const ZH_PHONE = { width: 390, locale: 'zh-CN' } as const;
const EN_DESK = { width: 1280, locale: 'en' } as const;
const EN_PHONE = { width: 390, locale: 'en' } as const;
const ZH_DESK = { width: 1280, locale: 'zh-CN' } as const;

/** `npm run looks`: every journey by every reader, and every screen in every look. */
export const everyLook = process.env['LOOKS'] === 'all';

const one = (reader: ScreenReader, other: ScreenReader): ScreenReader[] =>
  everyLook ? [reader, other] : [reader];

/**
 * Who goes a journey that is gone on the demo and on the real service: on each, somebody with the other's
 * opposite screen and language, so that each journey is gone at both widths and in both languages.
 */
export const readers = {
  writing: { demo: one(ZH_PHONE, EN_DESK), service: one(EN_DESK, ZH_PHONE) },
  duties: { demo: one(ZH_DESK, EN_PHONE), service: one(EN_PHONE, ZH_DESK) },
  /** On the service by each role, see there. */
  reading: { demo: one(EN_DESK, ZH_PHONE) },
};

type Define = (what: string, way: () => Promise<void>) => void;

/** Defines those of the tests whose number, counted from 0, is wanted. */
export function thoseOf(define: Define, isWanted: (at: number) => boolean): Define {
  let at = 0;
  return (what, way) => {
    if (isWanted(at)) define(what, way);
    at += 1;
  };
}

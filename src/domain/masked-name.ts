import type { Bilingual, Text } from './text.ts';

const COVER: Bilingual = { zh: '＊＊', en: '***' };

/** 王焕鹏 → 王＊＊, Wang Huanpeng → W***: who knows the family may recognise it, nobody else. */
export function maskedName({ zh, en }: Bilingual): Bilingual {
  const [family = ''] = zh;
  const [initial = ''] = en;
  return { zh: `${family}${COVER.zh}`, en: `${initial}${COVER.en}` };
}

/** The same of a name as one person typed it. */
export function maskedText(name: Text): Text {
  if (typeof name !== 'string') return maskedName(name);
  const [first = ''] = name;
  return `${first}${COVER.zh}`;
}

/** Whether a name is one that was masked: then it does not tell one household from another. */
export const isMaskedName = ({ zh, en }: Bilingual): boolean =>
  zh.endsWith(COVER.zh) && en.endsWith(COVER.en);

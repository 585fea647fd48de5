import { pinyin } from 'pinyin-pro';
import type { Bilingual } from '#src/domain/text.ts';

/** Lower-case Chinese, full pinyin, pinyin initials and English of some names, for one `includes`. */
export function searchTextOf(...names: Bilingual[]): string {
  return names
    .flatMap(({ zh, en }) => {
      const syllables = pinyin(zh, { toneType: 'none', type: 'array' });
      const english = en.toLowerCase();
      return [
        zh,
        syllables.join(''),
        syllables.map((s) => s.charAt(0)).join(''),
        english,
        english.replaceAll(/[^a-z0-9]/g, ''),
      ];
    })
    .join(' ')
    .toLowerCase();
}

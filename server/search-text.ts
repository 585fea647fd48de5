import { pinyin } from 'pinyin-pro';
import type { Bilingual } from '#src/domain/text.ts';

/** Records are handed out frozen and again and again: a name is spelled out once. */
const spelled = new WeakMap<Bilingual, string>();

/** Lower-case Chinese, full pinyin, pinyin initials and English of some names, for one `includes`. */
export function searchTextOf(...names: Bilingual[]): string {
  return names.map(spellingsOf).join(' ');
}

function spellingsOf(name: Bilingual): string {
  const known = spelled.get(name);
  if (known !== undefined) return known;
  const { zh, en } = name;
  const syllables = pinyin(zh, { toneType: 'none', type: 'array' });
  const english = en.toLowerCase();
  const spellings = [
    zh,
    syllables.join(''),
    syllables.map((s) => s.charAt(0)).join(''),
    english,
    english.replaceAll(/[^a-z0-9]/g, ''),
  ]
    .join(' ')
    .toLowerCase();
  if (Object.isFrozen(name)) spelled.set(name, spellings);
  return spellings;
}

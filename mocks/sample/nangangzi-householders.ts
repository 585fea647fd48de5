import type { SampleVillage } from './build.ts';
import { JUL, press } from './nangangzi-facts.ts';
import { reported, say } from './words.ts';

/**
 * The two real people of the sample. Of them only what the article says is here:
 * no income, person, cause, guarantee or helper is ever made up for them. The
 * article is in English; the Chinese characters of both names render the sound.
 */
export function householders(v: SampleVillage): void {
  const wang = v.household('001', {
    head: say('王焕鹏', 'Wang Huanpeng'),
    source: reported,
    measures: [
      {
        kind: 'courtyardEconomy',
        what: say(
          '在自家院子里种植蘑菇（种植日期未报道）',
          'Mushrooms planted in the yard (the day is not reported)',
        ),
        // The day it was first seen: a measure has to begin on some day.
        from: JUL,
        until: null,
        result: say('7月2日看到：生活条件有所改善', 'Seen on 2 July: living conditions improved'),
        source: reported,
      },
    ],
  });
  const liu = v.household('002', { head: say('刘占海', 'Liu Zhanhai'), source: reported });
  // The article calls both poor on 2 July; of January it says nothing, so nothing is read then.
  for (const id of [wang, liu]) v.read(id, 'status', 'registered', JUL, press);
}

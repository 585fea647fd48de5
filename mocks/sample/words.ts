import type { Source } from '#src/domain/source.ts';
import type { Bilingual } from '#src/domain/text.ts';

/** Stands in every bundle that holds the sample, so that a build can prove that it holds none. */
export const SAMPLE_MARK = 'synthetic-sample-data-2018';

export const synthetic: Source = { kind: 'synthetic' };

/** The article that the first case rests on. */
export const reported: Source = {
  kind: 'report',
  publisher: { zh: '吉林省投资促进网', en: 'Jilin Provincial Investment Promotion Website' },
  publishedOn: '2018-07-06',
};
export const REPORTED_ON = '2018-07-06';

export const say = (zh: string, en: string): Bilingual => ({ zh, en });
export const clerk = say('样例登记员', 'Sample clerk');
export const township = say('样例乡政府', 'Sample township office');

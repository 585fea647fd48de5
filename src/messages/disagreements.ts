import { bundle, count } from './locale.tsx';

/** Words of visits of one day that read one thing differently. */
export const disagreementWords = bundle({
  en: {
    heading: 'Two visits of one day say different things',
    explained: (n: number) =>
      `About ${count(n, 'reading')}. The one recorded last counts. Open the wrong one and correct it with a reason; both stay in its history.`,
    counts: 'counts',
    recorded: (day: string, by: string) => `Recorded ${day} by ${by}`,
    toVisit: 'See the visit',
  },
  'zh-CN': {
    heading: '同日两次走访所记不一',
    explained: (n: number) =>
      `共 ${n} 项，以后登记的为准。请打开有误的一条，注明理由予以更正，两条都保留在记录中。`,
    counts: '以此为准',
    recorded: (day: string, by: string) => `${by}登记于${day}`,
    toVisit: '查看走访',
  },
});

import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Locale } from '#src/domain/text.ts';
import { figureWords } from '#src/messages/figures.ts';
import { openMockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

/** The drawing library is loaded when the first chart asks for it. */
const LONG = { timeout: 60_000 };

/** A page of a village, and its sentences with figures, word for word and with each figure that opens in brackets. */
interface Page {
  path: string;
  en: string[];
  'zh-CN': string[];
}

const PAGES: Page[] = [
  {
    path: '/villages/nangangzi',
    en: [
      'Incidence fell from [5%] to [3.9%]. From January 22, 2018 to July 2, 2018 (161 days): [4 households] got out of poverty, [1 household] returned to poverty, [1 household] joined the register, [1 household] left the register, [2 households] changed status in another way.',
      'The status of [1 household] is not known. [2 poor households] with unknown persons are not counted.',
      '[9] of [21 households] changed status',
      'Net income per person rose by [¥526] in the [15 households] known at both visits',
      'Safe drinking water is the guarantee most often not met: [3 households]',
      '[21 states] in [5 households] nobody knows',
      '[1] of [4 commitments] kept; [2] still owed',
    ],
    'zh-CN': [
      '贫困发生率由 [5%] 降至 [3.9%]。 2018年1月22日至2018年7月2日（161 天）： [4 户]脱贫，[1 户]返贫，[1 户]新纳入，[1 户]不再在册，[2 户]有其他状态变化。',
      '[1 户]状态不明。 另有 [2 户贫困户]人口不明，未计入。',
      '[21 户]中 [9 户]状态有变化',
      '两次都有收入数据的 [15 户]，人均纯收入增加 [¥526]',
      '未保障最多的是饮水安全：[3 户]',
      '[5 户]共 [21 项]保障情况不明',
      '[4 项承诺]兑现 [1 项]，[2 项]待兑现',
    ],
  },
  {
    path: '/villages/nangangzi/measures',
    en: [
      'The share of persons below the line fell from [59%] to [50%]. What is unknown could turn this around.',
      'Between [21.3%] and [36.2%] of persons lack a guarantee, as far as is known',
      '[9] of [21 households] changed state, joined or left',
    ],
    'zh-CN': [
      '贫困线以下人口比例由 [59%] 降至 [50%]。不明部分查清后，结论可能相反。',
      '就已知情况看，[21.3%] 至 [36.2%] 的人口有至少 1 项未保障',
      '[21 户]中 [9 户]状态有变、新进入或退出名册',
    ],
  },
  {
    path: '/villages/nangangzi/why',
    en: [
      'Poverty incidence fell from [5.2%] to [3.9%]: [−1.4 points] because [5] of the same households changed, [+0.3] because [1 household] joined the register, [−0.2] because figures of [1 household] were corrected since',
      'On January 22, 2018 it was told as [5.2%]. With what was corrected since, it is [5%].',
      'Share of people below the poverty line fell from [60%] to [50%]: [−13.2 points] because [4] of the same households changed, [+2.6] because [1 household] joined the register, [+1.6] because [1 household] left the register, [−1] because figures of [1 household] were corrected since',
      'On January 22, 2018 it was told as [60%]. With what was corrected since, it is [59%].',
      'Income per person rose from [¥2,800] to [¥3,243]: [+¥526] because [14] of the same households changed, [−¥50] because [1 household] left the register, [−¥28] because [1 household] joined the register, [−¥5] because figures of [2 households] were corrected since',
      'On January 22, 2018 it was told as [¥2,800]. With what was corrected since, it is [¥2,795].',
      'Share of households with enough food stayed at [100%]: nothing moved it',
      'Share of households with enough clothing rose from [94.1%] to [100%]: [+6.3 points] because [1] of the same households changed, [−0.4] because [1 household] left the register',
      'Share of households with compulsory education rose from [87.5%] to [100%]: [+12.5 points] because [1] of the same households changed',
      'Share of households with basic medical services rose from [86.7%] to [100%]: [+14.3 points] because [2] of the same households changed, [−1] because [1 household] left the register',
      'Share of households with safe housing rose from [87.5%] to [93.8%]: [+6.7 points] because [1] of the same households changed, [−0.8] because [1 household] left the register, [+0.4] because [1 household] joined the register',
      'Share of households with safe drinking water fell from [87.5%] to [81.3%]: [−6.7 points] because [1] of the same households changed, [+1.3] because [1 household] joined the register, [−0.8] because [1 household] left the register',
    ],
    'zh-CN': [
      '贫困发生率由 [5.2%] 降至 [3.9%]：同一批农户中 [5 户]有变化 [−1.4 个百分点]，[1 户]新纳入 [+0.3]，[1 户]数据事后更正 [−0.2]',
      '2018年1月22日当时为 [5.2%]，更正后为 [5%]。',
      '收入低于贫困线人口占比由 [60%] 降至 [50%]：同一批农户中 [4 户]有变化 [−13.2 个百分点]，[1 户]新纳入 [+2.6]，[1 户]不再在册 [+1.6]，[1 户]数据事后更正 [−1]',
      '2018年1月22日当时为 [60%]，更正后为 [59%]。',
      '人均收入由 [¥2,800] 升至 [¥3,243]：同一批农户中 [14 户]有变化 [+¥526]，[1 户]不再在册 [−¥50]，[1 户]新纳入 [−¥28]，[2 户]数据事后更正 [−¥5]',
      '2018年1月22日当时为 [¥2,800]，更正后为 [¥2,795]。',
      '不愁吃户占比仍为 [100%]：没有因素使其变化',
      '不愁穿户占比由 [94.1%] 升至 [100%]：同一批农户中 [1 户]有变化 [+6.3 个百分点]，[1 户]不再在册 [−0.4]',
      '义务教育有保障户占比由 [87.5%] 升至 [100%]：同一批农户中 [1 户]有变化 [+12.5 个百分点]',
      '基本医疗有保障户占比由 [86.7%] 升至 [100%]：同一批农户中 [2 户]有变化 [+14.3 个百分点]，[1 户]不再在册 [−1]',
      '住房安全有保障户占比由 [87.5%] 升至 [93.8%]：同一批农户中 [1 户]有变化 [+6.7 个百分点]，[1 户]不再在册 [−0.8]，[1 户]新纳入 [+0.4]',
      '饮水安全有保障户占比由 [87.5%] 降至 [81.3%]：同一批农户中 [1 户]有变化 [−6.7 个百分点]，[1 户]新纳入 [+1.3]，[1 户]不再在册 [−0.8]',
    ],
  },
  {
    path: '/households/nangangzi-003',
    en: ['Net income per person rose from [¥3,267] to [¥4,233]'],
    'zh-CN': ['人均纯收入由 [¥3,267] 增至 [¥4,233]'],
  },
];

/** A sentence as it is read, with what can be pressed in it in brackets. */
function bracketed(sentence: Element): string {
  const copy = sentence.cloneNode(true) as Element;
  for (const link of copy.querySelectorAll('a.inSentence')) link.replaceWith(`[${link.textContent}]`);
  for (const other of copy.querySelectorAll('a')) other.remove();
  return copy.textContent.trim();
}

/** The number without what is beside it: "4 households" is told as 4, "−1.4 points" as −1.4. */
const digitsOf = (words: string): string => /[+−]?¥?\d[\d,.]*/.exec(words)?.[0] ?? words;

/** Where an explanation tells how much: the figure itself, what stands in its formula, and how many things are in it. */
function toldIn(dialog: HTMLElement): string[] {
  const places = dialog.querySelectorAll('.number, .small span, ul.terms, h3');
  return [...places].flatMap((place) => place.textContent.match(/[+−]?¥?\d[\d,.]*/g) ?? []);
}

const cases = PAGES.flatMap((page) => (['en', 'zh-CN'] as Locale[]).map((locale) => ({ ...page, locale })));

it.each(cases)(
  'figures in sentences open, and are told in the same digits: $path in $locale',
  async (page) => {
    openMockServer(undefined, 'office');
    const { history } = renderApp({ path: page.path, locale: page.locale });
    await screen.findAllByRole('figure', undefined, LONG);
    const links = () => [
      ...document.querySelectorAll<HTMLAnchorElement>('main a.inSentence[href*="figure="]'),
    ];
    const sentences = () => [
      ...new Set(links().map((link) => bracketed(link.closest('p, h3') ?? document.body))),
    ];
    await waitFor(() => expect(sentences()).toEqual(page[page.locale]), LONG);

    const asked = new Map<string, Set<string>>();
    for (const link of links()) {
      // Over the page of fewest words: a figure is the same over each page of the village.
      const opened = `/villages/nangangzi/questions${new URL(link.href).search}`;
      asked.set(opened, (asked.get(opened) ?? new Set()).add(digitsOf(link.textContent)));
    }
    for (const [opened, digits] of asked) {
      act(() => history.push(opened));
      const dialog = await screen.findByRole('dialog', undefined, LONG);
      await waitFor(() => expect(dialog).toHaveTextContent(figureWords[page.locale].formula), LONG);
      // The sign of a change is said by a word where the sentence has one.
      const told = new Set(toldIn(dialog).flatMap((one) => [one, one.replace(/^[+−]/, '')]));
      expect({ opened, missing: [...digits].filter((one) => !told.has(one)) }).toEqual({
        opened,
        missing: [],
      });
      act(() => history.back());
      await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument(), LONG);
    }
  },
);

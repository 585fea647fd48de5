import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { daysBetween } from '#src/domain/day.ts';
import { mayAnywhere } from '#src/domain/permission.ts';
import { commitmentsWords } from '#src/messages/commitments.ts';
import { figureWords } from '#src/messages/figures.ts';
import { householdsWords } from '#src/messages/households.ts';
import { leftBehindWords } from '#src/messages/left-behind.ts';
import { measureFormulas } from '#src/messages/measure-formulas.ts';
import { measuresWords } from '#src/messages/measures.ts';
import { overviewWords } from '#src/messages/overview.ts';
import { partsWords } from '#src/messages/parts-words.ts';
import { progressWords } from '#src/messages/progress.ts';
import { projectsWords } from '#src/messages/projects.ts';
import { questionPageWords } from '#src/messages/question-page.ts';
import { questionWords } from '#src/messages/questions.ts';
import { queryWords } from '#src/messages/query-words.ts';
import { shellWords } from '#src/messages/shell.ts';
import { terms } from '#src/messages/terms.ts';
import { visitsWords } from '#src/messages/visits.ts';
import { whyHouseholdWords } from '#src/messages/why-households.ts';
import { whyWords } from '#src/messages/why.ts';
import { axeViolations, expectComplaint } from '../browser.ts';
import { thoseOf } from './readers.ts';
import type { Stage } from './stage.ts';
import { dayWords, names, seen, type Traveller } from './steps.ts';

/** The day on which the irrigation project's pumps were to be there. */
const IRRIGATION_DUE = '2018-07-10';

/**
 * What everybody does who may see a village: to look, and to change nothing.
 * @param goes which of the journeys, counted from 0
 */
export function readingJourneys(
  stage: Stage,
  { width, locale, role }: Traveller,
  goes: (journey: number) => boolean = () => true,
): void {
  const name = names[locale];
  const knowsNames = mayAnywhere({ role }, 'viewNames');
  /** A householder's name; who may not know it sees how it begins. */
  const called = (whole: string): string => {
    if (knowsNames) return whole;
    return `${whole.slice(0, 1)}${locale === 'en' ? '***' : '＊＊'}`;
  };
  const open = (path: string) => stage.open({ width, locale, role, path });
  const journey = thoseOf(it, goes);

  journey('finds a contact point by pinyin and opens its progress', async () => {
    const t = overviewWords[locale];
    const page = await open('/');
    await seen(page.getByText(t.shown(6, 6)));
    await page.getByLabel(t.search).fill('ngz');
    await seen(page.getByText(t.shown(1, 6)));
    expect(stage.placeOf(page)).toContain('q=ngz');
    await page.reload();
    await seen(page.getByText(t.shown(1, 6)));
    await page.getByRole('link', { name: name.village, exact: true }).click();
    await seen(page.getByRole('heading', { level: 1, name: name.village }));
    await seen(page.getByText(progressWords[locale].days(161), { exact: false }));
  });

  journey('compares another pair of visits, opens what is behind a mark and shares the link', async () => {
    const t = progressWords[locale];
    const page = await open('/villages/nangangzi');
    await page.getByLabel(t.firstVisit).selectOption('nangangzi-2017-10-18');
    await seen(page.getByText(t.days(257), { exact: false }));
    await page.locator('figure svg.recharts-surface').first().waitFor();
    const water = terms[locale].indicator.water;
    const cell = called(name.household05).replaceAll('*', String.raw`\*`);
    await page
      .getByRole('link', { name: new RegExp(`${cell}.*${water}`) })
      .first()
      .click();
    await seen(page.getByRole('dialog').getByText(partsWords[locale].trueOn));
    await page.goto(page.url());
    await page.reload();
    await seen(page.getByRole('dialog'));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(stage.placeOf(page)).toContain('from=nangangzi-2017-10-18');
  });

  journey(
    'reads why incidence changed, opens a reason’s households, goes back to a past day and sends the link',
    async () => {
      const [t, pair, list] = [whyWords[locale], progressWords[locale], whyHouseholdWords[locale]];
      const page = await open('/villages/nangangzi');
      await page
        .getByRole('link', { name: pair.whyOf(pair.figures.incidence) })
        .first()
        .click();
      const finding = page.getByRole('figure', { name: t.fell(t.figures.incidence, '5.2%', '3.9%') });
      await finding.getByRole('link', { name: t.reasons.changed }).click();
      const households = (on: Page) => on.getByRole('figure', { name: list.title(t.reasons.changed, '') });
      const household = called(name.household05.replace('05', '03'));
      const listed = knowsNames ? household : `${household} 003`;
      await seen(households(page).getByRole('link', { name: listed }));
      await page.getByLabel(pair.knownOn).fill('2018-07-09');
      await seen(page.getByText(pair.knownNotice(dayWords(locale, '2018-07-09'))));
      await seen(page.getByRole('figure', { name: '+¥447' }));
      const sent = await open(stage.placeOf(page));
      await seen(sent.getByRole('figure', { name: '+¥447' }));
      await households(sent).getByRole('link', { name: listed }).click();
      await seen(sent.getByRole('heading', { level: 1, name: household }));
      expect(stage.placeOf(sent)).toMatch(/^\/households\/nangangzi-003/);
    },
  );

  journey('measures poverty by another line, reads a formula and opens who returned to poverty', async () => {
    const t = measuresWords[locale];
    const { standing } = terms[locale];
    const page = await open('/villages/nangangzi');
    await page
      .getByRole('navigation', { name: shellWords[locale].villageNavigation })
      .getByRole('link', { name: shellWords[locale].measures })
      .click();
    await seen(page.getByText(t.lineOf('¥2,995', 2018)));
    await page.getByLabel(t.line, { exact: true }).selectOption('sixPercent');
    await seen(page.getByText(t.lineOf('¥3,535', 2018)));
    const { name, formula } = measureFormulas[locale].gap;
    await page.getByLabel(`${t.formula}: ${name}`).click();
    await seen(page.getByText(formula));
    const move = t.move(standing.out, standing.returned);
    await page.getByRole('link', { name: new RegExp(`^${move}`) }).click();
    await seen(
      page
        .locator('#moves')
        .getByRole('link', { name: called(locale === 'en' ? 'Sample household 08' : '样例户08') }),
    );
    expect(stage.placeOf(page)).toContain('series=sixPercent');
    expect(stage.placeOf(page)).toContain('move=out.returned');
    expect(await axeViolations(page)).toEqual([]);
  });

  journey(
    'sees whom to visit next before anything else, prints the agenda of one reason and opens a name',
    async () => {
      const t = leftBehindWords[locale];
      const page = await open('/villages/nangangzi');
      await seen(page.getByText(t.first));
      await page.getByRole('link', { name: t.wholeList(20) }).click();
      await seen(page.getByText(t.agendaAbout(dayWords(locale, stage.today()))));
      await expect.poll(() => page.locator('main ol > li').count()).toBe(20);
      await page.getByRole('link', { name: new RegExp(`^${t.kinds.guaranteeNotMet}`) }).click();
      await seen(page.getByRole('status').filter({ hasText: t.kinds.guaranteeNotMet }));
      expect(stage.placeOf(page)).toContain('reason=guaranteeNotMet');
      expect(await axeViolations(page)).toEqual([]);

      const [room, print] = [page.getByText(t.notes).first(), page.getByRole('button', { name: t.print })];
      expect(await room.isVisible()).toBe(false);
      await page.emulateMedia({ media: 'print' });
      expect([await room.isVisible(), await print.isVisible()]).toEqual([true, false]);
      await page.emulateMedia({ media: 'screen' });

      const first = page.locator('main ol > li h3').first().getByRole('link');
      const listed = (await first.innerText()).trim();
      // A masked name stands in a list with its number.
      const household = knowsNames ? listed : listed.replace(/ \d+$/, '');
      await first.click();
      await seen(page.getByRole('heading', { level: 1, name: household }));
    },
  );

  journey('reads what the checks ask, by state and by check, and shares the link', async () => {
    const t = questionPageWords[locale];
    const { state } = questionWords[locale];
    const page = await open('/villages/nangangzi/questions');
    await seen(page.getByText(t.at('2018-07-02')));
    await seen(page.locator('main ul > li').getByText(t.ask));
    expect(await axeViolations(page)).toEqual([]);
    await page
      .getByRole('navigation', { name: t.states })
      .getByRole('link', { name: state.dismissed })
      .click();
    await seen(page.getByText(t.none.dismissed));
    expect(stage.placeOf(page)).toContain('show=dismissed');
    await page.reload();
    await seen(page.getByText(t.none.dismissed));
  });

  journey('finds the poor households that nobody visited, and opens one', async () => {
    const t = householdsWords[locale];
    const page = await open('/villages/nangangzi/households?status=registered&called=none');
    await seen(page.getByText(t.shown(9, 21)));
    await page.getByLabel(t.search).fill('05');
    await seen(page.getByText(t.shown(1, 21)));
    await page.getByRole('link', { name: called(name.household05) }).click();
    await seen(page.getByRole('heading', { level: 1, name: called(name.household05) }));
    expect(stage.placeOf(page)).toMatch(/^\/households\/nangangzi-005/);
  });

  journey('reads what is known of Wang Huanpeng and of Liu Zhanhai, and what is not', async () => {
    const page = await open('/households/nangangzi-001');
    await seen(page.getByRole('heading', { level: 1, name: called(name.wang) }));
    await seen(page.getByText(locale === 'en' ? /Mushrooms (grow|planted)/ : /蘑菇/));
    await expect.poll(() => page.getByRole('main').innerText()).not.toMatch(/NaN|undefined|null/);
    await page.goto(stage.linkTo('/households/nangangzi-002'));
    await seen(page.getByRole('heading', { level: 1, name: called(name.liu) }));
    await seen(page.getByText(terms[locale].status.registered));
  });

  journey('follows the irrigation project from the list to its milestones', async () => {
    const t = projectsWords[locale];
    const page = await open('/villages/nangangzi/projects');
    await page.getByRole('link', { name: name.irrigation }).click();
    await seen(page.getByRole('heading', { level: 1, name: name.irrigation }));
    await seen(page.getByText(t.late(daysBetween(IRRIGATION_DUE, stage.today())), { exact: false }));
    await page.locator('figure svg.recharts-surface').first().waitFor();
    await expect.poll(() => page.locator('figure svg.recharts-surface').count()).toBe(4);
  });

  journey(
    'asks what was promised, whether it was kept and what shows it, and shares the answer as a link',
    async () => {
      const t = commitmentsWords[locale];
      const page = await open('/commitments?village=nangangzi');
      const part = new RegExp(`${terms[locale].verdict.partly}.*1$`);
      await page.getByRole('link', { name: part }).click();
      await seen(page.getByText(t.shown(1, 8)));
      await seen(page.getByText(locale === 'en' ? 'Three households are left' : '仍有三户未解决'));
      expect(stage.placeOf(page)).toMatch(/state=partly/);
      await page.reload();
      await seen(page.getByText(t.shown(1, 8)));
      await page
        .getByRole('link', { name: t.judgedAt(terms[locale].visitKind.leader, '2018-07-02') })
        .click();
      await seen(page.getByText(knowsNames ? name.cleanAndTidy : name.withheld));
    },
  );

  journey(
    'asks a figure how it came to be, follows it to a reading, and shares the answer as a link',
    async () => {
      const t = figureWords[locale];
      const page = await open('/villages/nangangzi');
      await page
        .locator('dl > div')
        .filter({ hasText: '3.9%' })
        .first()
        .getByRole('link', { name: '3.9%' })
        .click();
      const dialog = page.getByRole('dialog', { name: t.definitions.incidence.name });
      await seen(dialog.getByText(t.definitions.incidence.formula));
      await seen(dialog.getByRole('link', { name: called(name.wang) }));
      await dialog.getByRole('link', { name: terms[locale].status.registered, exact: true }).first().click();
      await seen(page.getByText(partsWords[locale].trueOn));
      await page.keyboard.press('Escape');
      await expect.poll(() => stage.placeOf(page)).toBe('/villages/nangangzi?figure=incidence');
      const pinned = await dialog.getByRole('link', { name: /figure=incidence/ }).getAttribute('href');
      await page.goto(pinned ?? '');
      await page.reload();
      await seen(dialog.getByText(t.definitions.incidence.formula));
      expect(stage.placeOf(page)).toContain('to=nangangzi-2018-07-02');
      expect(await axeViolations(page)).toEqual([]);
    },
  );

  journey('reads the visit of 2 July 2018 and goes back to the one before', async () => {
    const t = visitsWords[locale];
    const page = await open('/villages/nangangzi/visits');
    await page.getByRole('link', { name: locale === 'en' ? 'July 2, 2018' : '2018年7月2日' }).click();
    await seen(page.getByText(knowsNames ? name.cleanAndTidy : name.withheld));
    await page.getByRole('link', { name: `← ${t.previous}` }).click();
    await seen(
      page.getByRole('heading', { level: 1, name: locale === 'en' ? /January 22, 2018/ : /2018年1月22日/ }),
    );
    expect(stage.placeOf(page)).toBe('/visits/nangangzi-2018-01-22');
  });

  journey('opens a link that leads nowhere and is helped on', async () => {
    const page = await open('/no-such-page');
    await page.getByRole('main').getByRole('link', { name: shellWords[locale].toOverview }).click();
    await seen(page.getByRole('heading', { level: 1, name: overviewWords[locale].title }));
    expect(stage.placeOf(page)).toBe('/');
  });

  journey('opens a link to a record that is not there and is helped on', async () => {
    const page = await open('/households/nobody');
    await seen(page.getByText(queryWords[locale].missing));
    expect(await axeViolations(page)).toEqual([]);
    expectComplaint(/404/);
  });
}

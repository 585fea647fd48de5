import { assert, asyncProperty, constantFrom, option } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whyAnswer, whyHouseholds, type WhyAnswer } from '#src/domain/why-answer.ts';
import { explained, type Explained } from '#src/domain/why-changed.ts';
import { shownParts } from '#src/domain/shown-parts.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';
import { apiOver, cadreOf } from '#tests/support/api.ts';
import { villageLives, villageOf } from '#tests/support/lives.ts';
import { seeded } from '#tests/support/seed.ts';
import { JANUARY, JULY, village } from '#tests/support/why.ts';

type Api = ReturnType<typeof apiOver>;
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

async function asked(api: Api, villageId: string, query = ''): Promise<WhyAnswer> {
  return whyAnswer.parse((await api.get(`/villages/${villageId}/why${query}`)).body);
}
async function behind(api: Api, villageId: string, query: string) {
  return whyHouseholds.parse((await api.get(`/villages/${villageId}/why/households${query}`)).body);
}
const of = (answer: WhyAnswer, what: Explained) => {
  const found = answer.explanations.find((e) => e.what === what);
  if (!found) throw new Error(`${what} is not explained`);
  return found;
};

/** Every level adds up, as it is and as it is printed, and so do the households behind each of its parts. */
async function expectToAddUp(api: Api, villageId: string, rules: string): Promise<number> {
  const answer = await asked(api, villageId, `?${rules}`);
  expect(answer.explanations.map(({ what }) => what)).toEqual([...explained]);
  let drawn = 0;
  for (const e of answer.explanations) {
    const isUnknown = e.ends.from.missing !== null || e.ends.to.missing !== null;
    expect(e.parts.length === 0).toBe(isUnknown);
    if (isUnknown) continue;
    drawn += 1;
    expect(sum([e.told ?? NaN, ...e.parts.map((p) => p.value)])).toBeCloseTo(e.to ?? NaN, 8);
    const shown = shownParts(e, 1);
    expect(sum([shown?.told ?? NaN, ...(shown?.parts ?? [])])).toBeCloseTo(shown?.to ?? NaN, 8);
    const whole = await behind(api, villageId, `?what=${e.what}&${rules}`);
    const known = new Set(whole.households.map((h) => h.id));
    for (const [at, part] of whole.parts.entries()) {
      const own = part.effects.flatMap(({ householdId }) => householdId ?? []);
      expect(sum(part.effects.map((effect) => effect.value))).toBeCloseTo(part.value, 8);
      expect(own.filter((id) => !known.has(id))).toEqual([]);
      expect(e.parts[at]).toMatchObject({ why: part.why, value: part.value, households: own.length });
    }
  }
  return drawn;
}

describe('the parts of every level add up', () => {
  it('for every village of the sample, under the usual rules and under others', async () => {
    const api = apiOver(sampleRecords);
    let drawn = 0;
    for (const { village: v, visits } of sampleRecords) {
      if (visits.length < 2) continue;
      for (const rules of ['', 'series=sixPercent&income=own-income&seriesFrom=national'])
        drawn += await expectToAddUp(api, v.id, rules);
    }
    expect(drawn).toBeGreaterThan(40);
  });

  it('for whatever is recorded of a village, and as known on any day', async () => {
    const days = option(constantFrom(JULY, '2018-07-11', '2018-07-12'), { nil: undefined });
    await assert(
      asyncProperty(villageLives, days, async (lives, knownOn) => {
        await expectToAddUp(
          apiOver([villageOf(lives).record]),
          'v',
          knownOn ? `knownOn=${knownOn}` : 'series=national',
        );
      }),
      seeded(40),
    );
  });
});

describe('what the answer names', () => {
  it('is the pair, the line of each visit’s year with its source, and whether anybody checked it', async () => {
    const api = apiOver(sampleRecords);
    const answer = await asked(api, 'nangangzi', '?from=nangangzi-2017-10-18&series=sixPercent');
    expect([answer.from.on, answer.to.on, answer.knownOn]).toEqual(['2017-10-18', JULY, null]);
    expect(answer.rules.from.line).toMatchObject({ year: 2017, yuan: 3335, verified: false, place: 'cn' });
    expect(answer.rules.to).toMatchObject({
      line: { id: 'six-percent-2018', yuan: 3535, source: { en: expect.stringContaining('6 % a year') } },
      income: { id: 'net-income', verified: true },
    });
  });

  it('may be another line or income at the first visit, and then the rule is a part of its own', async () => {
    const api = apiOver(sampleRecords);
    const rule = async (query: string, what: Explained) =>
      of(await asked(api, 'nangangzi', query), what).parts.find((p) => p.why === 'rule');
    expect(await rule('?series=sixPercent', 'poorByIncome')).toMatchObject({ value: 0, households: 0 });
    const line = await rule('?series=sixPercent&seriesFrom=national', 'poorByIncome');
    expect(line).toMatchObject({ lowered: 0 });
    expect(line?.value).toBeGreaterThan(0);
    const income = await rule('?incomeFrom=own-income', 'meanIncome');
    expect(income?.value).toBeGreaterThan(0);
  });

  it('is one reason’s households where one is asked for, each with what it was counted as', async () => {
    const api = apiOver(sampleRecords);
    const found = await behind(api, 'nangangzi', '?what=incidence&part=joined');
    expect(found.parts.map(({ why }) => why)).toEqual(['joined']);
    expect(found.households.map(({ number }) => number)).toEqual(['016']);
    expect(found.parts[0]?.effects).toMatchObject([
      { householdId: 'nangangzi-016', before: null, after: { base: 0 } },
    ]);
  });

  it('is short however many households the village has', async () => {
    const b = village();
    for (let n = 0; n < 1000; n += 1) {
      b.household(`h${n}`)
        .read(`h${n}`, 'status', 'registered', JANUARY)
        .read(`h${n}`, 'persons', 1 + (n % 4), JANUARY)
        .read(`h${n}`, 'status', 'out', JULY);
    }
    const api = apiOver([b.record]);
    const answer = await asked(api, 'v');
    expect(of(answer, 'incidence').parts.find((p) => p.why === 'changed')).toMatchObject({
      households: 1000,
      lowered: 1000,
      raised: 0,
    });
    expect(JSON.stringify(answer).length).toBeLessThan(15_000);
  });

  it('calls nobody by name whom the asker may not know', async () => {
    const auditor = { ...cadreOf(sampleRecords), role: 'auditor' as const };
    const { households } = await behind(
      apiOver(sampleRecords, { actor: auditor }),
      'nangangzi',
      '?what=incidence&part=changed',
    );
    expect(households.map((h) => h.head)).toContainEqual({ zh: '样＊＊', en: 'S***' });
    expect(JSON.stringify(households)).not.toContain('Sample household');
  });
});

describe('the day on which the first figure was told', () => {
  it('and the day on which all was known are asked for', async () => {
    const api = apiOver(sampleRecords);
    const corrected = async (query: string) =>
      of(await asked(api, 'nangangzi', query), 'incidence').parts.find((p) => p.why === 'corrected')?.value;
    expect(await corrected('')).toBeLessThan(0);
    expect(await corrected('?toldOn=2018-07-02')).toBe(0);
    expect((await asked(api, 'nangangzi', '?knownOn=2018-07-09')).knownOn).toBe('2018-07-09');
  });
});

describe('what cannot be asked', () => {
  const api = apiOver([village().household('a').record]);
  it.each([
    ['/villages/nowhere/why', 404, { code: 'VILLAGE_NOT_FOUND' }],
    ['/villages/nowhere/why/households?what=incidence', 404, { code: 'VILLAGE_NOT_FOUND' }],
    ['/villages/v/why?to=nothing', 404, { code: 'VISIT_NOT_FOUND' }],
    ['/villages/v/why?from=jul&to=jan', 422, { code: 'PAIR_OUT_OF_ORDER', data: { field: 'from' } }],
    ['/villages/v/why?to=jan', 422, { code: 'TOO_FEW_VISITS' }],
    ['/villages/v/why/households?what=incidence&to=jan', 422, { code: 'TOO_FEW_VISITS' }],
  ])('%s → %i', async (path, status, body) => {
    expect(await api.get(path)).toMatchObject({ status, body });
  });
  it.each([
    ['/villages/v/why?series=cheap', 'series'],
    ['/villages/v/why?income=gross', 'income'],
    ['/villages/v/why?seriesFrom=cheap', 'seriesFrom'],
    ['/villages/v/why/households?what=luck', 'what'],
    ['/villages/v/why/households?what=incidence&part=luck', 'part'],
  ])('%s → 400, with the field', async (path, field) => {
    expect(await api.get(path)).toMatchObject({
      status: 400,
      body: { code: 'BAD_REQUEST', data: { issues: [{ field, code: 'notACode' }] } },
    });
  });
});

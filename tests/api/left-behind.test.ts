import { describe, expect, it } from 'vitest';
import type { Actor } from '#src/domain/account.ts';
import { leftBehindAnswer, LEFT_BEHIND_PAGE } from '#src/domain/left-behind-answer.ts';
import { largeVillage } from '#mocks/sample/large.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';
import { apiOver, cadreOf } from '#tests/support/api.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const api = apiOver(sampleRecords);
const asked = async (query = '', of = api, villageId = 'nangangzi') =>
  leftBehindAnswer.parse((await of.get(`/villages/${villageId}/left-behind${query}`)).body);

describe('the list of who is left behind in Nangangzi', () => {
  it('speaks of the last two visits, and of others where they are named', async () => {
    const answer = await asked();
    expect([answer.from?.on, answer.to.on, answer.today]).toEqual(['2018-01-22', '2018-07-02', '2018-07-16']);
    expect(answer.rules.line?.yuan).toBe(2995);
    const first = await asked('?to=nangangzi-2017-10-18');
    expect([first.from, first.to.on]).toEqual([null, '2017-10-18']);
  });

  it('begins with the gravest, and tells how many stand under each reason', async () => {
    const answer = await asked();
    expect(answer.entries[0]?.reasons[0]?.code).toBe('returned');
    expect(answer.entries).toHaveLength(answer.listed.households);
    for (const { kind, households } of answer.reasons) {
      const only = await asked(`?reason=${kind}`);
      expect(only.entries).toHaveLength(households);
      expect(only.listed).toEqual(answer.listed);
    }
  });

  it('tells as known on a past day what was overdue then', async () => {
    const answer = await asked('?knownOn=2018-07-03');
    expect([answer.knownOn, answer.today]).toEqual(['2018-07-03', '2018-07-03']);
  });

  it('is refused for visits that cannot be compared, reasons that do not exist, and where nobody visited', async () => {
    const refusal = async (query: string) => {
      const { status, body } = await api.get(`/villages/nangangzi/left-behind${query}`);
      return [status, body];
    };
    expect(await refusal('?from=nangangzi-2018-07-02&to=nangangzi-2018-01-22')).toMatchObject([
      422,
      { code: 'PAIR_OUT_OF_ORDER' },
    ]);
    expect(await refusal('?from=nothing')).toMatchObject([404, { code: 'VISIT_NOT_FOUND' }]);
    expect(await refusal('?reason=lazy')).toMatchObject([400, { code: 'BAD_REQUEST' }]);
    const unvisited = apiOver([new RecordBuilder().household('a').record]);
    expect(await unvisited.get('/villages/v/left-behind')).toMatchObject({
      body: { code: 'TOO_FEW_VISITS' },
    });
  });

  it('names nobody to whoever may not know names', async () => {
    const actor: Actor = { ...cadreOf(sampleRecords), role: 'auditor' };
    const answer = await asked('', apiOver(sampleRecords, { actor }));
    expect(answer.entries.length).toBeGreaterThan(0);
    const whole = await asked();
    expect(answer.entries.map(({ household }) => household.id)).toEqual(
      whole.entries.map(({ household }) => household.id),
    );
    for (const [at, { household }] of answer.entries.entries()) {
      expect(household.head).not.toEqual(whole.entries[at]?.household.head);
    }
  });
});

it('a large village comes page by page, every household of it once', async () => {
  const large = apiOver([largeVillage(450)]);
  const villageId = largeVillage(1).village.id;
  const seen: string[] = [];
  let next: string | null = '';
  while (next !== null) {
    const page = await asked(next && `?after=${next}`, large, villageId);
    expect(page.entries.length).toBeLessThanOrEqual(LEFT_BEHIND_PAGE);
    seen.push(...page.entries.map(({ household }) => household.id));
    next = page.next;
    expect(page.next === null).toBe(seen.length === page.listed.households);
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThan(LEFT_BEHIND_PAGE);
});

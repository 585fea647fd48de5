import { describe, expect, it } from 'vitest';
import { permissions, roles, type Role } from '#src/domain/permission.ts';
import type { Household, Member } from '#src/domain/household.ts';
import type { QuestionAnswer } from '#src/domain/data-questions.ts';
import type { ProcedureStep } from '#src/domain/procedure.ts';
import { maskOf } from '#src/domain/identifier.ts';
import { inMemory } from '#tests/support/memory-ports.ts';
import { partsOf, requestOf, routeNames } from '#tests/support/requests.ts';
import { seatsFor, targetAndOthers } from '#tests/support/target.ts';
import { validRequests } from '#tests/support/valid-requests.ts';
import { watched } from '#tests/support/watched.ts';

/** Words that no answer may hold for whoever may not know them; each stands in one place of a record. */
const words = (n: number, what: string) => ({ zh: `王${what}密${n}密`, en: `W ${what} marker-${n}-` });
const allMarkers = (text: string): Set<string> => new Set(text.match(/密\d+密|marker-\d+-/g) ?? []);
const CLEAR = ['999901180001010001', '00000000001', '000000000000000001'];
const STATES = ['longTermChronic', 'seriousIllness', 'disabled'] as const;
const HOUSEHOLDS = 6;

/** The target, with a name, own words or a state of health in every place that has room for one. */
function marked() {
  const { records, identifiers } = targetAndOthers();
  const [record] = records;
  if (!record) throw new Error('no target');
  const [model] = record.households;
  const [someone] = model?.members ?? [];
  if (!model || !someone) throw new Error('no household');
  let n = 0;
  const next = (what: string) => words(++n, what);
  const member = (at: number): Member => ({
    ...someone,
    id: at === 0 ? someone.id : `${someone.id}-${at}`,
    name: next('member'),
    health: STATES[at % STATES.length] ?? 'disabled',
    identifiers: { ...someone.identifiers, bankAccount: maskOf('bankAccount', '000000000000000001') },
  });
  record.households = Array.from({ length: HOUSEHOLDS }, (_, at): Household => ({
    ...model,
    id: at === 0 ? model.id : `${model.id}-${at}`,
    number: `00${at}`,
    head: next('head'),
    plan: at === 0 ? next('plan') : `王密${++n}密`,
    members: [member(at)],
  }));
  record.projects = record.projects.map((p) => ({
    ...p,
    beneficiaryIds: record.households.map((h) => h.id),
  }));
  record.visits = record.visits.map((v) => ({
    ...v,
    stops: record.households.map((h) => ({
      kind: 'household',
      subjectId: h.id,
      outcome: 'met',
      said: next('said'),
      source: v.source,
    })),
  }));
  record.readings = record.readings.map((r) => ({ ...r, note: next('note') }));
  record.steps = record.households.map((h, at): ProcedureStep => ({
    id: `target-step-${at}`,
    householdId: h.id,
    step: 'householdAgrees',
    outcome: 'refused',
    on: '2018-07-10',
    until: null,
    people: [next('people')],
    note: next('asked'),
    recordedOn: '2018-07-10',
    sequence: 10 + at,
    recordedBy: 'somebody',
    source: null,
  }));
  record.questionAnswers = record.households.map((h, at): QuestionAnswer => ({
    id: `target-answer-${at}`,
    key: `causeTwice/${h.id}`,
    readingIds: [],
    outcome: 'answered',
    reason: next('found'),
    recordedOn: '2018-07-10',
    sequence: 20 + at,
    recordedBy: 'somebody',
    source: null,
  }));
  return { records, identifiers, planted: 2 * n - (HOUSEHOLDS - 1) };
}

/** Every answer that the role gets when it asks everything that there is, as one text. */
async function everythingFor(role: Role): Promise<{ text: string; planted: number }> {
  const { planted, ...loaded } = marked();
  const service = await watched(inMemory, loaded);
  const households = loaded.records[0]?.households.map((h) => h.id) ?? [];
  let text = '';
  for (const relation of ['own', 'child'] as const) {
    for (const name of routeNames) {
      const { input, target } = validRequests[name];
      const places = seatsFor[target].places[relation];
      const cell = { role, relation, name: `${role.toLowerCase()}-${relation}` };
      const actor = { id: 'asking', name: 'Asking', role, places, via: 'session' } as const;
      const asked = [await input(service, cell)];
      if (name === 'household' || name === 'householdExit')
        asked.push(...households.map((householdId) => ({ householdId })));
      for (const one of asked) text += `${(await service.ask(actor, requestOf(partsOf(name, one)))).text}\n`;
    }
  }
  return { text, planted };
}

const rightsOf = (role: Role, action: keyof typeof permissions) => permissions[action][role].length > 0;
const healthIn = (text: string) => STATES.filter((state) => text.includes(`"health":"${state}"`));

describe('what a role may not know stands in no answer of any route', () => {
  it('plants more than thirty markers, and whoever may know them finds them all', async () => {
    const { text, planted } = await everythingFor('office');
    expect(planted).toBeGreaterThan(30);
    expect(allMarkers(text).size).toBe(planted);
    expect(healthIn(text)).toEqual(STATES);
  });

  it.each(roles.filter((role) => !rightsOf(role, 'viewNames')))(
    '%s: no name and no own words',
    async (role) => {
      const { text } = await everythingFor(role);
      expect([...allMarkers(text)]).toEqual([]);
      expect(text.includes('王＊＊')).toBe(rightsOf(role, 'viewHousehold'));
    },
  );

  it.each(roles.filter((role) => !rightsOf(role, 'viewHealth')))('%s: no state of health', async (role) => {
    const { text } = await everythingFor(role);
    expect(healthIn(text)).toEqual([]);
    expect(text.includes('"health":"withheld"')).toBe(rightsOf(role, 'viewHousehold'));
  });

  it.each(roles)('%s: no identifier in the clear but the one that was unmasked', async (role) => {
    const { text } = await everythingFor(role);
    const shown = CLEAR.filter((value) => text.includes(value));
    expect(shown).toEqual(rightsOf(role, 'unmaskIdentifier') ? ['00000000001'] : []);
  });
});

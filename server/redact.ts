import type { Actor } from '#src/domain/account.ts';
import type { QuestionAnswer } from '#src/domain/data-questions.ts';
import type { Household, Member } from '#src/domain/household.ts';
import { maskedName, maskedText } from '#src/domain/masked-name.ts';
import { may } from '#src/domain/permission.ts';
import { placeOf } from '#src/domain/place.ts';
import type { ProcedureStep } from '#src/domain/procedure.ts';
import type { Bilingual } from '#src/domain/text.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';

/** Says that there are words, and that this reader may not have them. */
const WITHHELD: Bilingual = { zh: '（不予显示）', en: '(withheld)' };

interface Rights {
  names: boolean;
  health: boolean;
}

/** The same record redacted in the same way is the same object: what is remembered of it stays valid. */
const made = new WeakMap<VillageRecord, Map<string, VillageRecord>>();

/** The record as the actor may know it: names and own words, and states of health, only to roles that need them. */
export function redactedFor(actor: Actor, record: VillageRecord): VillageRecord {
  const path = placeOf(record.village);
  const rights: Rights = { names: may(actor, 'viewNames', path), health: may(actor, 'viewHealth', path) };
  if (rights.names && rights.health) return record;
  const key = `${rights.names}/${rights.health}`;
  const versions = made.get(record) ?? new Map<string, VillageRecord>();
  made.set(record, versions);
  const known = versions.get(key) ?? redacted(record, rights);
  versions.set(key, known);
  return known;
}

function redacted(record: VillageRecord, rights: Rights): VillageRecord {
  const households = record.households.map((h) => redactedHousehold(h, rights));
  if (rights.names) return { ...record, households };
  return {
    ...record,
    households,
    visits: record.visits.map((v) => ({
      ...v,
      stops: v.stops.map((s) => ({ ...s, said: s.said === null ? null : WITHHELD })),
    })),
    readings: record.readings.map((r) => (r.note === undefined ? r : { ...r, note: WITHHELD })),
    steps: record.steps.map(redactedStep),
    questionAnswers: record.questionAnswers.map(redactedAnswer),
  };
}

/** Villagers are among the people; what the household said when it was asked is its own words. */
const redactedStep = (s: ProcedureStep): ProcedureStep => ({
  ...s,
  people: s.people.map(maskedText),
  note: s.note !== null && s.step === 'householdAgrees' ? WITHHELD : s.note,
});

/** What was found at a household is told in its words; why a question is none, or is one again, is an official's reason. */
const redactedAnswer = (a: QuestionAnswer): QuestionAnswer =>
  a.outcome === 'answered' ? { ...a, reason: WITHHELD } : a;

function redactedHousehold(h: Household, { names, health }: Rights): Household {
  const member = (m: Member): Member => ({
    ...m,
    name: names ? m.name : maskedName(m.name),
    health: health ? m.health : 'withheld',
  });
  return {
    ...h,
    head: names ? h.head : maskedName(h.head),
    plan: names || h.plan === null ? h.plan : WITHHELD,
    members: h.members.map(member),
  };
}

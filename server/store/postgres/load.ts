import type { ClientBase } from 'pg';
import { canonical, type Act } from '#src/domain/audit.ts';
import type { Identifier } from '#src/domain/identifier.ts';
import { placeOf } from '#src/domain/place.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import { withChecks } from '../entered-identifier.ts';
import { lastSequence } from '../last-sequence.ts';

const statement = {
  name: 'load_village',
  text: 'select app.load_village($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) as loaded',
};

export interface LoadParts {
  records: readonly VillageRecord[];
  identifiers?: readonly Identifier[];
  /** What is told to each village's chain, if anything. */
  actFor?: (record: VillageRecord) => Act;
}

/** What is told to a village's chain of its being loaded: how much came, and nothing of what it says. */
export function loadAct(record: VillageRecord, at: Date): Act {
  const { village, households, projects, visits, readings, commitments, verdicts, reviews } = record;
  const { successions, steps, questionAnswers } = record;
  const lists = {
    households,
    successions,
    projects,
    visits,
    readings,
    commitments,
    verdicts,
    reviews,
    steps,
    questionAnswers,
  };
  return {
    at: at.toISOString(),
    actor: null,
    action: 'loadRecords',
    place: placeOf(village),
    subject: { kind: 'village', id: village.id },
    householdId: null,
    reason: null,
    before: null,
    after: Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.length])),
  };
}

/**
 * Adds villages with all that is recorded of them, each whole or not at all; one that
 * is there already stays as it is. Answers how many were added. The connection is of
 * whoever owns the schema.
 */
export async function loadRecords(
  client: ClientBase,
  { records, identifiers = [], actFor }: LoadParts,
): Promise<number> {
  const held = new Map<string, Identifier[]>();
  for (const one of identifiers) held.set(one.householdId, [...(held.get(one.householdId) ?? []), one]);
  let added = 0;
  for (const told of records) {
    const record = withChecks(told, identifiersIn(told, held));
    const { village, contactPoint, households, successions, projects, visits, readings } = record;
    const { commitments, verdicts, reviews, steps, questionAnswers } = record;
    const values = [
      ...[village, contactPoint, successions].map((part) => JSON.stringify(part)),
      lastSequence(record),
      ...[households, projects, visits, readings, commitments, verdicts, reviews, steps, questionAnswers].map(
        (list) => JSON.stringify(list),
      ),
      JSON.stringify(identifiersIn(record, held)),
      actFor ? canonical(actFor(record)) : null,
    ];
    const { rows } = await client.query<{ loaded: boolean }>({ ...statement, values });
    if (rows[0]?.loaded) added += 1;
  }
  return added;
}

const identifiersIn = (
  { households }: VillageRecord,
  held: ReadonlyMap<string, Identifier[]>,
): Identifier[] => households.flatMap(({ id }) => held.get(id) ?? []);

import { explainFigure, type FigureAsked } from '#src/domain/explain-figure.ts';
import type { FigureCode } from '#src/domain/figure-code.ts';
import { guarantees, type Guarantee, type GuaranteeState } from '#src/domain/indicator.ts';
import { RecordBuilder } from './record-builder.ts';

const JAN = '2018-01-22';
const JUL = '2018-07-02';

/**
 * Small enough to be worked out by hand, with a household of every kind. Of 200 people, in January
 * and in July; yuan per person:
 * - `a`: 3 persons, registered at both, 400 and 600, no safe water, and no safe house until July;
 * - `b`: 2 persons, registered and then out, 4000 and 4500, everything met;
 * - `c`: status, persons and guarantees unknown;
 * - `d`: joined in March, 1 person, registered, earns nothing, water not met, housing unknown;
 * - `e`: left in April, 4 persons, returned, 2000, everything met;
 * - `f`: 1 person, unknown and then registered, wage unknown in July, water unknown and then not met.
 */
export function explainedVillage(): RecordBuilder {
  const b = new RecordBuilder()
    .visit('jan', JAN)
    .visit('jul', JUL)
    .read('v', 'ruralPopulation', 200, JAN, { evidence: 'document' })
    .household('a')
    .household('b')
    .household('c')
    .household('d', { registeredOn: '2018-03-01' })
    .household('e', { leftOn: '2018-04-01' })
    .household('f')
    .read('a', 'status', 'registered', JAN)
    .read('a', 'persons', 3, JAN)
    .income('a', JAN, [900, 600, 600, 0, 300])
    .read('a', 'wage', 1500, JUL, { evidence: 'toldByHousehold' })
    .read('b', 'status', 'registered', JAN)
    .read('b', 'status', 'out', JUL, { evidence: 'toldByCadre' })
    .read('b', 'persons', 2, JAN)
    .income('b', JAN, [8000, 0, 0, 0, 0])
    .read('b', 'wage', 9000, JUL, { evidence: 'toldByHousehold' })
    .read('d', 'status', 'registered', '2018-03-01')
    .read('d', 'persons', 1, '2018-03-01')
    .income('d', '2018-03-01', [0, 0, 0, 0, 0])
    .read('e', 'status', 'returned', JAN)
    .read('e', 'persons', 4, JAN)
    .income('e', JAN, [8000, 0, 0, 0, 0])
    .read('f', 'status', 'registered', JUL)
    .read('f', 'persons', 1, JAN)
    .income('f', JAN, [1000, 0, 0, 0, 0])
    .read('f', 'wage', 'unknown', JUL)
    .commitment('well', 'jan', '2018-06-30')
    .commitment('road', 'jan', '2018-06-30')
    .commitment('school', 'jan', '2018-06-30')
    .commitment('roof', 'jan', '2018-06-30', {
      source: { kind: 'report', publisher: { zh: '样例', en: 'The sample' }, publishedOn: JAN },
    })
    .verdict('well', 'jul', 'kept', JUL, { source: { kind: 'visit', visitId: 'jul' } })
    .verdict('road', 'jul', 'cannotTell', JUL)
    .verdict('school', 'jul', 'partly', JUL, { source: { kind: 'visit', visitId: 'jul' } });
  const states = (id: string, on: string, given: Partial<Record<Guarantee, GuaranteeState>>) => {
    for (const name of guarantees) b.read(id, name, given[name] ?? 'met', on);
  };
  states('a', JAN, { water: 'notMet', housing: 'notMet' });
  b.read('a', 'housing', 'met', JUL, { evidence: 'document' });
  states('b', JAN, {});
  states('d', '2018-03-01', { water: 'notMet', housing: 'unknown' });
  states('e', JAN, {});
  states('f', JAN, { water: 'unknown' });
  b.read('f', 'water', 'notMet', JUL);
  return b;
}

const rounded = (n: number | null) => (n === null ? null : Math.round(n * 1e6) / 1e6);

/** One figure of it in short: its two ends, terms, parts and unknowns, each a row. */
export function explainedInShort(code: FigureCode, asked: FigureAsked & { alone?: true } = {}) {
  const { record } = explainedVillage();
  const [from, to] = record.visits;
  if (!from || !to) throw new Error('two visits are compared');
  const { alone, ...rest } = asked;
  const { figure, terms, partUnit, parts, unknown } = explainFigure(
    record,
    code,
    alone ? null : from,
    to,
    rest,
  );
  const end = (one: typeof figure.to) => [
    rounded(one.value),
    one.range && [rounded(one.range.low), rounded(one.range.high)],
    one.unit,
    `${one.known}/${one.of} ${one.countedIn}`,
    one.evidence.join(' '),
  ];
  return {
    from: figure.from && end(figure.from),
    to: end(figure.to),
    terms: terms.map((term) => [term.term, term.unit, rounded(term.from), rounded(term.to)]),
    parts: [
      partUnit,
      ...parts.map((part) => [
        part.subject.id,
        rounded(part.from),
        rounded(part.to),
        part.readings.map(({ indicator }) => indicator).join(' '),
        ...(part.verdict ? [part.verdict] : []),
      ]),
    ],
    unknown: unknown.map((one) => [one.subject.id, one.from.join(' '), one.to.join(' ')]),
  };
}

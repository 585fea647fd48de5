import type { Snapshot } from './change.ts';
import { householdSubject, readingsAt, type Looked, type Told } from './explain-parts.ts';
import type { Household } from './household.ts';
import { countedSources, netIncome } from './income-rules.ts';
import { householdIncome, incomeBetween, panelChange } from './income.ts';
import type { IncomeSource, Indicator } from './indicator.ts';
import { numberOf } from './reading.ts';

/** Yuan of one source in a household, or all of it (null), and the persons it is for; null where not known. */
function incomeOf(at: Snapshot, { id }: Household, source: IncomeSource | null) {
  const { total, persons, bySource } = householdIncome(at, id);
  const yuan = source === null ? total : numberOf(bySource[source]);
  return yuan === null || !persons ? null : { yuan, persons };
}

/** Mean income per person, net or of one source, over the same households at both visits. */
export function explainIncome(source: IncomeSource | null, looked: Looked): Told {
  const { earlier, now, before, after } = looked;
  const inBefore = new Set(before);
  const both = earlier ? after.filter((h) => inBefore.has(h)) : after;
  const { rows } = incomeBetween(earlier ?? now, now, earlier ? before : after, after);
  const row = rows.find((one) => one.source === source);
  if (!row) throw new Error(`no income of ${source}`);
  const { panel } = row;

  const incomes = both.map((h) => ({
    h,
    from: earlier && incomeOf(earlier, h, source),
    to: incomeOf(now, h, source),
  }));
  const known = incomes.filter(({ from, to }) => to !== null && (!earlier || from !== null));
  const sum = (end: 'from' | 'to', what: 'yuan' | 'persons') =>
    known.reduce((all, one) => all + (one[end]?.[what] ?? 0), 0);
  const term = (what: 'yuan' | 'persons') => ({
    from: earlier && known.length > 0 ? sum('from', what) : null,
    to: known.length > 0 ? sum('to', what) : null,
  });
  const names: Indicator[] = [...(source === null ? countedSources(netIncome) : [source]), 'persons'];
  const missing = (at: Snapshot | null, h: Household): Indicator[] =>
    at ? names.filter((name) => numberOf(at.level(h.id, name)) === null) : [];
  const perPerson = (income: { yuan: number; persons: number } | null) =>
    income && income.yuan / income.persons;
  return {
    figure: {
      from: earlier && { ...panel.from, countedIn: 'household', range: null },
      to: { ...panel.to, countedIn: 'household', range: null },
    },
    terms: [
      { term: 'incomeTotal', unit: 'yuan', ...term('yuan') },
      { term: 'persons', unit: 'person', ...term('persons') },
      ...(earlier
        ? [{ term: 'difference', unit: 'yuanChange', from: null, to: panelChange(row) } as const]
        : []),
    ],
    partUnit: 'yuan',
    parts: known.map(({ h, from, to }) => ({
      subject: householdSubject(h),
      from: perPerson(from),
      to: perPerson(to),
      readings: readingsAt(looked, h.id, names),
      verdict: null,
    })),
    unknown: both
      .map((h) => ({ subject: householdSubject(h), from: missing(earlier, h), to: missing(now, h) }))
      .filter(({ from, to }) => from.length > 0 || to.length > 0),
  };
}

/**
 * Incomes of people: yuan per person and year, with the persons behind each.
 * Without `weights` each income is one person's. Who has no known income is
 * not in it: the caller counts them and says so (DOMAIN §3.1).
 */
export interface Distribution {
  incomes: readonly number[];
  weights?: readonly number[] | undefined;
}

/** Persons who share one income. */
export interface Group {
  income: number;
  persons: number;
}

/**
 * The groups with anybody in them, poorest first. Throws a RangeError where the
 * input cannot be a distribution: another number of weights than of incomes, a
 * negative weight, a number that is none.
 */
export function groupsOf({ incomes, weights }: Distribution): Group[] {
  if (weights && weights.length !== incomes.length) {
    throw new RangeError(`${incomes.length} incomes have ${weights.length} weights`);
  }
  const groups = incomes.map((income, at) => ({ income, persons: weights?.[at] ?? 1 }));
  for (const { income, persons } of groups) {
    if (!Number.isFinite(income)) throw new RangeError(`${income} is no income`);
    if (!Number.isFinite(persons) || persons < 0) throw new RangeError(`${persons} are no persons`);
  }
  return groups.filter((g) => g.persons > 0).toSorted((a, b) => a.income - b.income);
}

/** Persons in all. */
export const personsIn = (groups: readonly Group[]): number => groups.reduce((sum, g) => sum + g.persons, 0);

/** Mean of `of` over persons; NaN where there is nobody. */
export function meanOver(groups: readonly Group[], of: (group: Group) => number): number {
  return groups.reduce((sum, g) => sum + g.persons * of(g), 0) / personsIn(groups);
}

/**
 * Half the mean absolute difference between two persons drawn at random, with
 * replacement (yuan). It is Gini × mean, and stays defined where the mean is
 * zero or negative. `groups` are poorest first.
 */
export function halfMeanDifference(groups: readonly Group[]): number {
  const persons = personsIn(groups);
  let below = 0;
  let sum = 0;
  for (const [at, g] of groups.entries()) {
    // A step from one income to the next parts everybody below it from everybody above it.
    // Steps are never negative, so nothing cancels and equal incomes give exactly 0.
    below += g.persons;
    const next = groups[at + 1];
    if (next) sum += (next.income - g.income) * below * (persons - below);
  }
  return sum === 0 ? 0 : sum / (persons * persons);
}

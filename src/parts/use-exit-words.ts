import type { JudgedBy } from '#src/domain/exit-answer.ts';
import type { Criterion, ExitVerdict, Turning } from '#src/domain/exit-verdict.ts';
import type { Incidence } from '#src/domain/incidence.ts';
import type { Indicator } from '#src/domain/indicator.ts';
import { exitWords } from '#src/messages/exit.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';

type Missing = Criterion['missing'];

/** Says criteria, what is missing of them, and what would turn them. */
export function useExitWords() {
  const t = useMessages(exitWords);
  const term = useMessages(terms);
  const { quantity } = useFormat();
  const yuan = (amount: number) => quantity(amount, 'yuan');

  const nameOf = (code: Criterion['code']): string =>
    code === 'income' || code === 'incidence' ? t.criterion[code] : term.indicator[code];

  /** What nobody read: of one household by name, of many by how many of them. */
  const missingText = (missing: Missing, ofMany: boolean): string => {
    const counts = new Map<Indicator, number>();
    for (const { indicator } of missing) counts.set(indicator, (counts.get(indicator) ?? 0) + 1);
    return [...counts]
      .map(([name, n]) =>
        ofMany && (name === 'status' || name === 'persons')
          ? t.missingOf(term.indicator[name], n)
          : term.indicator[name],
      )
      .join(t.list);
  };

  const turningText = (turning: Turning, ofMany: boolean): string => {
    switch (turning.kind) {
      case 'income':
        if (turning.up && turning.by === 0) return t.atLine;
        return (turning.up ? t.incomeUp : t.incomeDown)(yuan(turning.by), yuan(turning.total));
      case 'steady':
        return t.steady(turning.visits);
      case 'guarantee':
        return t.guaranteeTo[turning.to](term.indicator[turning.guarantee]);
      case 'persons':
        return (turning.up ? t.personsUp : t.personsDown)(turning.by);
      case 'condition':
        return t.conditionTo(term.indicator[turning.indicator], term.condition[turning.to]);
      case 'reading':
        return t.readIt(missingText(turning.missing, ofMany));
    }
  };

  /** An open criterion in a list: how much is missing where that can be said in a word. */
  const openText = ({ code, turning }: Criterion): string =>
    turning?.kind === 'income' && turning.up ? t.incomeShort(nameOf(code), yuan(turning.by)) : nameOf(code);

  /** Names of the required criteria that stand in the way. */
  const openNames = ({ criteria, verdict }: ExitVerdict): string => {
    const asked = verdict === 'notReady' ? 'notMet' : 'unknown';
    return criteria
      .filter((c) => c.required && c.state === asked)
      .map((c) => nameOf(c.code))
      .join(t.list);
  };

  /** What the figure behind a criterion is, where the verdict tells it. */
  const figureText = (
    { code, turning }: Criterion,
    { line, on }: JudgedBy,
    incidence?: Incidence,
  ): string | null => {
    if (code === 'incidence' && incidence) {
      const { figure, poorPersons, population } = incidence;
      if (figure.value === null || population === null) return null;
      return t.incidenceNow(
        quantity(figure.value, 'percent'),
        poorPersons,
        quantity(population, 'person'),
        t.ofPoor(figure.known, figure.of),
      );
    }
    if (code === 'income' && !line) return t.noLine(on.slice(0, 4));
    if (turning?.kind !== 'income' || !line) return null;
    const income = turning.up ? line.yuan - turning.by : line.yuan + turning.by;
    return t.incomeNow(yuan(income), yuan(line.yuan));
  };

  return { t, nameOf, missingText, turningText, openText, openNames, figureText };
}

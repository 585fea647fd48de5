import type { MoveCell } from '#src/domain/figure-code.ts';
import type { MoveGroup } from '#src/domain/mobility.ts';
import { moveGroups } from '#src/domain/mobility.ts';
import type { Locale } from '#src/domain/text.ts';
import { measureFormulas } from './measure-formulas.ts';
import { measuresWords } from './measures.ts';
import { own, type Definition } from './own-definition.ts';
import { terms } from './terms.ts';

/** What is counted of the moves beside their cells: its name, and who is in it. */
type Groups = Record<MoveGroup, { name: string; who: string }>;

const groupsEn: Groups = {
  panel: { name: measuresWords.en.panel, who: 'in the register at both visits' },
  entrants: { name: measuresWords.en.entrants, who: 'in the register at the second visit alone' },
  leavers: { name: measuresWords.en.leavers, who: 'in the register at the first visit alone' },
  everybody: {
    name: 'In the register at either visit',
    who: 'in the register at one of the two visits or both',
  },
  moved: {
    name: 'Changed state, joined or left',
    who: 'in another state at the second visit than at the first, or in the register at one of them alone',
  },
  wentOut: {
    name: 'Got out of poverty',
    who: 'out of poverty at the second visit, and not at the first',
  },
  wentBack: {
    name: 'Returned to poverty',
    who: 'returned to poverty at the second visit, and not at the first',
  },
  otherMoves: {
    name: 'Changed status in another way',
    who: 'in the register at both visits, with another status, and neither got out of poverty nor returned to it',
  },
};
const groupsZh: Groups = {
  panel: { name: measuresWords['zh-CN'].panel, who: '两次走访时均在册' },
  entrants: { name: measuresWords['zh-CN'].entrants, who: '仅后一次走访时在册' },
  leavers: { name: measuresWords['zh-CN'].leavers, who: '仅前一次走访时在册' },
  everybody: { name: '任一次走访时在册', who: '两次走访中至少一次在册' },
  moved: { name: '状态有变、新纳入或不再在册', who: '两次走访时状态不同，或仅一次在册' },
  wentOut: { name: '脱贫', who: '后一次走访时已脱贫，前一次不是' },
  wentBack: { name: '返贫', who: '后一次走访时为返贫，前一次不是' },
  otherMoves: { name: '其他状态变化', who: '两次均在册、状态不同，且既非脱贫也非返贫' },
};

/** Who moved between the states of the register. */
export function movesIn(locale: Locale) {
  const { standing } = terms[locale];
  const words = measuresWords[locale];
  const en = locale === 'en';
  const query = en
    ? 'Households in the register at either visit, by their state at each.'
    : '任一次走访时在册的农户，按两次走访时的状态划分。';
  const unknowns = en
    ? 'An unknown status is a state of its own. A household whose persons are unknown is counted as a household and in no sum of persons.'
    : '状态不明自成一类；人口不明的户计入户数，不计入人口。';
  const moves = (name: string, formula: string): Definition => ({
    name,
    query,
    formula,
    source: own(locale),
    unknowns,
  });
  const cell = ({ from, to }: MoveCell) =>
    moves(
      words.move(standing[from], standing[to]),
      en
        ? `Number of households: ${standing[from]} at the first visit, ${standing[to]} at the second`
        : `前一次走访时“${standing[from]}”、后一次“${standing[to]}”的户数`,
    );
  const groups = Object.fromEntries(
    moveGroups.map((name) => {
      const said = (en ? groupsEn : groupsZh)[name];
      return [name, moves(said.name, en ? `Number of households: ${said.who}` : `户数：${said.who}`)];
    }),
  ) as Record<MoveGroup, Definition>;
  return {
    cell,
    groups,
    shorrocks: {
      ...measureFormulas[locale].shorrocks,
      query: en
        ? 'Households in the register at both visits whose state is known at both.'
        : '两次走访均在册、且两次状态均已知的农户。',
      unknowns: en
        ? 'Becoming known is no move: households with an unknown state are left out and listed below.'
        : '由不明转为已知不算变动：状态不明的户不计入，并列在下面。',
    },
  };
}

import { z } from 'zod';
import { incomeSources, type IncomeSource } from './indicator.ts';
import { EVERYWHERE } from './place.ts';
import { ruleHead } from './rule.ts';

/** What sources disagree on (DOMAIN §3.3): whether a figure typed in the field is to include it. */
export const disputedItems = ['pension', 'oneOffGift', 'fixedPurposeGrant'] as const;

/** Which income counts. Every income figure is computed under one of these and names it. */
export const incomeRuleSet = ruleHead.extend({
  counts: z.record(z.enum(incomeSources), z.boolean()),
  /** Null: the rule does not say. It changes no figure, it tells who asks what to include. */
  items: z.record(z.enum(disputedItems), z.boolean().nullable()),
});
export type IncomeRuleSet = z.infer<typeof incomeRuleSet>;

/** Net income: (wage + business − business cost + property + transfer) ÷ persons (DOMAIN §3.3). */
export const netIncome: IncomeRuleSet = {
  id: 'net-income',
  place: EVERYWHERE,
  source: {
    zh: '建档立卡人均纯收入口径：工资性＋经营性－经营费用＋财产性＋转移性',
    en: 'Net income of the register: wages, business less its costs, property, transfers',
  },
  verified: true,
  counts: { wage: true, business: true, businessCost: true, property: true, transfer: true },
  items: { pension: null, oneOffGift: null, fixedPurposeGrant: null },
};

/** What the household has without being given it: shows who would fall if transfers ended. */
export const ownIncome: IncomeRuleSet = {
  id: 'own-income',
  place: EVERYWHERE,
  source: {
    zh: '本系统的分析口径，并非官方标准：不计转移性收入',
    en: 'A reading of this dashboard, not an official one: transfers left out',
  },
  verified: false,
  counts: { wage: true, business: true, businessCost: true, property: true, transfer: false },
  items: { pension: false, oneOffGift: false, fixedPurposeGrant: false },
};

export const incomeRuleIds = ['net-income', 'own-income'] as const;
export type IncomeRuleId = (typeof incomeRuleIds)[number];
export const incomeRuleSets: readonly IncomeRuleSet[] = [netIncome, ownIncome];

/** One of the rule sets, by its id. */
export const incomeRuleId = z.enum(
  incomeRuleSets.map((set) => set.id),
  { error: 'notACode' },
);

/** The sources that count under a rule set, in reading order. */
export const countedSources = ({ counts }: Pick<IncomeRuleSet, 'counts'>): IncomeSource[] =>
  incomeSources.filter((name) => counts[name]);

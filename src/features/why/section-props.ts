import type { WhyAnswer } from '#src/domain/why-answer.ts';

/** What every section of the page is made of. */
export interface SectionProps {
  answer: WhyAnswer;
  /** In words: they go into every export of what is measured by them. */
  rulesText: string;
  source: string;
}

import type { Progress } from '#src/domain/progress.ts';
import { ConditionSection } from './condition-section.tsx';
import { GuaranteeSection } from './guarantee-section.tsx';
import { IncomeSection } from './income-section.tsx';
import { ProjectSection } from './project-section.tsx';

/** The sections that draw, together in one chunk with the drawing library. */
export function DrawnSections(props: { progress: Progress; source: string }) {
  return (
    <>
      <IncomeSection {...props} />
      <GuaranteeSection {...props} />
      <ProjectSection {...props} />
      <ConditionSection {...props} />
    </>
  );
}

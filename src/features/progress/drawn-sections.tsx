import { ConditionSection } from './condition-section.tsx';
import type { DrawnProps } from './drawn-props.ts';
import { GuaranteeSection } from './guarantee-section.tsx';
import { IncomeSection } from './income-section.tsx';
import { ProjectSection } from './project-section.tsx';

/** The sections that draw, together in one chunk with the drawing library. */
export function DrawnSections(props: DrawnProps) {
  const { progress, source } = props;
  return (
    <>
      <IncomeSection {...props} />
      <GuaranteeSection {...props} />
      <ProjectSection progress={progress} source={source} />
      <ConditionSection progress={progress} source={source} />
    </>
  );
}

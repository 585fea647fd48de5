import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { AllFigures } from './all-figures.tsx';
import { ExplanationSection } from './explanation-section.tsx';
import type { SectionProps } from './section-props.ts';

const route = getRouteApi('/villages/$villageId/why');

/** Each figure with its reasons, incidence first; together in one chunk with the drawing library. */
export function Explanations(shared: SectionProps) {
  const { what, part } = route.useSearch();
  useEffect(() => {
    // A list that is open comes into sight by itself.
    if (what && !part) document.querySelector(`#why-${what}`)?.scrollIntoView();
  }, [what, part]);
  const [first, ...others] = shared.answer.explanations;
  return (
    <>
      {first ? <ExplanationSection explanation={first} {...shared} /> : null}
      <AllFigures {...shared} />
      {others.map((explanation) => (
        <ExplanationSection key={explanation.what} explanation={explanation} {...shared} />
      ))}
    </>
  );
}

import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { Day } from '#src/domain/day.ts';
import { householdView } from '#src/domain/household-view.ts';
import type { HouseholdRecord } from '#src/domain/records.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { queryWords } from '#src/messages/query-words.ts';
import { Disagreements } from '#src/parts/disagreements.tsx';
import { Waiting } from '#src/ui/waiting.tsx';
import { CommitmentSection } from './commitment-section.tsx';
import { ExitSection } from './exit-section.tsx';
import { GuaranteeSection } from './guarantee-section.tsx';
import { HouseholdBanner } from './household-banner.tsx';
import classes from './household-report.module.css';
import { LooksSection } from './looks-section.tsx';
import { MemberSection } from './member-section.tsx';
import { NotKnownNotice } from './not-known-notice.tsx';
import { PairChoice } from './pair-choice.tsx';
import { ProjectSection } from './project-section.tsx';
import { QuestionSection } from './question-section.tsx';
import { ReadingSection } from './reading-section.tsx';
import { ReportedFacts } from './reported-facts.tsx';
import { HelperSection, SupportSection } from './support-section.tsx';
import { VisitSection } from './visit-section.tsx';

const route = getRouteApi('/households/$householdId');

/** The drawing library is large: the words come first and do not wait for it. */
const IncomeSection = lazy(async () => ({ default: (await import('./income-section.tsx')).IncomeSection }));

/** The record as one page: who they are, what is not known, what changed, and every reading behind it. */
export function HouseholdReport({ record, today }: { record: HouseholdRecord; today: Day }) {
  const loading = useMessages(queryWords).loading;
  const { from, to, knownOn } = route.useSearch();
  const view = householdView(record, today, { from, to, knownOn });
  const props = { record, view };
  const { household: h } = record;
  const sections = [
    { name: 'projects', section: ProjectSection, holds: view.projects.length > 0 },
    { name: 'support', section: SupportSection, holds: view.measures.length > 0 || h.plan !== null },
    { name: 'members', section: MemberSection, holds: h.members.length > 0 },
    { name: 'commitments', section: CommitmentSection, holds: view.commitments.length > 0 },
    { name: 'helpers', section: HelperSection, holds: view.pairings.length > 1 },
  ];
  const filled = sections.filter(({ holds }) => holds);
  // What has little to say stands side by side, so that a sparse record is a short page.
  const bare = sections.filter(({ holds }) => !holds);
  return (
    <article className={classes.report}>
      <HouseholdBanner {...props} />
      <ReportedFacts {...props} />
      <NotKnownNotice {...props} />
      <PairChoice {...props} today={today} />
      <Suspense fallback={<Waiting label={loading} />}>
        <IncomeSection {...props} />
      </Suspense>
      <GuaranteeSection {...props} />
      <ExitSection {...props} />
      <QuestionSection {...props} />
      {filled.map(({ name, section: Section }) => (
        <Section key={name} {...props} />
      ))}
      <div className={classes.beside}>
        {bare.map(({ name, section: Section }) => (
          <Section key={name} {...props} />
        ))}
      </div>
      <VisitSection {...props} />
      <Disagreements readings={view.readings} />
      <ReadingSection {...props} />
      <LooksSection {...props} />
    </article>
  );
}

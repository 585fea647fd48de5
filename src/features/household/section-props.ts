import type { HouseholdView } from '#src/domain/household-view.ts';
import type { HouseholdRecord } from '#src/domain/records.ts';

/** What each section of the page is drawn from. */
export interface SectionProps {
  record: HouseholdRecord;
  view: HouseholdView;
}

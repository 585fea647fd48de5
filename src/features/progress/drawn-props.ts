import type { HouseholdsProgress, Progress } from '#src/domain/progress.ts';

/** What a section draws. */
export interface DrawnProps {
  progress: Progress;
  /** Undefined until it is there: it comes after what stands above. */
  each: HouseholdsProgress | undefined;
  source: string;
}

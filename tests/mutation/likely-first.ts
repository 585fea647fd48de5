import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest that each file's tests have taken: a run that is cut off at its first failure says less. */
const longest = new Map<string, number>();

/**
 * A change is noticed when the first test fails: the files that noticed one when they were last
 * asked come first, for the next change is close by, and then those that answer quickest.
 */
export class LikelyFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const ranked = files.map((file) => {
      const path = relative(this.ctx.config.root, file.moduleId);
      const last = this.ctx.cache.getFileTestResults(`${file.project.name}:${path}`);
      const duration = Math.max(longest.get(path) ?? 0, last?.duration ?? 0);
      longest.set(path, duration);
      return { file, hasFailed: last?.failed ?? false, duration };
    });
    return ranked
      .toSorted((a, b) => Number(b.hasFailed) - Number(a.hasFailed) || a.duration - b.duration)
      .map(({ file }) => file);
  }
}

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

/**
 * `npm test`: everything by Vitest, then one last line that a person and a machine
 * can read: `N passed, N failed`. What is given after `--` goes to Vitest.
 */
const REPORT = '.cache/test-report.json';

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

mkdirSync('.cache', { recursive: true });
rmSync(REPORT, { force: true });
const run = spawnSync(
  'vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`, ...process.argv.slice(2)],
  { stdio: ['ignore', 'inherit', 'inherit'] },
);

const { passed, failed, skipped } = counted();
if (skipped > 0) console.log(`${skipped} not run`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/** A file that fails to load, and a run that fails beside its tests, count as one failure each. */
function counted(): { passed: number; failed: number; skipped: number } {
  const report = reported();
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((result) => result.status !== 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  const besides = failed === 0 && run.status !== 0 ? 1 : 0;
  return { passed: report.numPassedTests, failed: failed + besides, skipped: report.numPendingTests };
}

function reported(): Report | null {
  try {
    return JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
  } catch {
    return null;
  }
}

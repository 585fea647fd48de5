/**
 * Which form the answers have that a device keeps: one higher whenever the contract gives one of them another
 * (`tests/api/answers-version.test.ts` says when). What was kept under another number is looked at before it is shown.
 */
export const ANSWERS_VERSION = 2;

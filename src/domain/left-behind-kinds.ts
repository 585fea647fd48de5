/**
 * The reasons as people look for them, the gravest first: the order of the list, and of the reasons
 * within it. Whoever is above the line and fails a guarantee is one that a count by income overlooks.
 */
export const leftBehindKinds = [
  'returned',
  'sinking',
  'aboveLineGap',
  'guaranteeNotMet',
  'overdueCommitment',
  'notVisited',
  'nobodyHome',
  'guaranteeUnknown',
  'dataQuestion',
] as const;
export type LeftBehindKind = (typeof leftBehindKinds)[number];

/** As much of a reason as tells its kind. */
interface Given {
  code: Exclude<LeftBehindKind, 'aboveLineGap'>;
  aboveLine?: boolean | null;
}

/** Which of them it is. */
export const kindOf = ({ code, aboveLine }: Given): LeftBehindKind =>
  code === 'guaranteeNotMet' && aboveLine === true ? 'aboveLineGap' : code;

/** How grave a reason is, 0 the gravest: a guarantee that is not met weighs the same above and below the line. */
export const gravityOf = ({ code }: Given): number => leftBehindKinds.indexOf(code);

/** Whether somebody with these reasons is on the list for this one, or at all. */
export const isListedFor = (
  { reasons }: { reasons: readonly Given[] },
  kind: LeftBehindKind | undefined,
): boolean => kind === undefined || reasons.some((reason) => kindOf(reason) === kind);

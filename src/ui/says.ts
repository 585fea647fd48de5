/** Says words in a sentence, as what they lead to. */
export type Through<What> = (words: string, what: What) => string;

/**
 * A sentence that leads on from some of its words: given what is to become of them, it says itself.
 * Its message stays a message, so each language has its own order and its own words between.
 */
export type Says<What> = (through: Through<What>) => string;

/** The sentence as words alone, as in a file, a name or a search. */
export const plainly = <What>(says: Says<What>): string => says((words) => words);

/** How often what happens in a world, each from 0 to 1. */
export interface Temper {
  /** Of the visits, after how many somebody changes or removes one of the last. */
  edits: number;
  /** Of the visits, after how many a reading is corrected. */
  corrects: number;
  /** Of the visits, how many have photos. */
  photographs: number;
  /** Of the worlds, in how many the service is put back to a backup: during the day, and again when all has arrived. */
  restores: number;
}

/** A day as days are; and one in which what is seldom comes together, in a world of a few phones. */
export const tempers = {
  usual: { edits: 0.04, corrects: 0.05, photographs: 0.12, restores: 1 / 3 },
  wild: { edits: 0.4, corrects: 0.3, photographs: 0.4, restores: 0.9 },
} as const satisfies Record<string, Temper>;
export type TemperName = keyof typeof tempers;

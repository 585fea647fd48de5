import type { VillageRecord } from '#src/domain/village-record.ts';
import { nangangzi } from './nangangzi.ts';
import { villageFive } from './village-five.ts';
import { villageFour } from './village-four.ts';
import { villageSix } from './village-six.ts';
import { villageThree } from './village-three.ts';
import { villageTwo } from './village-two.ts';

/** The sample's day: "overdue" and "days since" are counted from it. */
export const SAMPLE_TODAY = '2018-07-16';

/** Nangangzi, and beside it villages that are plainly fictional. */
export const sampleRecords: VillageRecord[] = [
  nangangzi(),
  villageTwo(),
  villageThree(),
  villageFour(),
  villageFive(),
  villageSix(),
];

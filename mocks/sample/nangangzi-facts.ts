import { reported, REPORTED_ON, say } from './words.ts';

export const ID = 'nangangzi';
/** Its visits: the work team's is invented, the two of the leader are reported. */
export const OCT = '2017-10-18';
export const JAN = '2018-01-22';
export const JUL = '2018-07-02';
/** Not of the article. */
export const FOLLOW_UP_DAYS = 180;

/** How a reading out of the article is recorded. */
export const press = { source: reported, evidence: 'reportedInPress', recordedOn: REPORTED_ON } as const;
export const workTeam = say('样例工作队', 'Sample work team');

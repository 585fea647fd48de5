import type { SampleVillage } from './build.ts';
import { say, township } from './words.ts';

const meeting = say('样例村民代表会议', 'Sample villagers’ meeting');
const committees = say('样例村两委', 'Sample village committees');
const workTeam = say('样例工作队', 'Sample work team');
const household = (short: string) => say(`样例户${short}`, `Sample household ${short}`);

/** All of it, on the days given, until the household was struck off. */
function struckOff(v: SampleVillage, number: string, short: string, days: string[]): void {
  const [appraised = '', verified = '', agreed = '', hung = '', down = '', announced = '', off = ''] = days;
  v.step(number, 'appraisal', appraised, [meeting]);
  v.step(number, 'verification', verified, [committees, workTeam]);
  v.step(number, 'householdAgrees', agreed, [household(short)]);
  v.step(number, 'publicNotice', hung, [committees], { until: down });
  v.step(number, 'announcement', announced, [township]);
  v.step(number, 'deregistration', off, [township]);
}

/** Procedures of invented households of Nangangzi: done, begun, and sent back. Of the real ones nobody told us any. */
export function nangangziProcedures(v: SampleVillage): void {
  struckOff(v, '003', '3', [
    '2018-05-08',
    '2018-05-15',
    '2018-05-17',
    '2018-05-21',
    '2018-05-27',
    '2018-06-05',
    '2018-06-12',
  ]);
  v.step('006', 'appraisal', '2018-07-05', [meeting]);
  v.step('018', 'appraisal', '2018-07-05', [meeting], {
    outcome: 'refused',
    note: say('人均收入未过线', 'Income per person is not above the line'),
  });
  v.step('021', 'appraisal', '2018-06-20', [meeting]);
  v.step('021', 'verification', '2018-07-04', [committees, workTeam], {
    outcome: 'refused',
    note: say('房屋尚未修好', 'The house is not repaired yet'),
  });
}

/** One that is ready, and whose notice still hangs on the sample's day. */
export function villageThreeProcedures(v: SampleVillage): void {
  v.step('003', 'appraisal', '2018-06-20', [meeting]);
  v.step('003', 'verification', '2018-06-28', [committees, workTeam]);
  v.step('003', 'householdAgrees', '2018-07-02', [household('3')]);
  v.step('003', 'publicNotice', '2018-07-12', [committees], { until: '2018-07-18' });
}

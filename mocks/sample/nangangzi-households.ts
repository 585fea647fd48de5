import type { SampleVillage } from './build.ts';
import { JAN, JUL, OCT } from './nangangzi-facts.ts';
import { say, synthetic } from './words.ts';

const helperA = say('样例帮扶人甲', 'Sample helper A');
const helperB = say('样例帮扶人乙', 'Sample helper B');
const helperC = say('样例帮扶人丙', 'Sample helper C');

const adult = { birthYear: 1972, health: 'healthy', labour: 'ordinary', student: 'notStudent' } as const;
const elder = { birthYear: 1944, health: 'longTermChronic', labour: 'weak', student: 'notStudent' } as const;
const pupil = { birthYear: 2006, health: 'healthy', labour: 'none', student: 'primary' } as const;

/** The rest of Nangangzi's register: households, people and figures are all made up. */
export function nangangziHouseholds(v: SampleVillage): void {
  v.household('003', {
    cause: 'technology',
    others: ['funds'],
    members: [
      { ...adult, sex: 'male', relation: 'head' },
      { ...adult, sex: 'female', relation: 'spouse', birthYear: 1974 },
      { ...pupil, sex: 'male', relation: 'child' },
    ],
    helpers: [
      [helperA, '2016-05-01', '2017-12-31'],
      [helperB, '2018-01-01'],
    ],
    plan: say('入股合作社，农闲时务工', 'Join the cooperative; paid work between harvests'),
    measures: [
      {
        kind: 'industry',
        what: say('合作社分红', 'Share in the cooperative'),
        from: '2017-04-01',
        until: null,
        result: say('上年分红 600 元', 'Paid ¥600 last year'),
        source: synthetic,
      },
    ],
    read: {
      [OCT]: { status: 'registered', persons: 3, kept: '+++-++' },
      [JAN]: { status: 'registered', persons: 3, income: [5200, 4100, 1500, 300, 1700], kept: '+++-++' },
      [JUL]: { status: 'out', persons: 3, income: [7400, 4600, 1600, 600, 1700], kept: '++++++' },
    },
  });
  v.household('004', {
    cause: 'funds',
    members: [
      { ...adult, sex: 'female', relation: 'head', birthYear: 1980 },
      { ...pupil, sex: 'female', relation: 'child', student: 'notStudent', birthYear: 2009 },
    ],
    helpers: [[helperA, '2016-05-01']],
    measures: [
      {
        kind: 'microcredit',
        what: say('小额信贷，养鹅', 'Small loan, raising geese'),
        from: '2017-09-01',
        until: null,
        result: null,
        source: synthetic,
      },
    ],
    read: {
      [JAN]: { status: 'registered', persons: 2, income: [2600, 3000, 1200, 0, 1300], kept: '++++++' },
      [JUL]: { status: 'out', persons: 2, income: [3900, 4400, 1500, 0, 1300], kept: '++++++' },
    },
  });
  v.household('005', {
    cause: 'schooling',
    others: ['labour'],
    members: [
      { ...adult, sex: 'male', relation: 'head', birthYear: 1969 },
      { ...elder, sex: 'female', relation: 'parent' },
      { ...pupil, sex: 'female', relation: 'child', student: 'juniorMiddle', birthYear: 2003 },
      { ...pupil, sex: 'male', relation: 'child', student: 'notStudent' },
    ],
    helpers: [[helperB, '2016-05-01']],
    plan: say('保障两个孩子上学，安排公益岗位', 'Keep both children at school; a public-welfare job'),
    measures: [
      {
        kind: 'education',
        what: say('寄宿生生活补助', 'Boarding allowance'),
        from: '2018-03-01',
        until: null,
        result: say('孩子已返校', 'The child is back at school'),
        source: synthetic,
      },
      {
        kind: 'publicWelfareJob',
        what: say('村内保洁', 'Village cleaning'),
        from: '2018-04-01',
        until: null,
        result: null,
        source: synthetic,
      },
    ],
    read: {
      [OCT]: { status: 'registered', persons: 4, kept: '++-+++' },
      [JAN]: { status: 'registered', persons: 4, income: [3800, 3200, 1400, 0, 2600], kept: '++-+++' },
      [JUL]: { status: 'registered', persons: 4, income: [5000, 3200, 1500, 0, 3000], kept: '++++++' },
    },
  });
  v.household('006', {
    cause: 'illness',
    helpers: [[helperB, '2016-05-01']],
    members: [{ ...elder, sex: 'female', relation: 'head' }],
    measures: [
      {
        kind: 'health',
        what: say('签约家庭医生', 'Family doctor contract'),
        from: '2018-02-01',
        until: null,
        result: say('每月上门一次', 'Calls once a month'),
        source: synthetic,
      },
      {
        kind: 'safetyNet',
        what: say('农村低保', 'Rural minimum living allowance'),
        from: '2016-01-01',
        until: null,
        result: null,
        source: synthetic,
      },
    ],
    read: {
      [JAN]: { status: 'registered', persons: 1, income: [0, 0, 0, 200, 2500], kept: '++0-++' },
      [JUL]: { status: 'registered', persons: 1, income: [0, 0, 0, 400, 2500], kept: '++0+++' },
    },
  });
  v.household('007', {
    cause: 'land',
    helpers: [[helperC, '2016-05-01']],
    read: {
      [JAN]: { status: 'out', persons: 2, income: [6400, 2000, 700, 0, 900], kept: '++0+++' },
      [JUL]: { status: 'out', persons: 2, income: [6800, 2100, 700, 0, 900], kept: '++0+++' },
    },
  });
  v.household('008', {
    cause: 'disaster',
    helpers: [[helperC, '2016-05-01']],
    measures: [
      {
        kind: 'social',
        what: say('临时救助', 'Emergency relief'),
        from: '2018-06-20',
        until: null,
        result: null,
        source: synthetic,
      },
    ],
    read: {
      [JAN]: { status: 'out', persons: 3, income: [2000, 9800, 2600, 0, 1000], kept: '++++++' },
      [JUL]: { status: 'returned', persons: 3, income: [2000, 5200, 3100, 0, 1400], kept: '+++++-' },
    },
  });
  v.household('009', {
    cause: 'drive',
    others: ['technology'],
    helpers: [[helperA, '2017-02-01']],
    read: {
      [JAN]: { status: 'registered', persons: 5, income: [8000, 4500, 1600, 0, 2200], kept: '++++++' },
      [JUL]: { status: 'out', persons: 5, income: [13500, 4700, 1600, 500, 2200], kept: '++++++' },
    },
  });
  v.household('010', {
    cause: 'funds',
    helpers: [[helperA, '2017-02-01']],
    plan: say('还清大棚欠款', 'Pay off the greenhouse'),
    read: {
      [JAN]: { status: 'registered', persons: 1, income: [0, 3100, 5200, 0, 1400], kept: '++0+++' },
      [JUL]: { status: 'registered', persons: 1, income: [0, 5600, 4900, 0, 1400], kept: '++0+++' },
    },
  });
  v.household('011', {
    cause: 'labour',
    helpers: [[helperC, '2016-05-01']],
    read: {
      [JAN]: { status: 'out', persons: 3, income: [8800, 2600, 900, 0, 1200], kept: '++++++' },
      [JUL]: { status: 'out', persons: 3, income: [9300, 2600, 900, 300, 1200], kept: '++++++' },
    },
  });
  v.household('012', {
    cause: 'disability',
    helpers: [[helperB, '2016-05-01']],
    read: { [JAN]: { status: 'registered', persons: 2, income: [0, 1200, 300, 0, 3600], kept: '++0?+-' } },
  });
  v.household('013', {
    cause: 'water',
    others: ['transport'],
    helpers: [[helperB, '2016-05-01']],
    measures: [
      {
        kind: 'water',
        what: say('接通自来水（计划）', 'Piped water (planned)'),
        from: '2018-05-01',
        until: null,
        result: null,
        source: synthetic,
      },
    ],
    read: {
      [OCT]: { status: 'registered', persons: 4, kept: '+++++-' },
      [JAN]: { status: 'registered', persons: 4, income: [4200, 4800, 1900, 0, 1600], kept: '+++++-' },
      [JUL]: { status: 'registered', persons: 4, income: [4900, 5000, 1900, 0, 1600], kept: '+++++-' },
    },
  });
  const typedWrong = v.household('014', {
    cause: 'technology',
    helpers: [[helperC, '2016-05-01']],
    read: {
      [JAN]: { status: 'registered', persons: 2, income: [7800, 1500, 500, 0, 800], kept: '++0+++' },
      [JUL]: { status: 'out', persons: 2, income: [6300, 1700, 500, 0, 800], kept: '++0+++' },
    },
  });
  v.household('015', {
    read: {
      [JAN]: { persons: 3, kept: '??????' },
      [JUL]: { status: 'unknown', income: [null, 2400, 600], kept: '++????' },
    },
  });
  v.household('016', {
    cause: 'illness',
    joined: '2018-03-15',
    helpers: [[helperA, '2018-03-15']],
    read: {
      '2018-03-15': { status: 'registered', persons: 2, income: [1800, 2400, 900, 0, 900], kept: '++0-++' },
      [JUL]: { status: 'registered', persons: 2, income: [1800, 2600, 900, 0, 1900], kept: '++0+++' },
    },
  });
  v.household('017', {
    cause: 'labour',
    left: '2018-04-20',
    read: { [JAN]: { status: 'out', persons: 1, income: [0, 0, 0, 900, 3800], kept: '++0+++' } },
  });
  const miscounted = v.household('018', {
    cause: 'schooling',
    helpers: [[helperC, '2016-05-01']],
    read: {
      [JAN]: { status: 'registered', persons: 4, income: [4100, 2800, 900, 0, 1500], kept: '++++-+' },
      [JUL]: { status: 'registered', income: [4600, 2900, 900, 0, 1500], kept: '++++++' },
    },
  });
  v.household('019', {
    cause: 'transport',
    helpers: [[helperB, '2016-05-01']],
    read: {
      [JAN]: { status: 'out', persons: 2, income: [4900, 2900, 800, 0, 700], kept: '++0+++' },
      [JUL]: { status: 'out', persons: 2, income: [5100, 3300, 800, 0, 700], kept: '++0+++' },
    },
  });
  v.household('020', {
    cause: 'other',
    read: { [OCT]: { status: 'registered', persons: 4, kept: '++?.??' }, [JUL]: { status: 'registered' } },
  });
  v.household('021', {
    cause: 'labour',
    helpers: [[helperA, '2018-02-01']],
    members: [{ ...elder, sex: 'male', relation: 'head', labour: 'lost' }],
    read: {
      [JAN]: { status: 'registered', persons: 1, income: [0, 0, 0, 0, 0], kept: '+-0+-+' },
      [JUL]: { status: 'registered', persons: 1, income: [0, 0, 0, 0, 3600], kept: '++0+-+' },
    },
  });

  v.correct(
    `${miscounted}-persons-${JAN}`,
    3,
    '2018-04-03',
    say('一人户口已迁出，当时多计', 'One person had already moved away and was counted'),
  );
  v.correct(
    `${typedWrong}-wage-${JAN}`,
    4800,
    '2018-07-10',
    say('笔误：4800 写成 7800', 'A slip of the pen: 7,800 for 4,800'),
  );
}

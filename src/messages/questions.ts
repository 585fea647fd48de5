import type { QuestionCode, QuestionOutcome } from '#src/domain/data-questions.ts';
import { bundle } from './locale.tsx';

/** A question's figures as words; a member's name, or that it may not be known. */
interface Told {
  member: string;
  years: string;
  pupils: string;
  members: string;
  persons: string;
  perPerson: string;
  line: string;
  guarantees: string;
  days: string;
}

interface QuestionWords {
  /** What is asked about. */
  title: Record<QuestionCode, string>;
  /** What is odd, with its figures. */
  odd: Record<QuestionCode, (told: Told) => string>;
  /** What to ask on the next visit. */
  ask: Record<QuestionCode, string>;
  outcome: Record<QuestionOutcome, string>;
  state: Record<'open' | 'answered' | 'dismissed' | 'gone', string>;
}

/** What the checks ask (DOMAIN §5): questions for the next visit, and no reproach. */
export const questionWords = bundle<QuestionWords>({
  en: {
    title: {
      certificateOdd: 'Certificate number',
      certificateBirthYear: 'Certificate number and year of birth',
      certificateSex: 'Certificate number and sex',
      outOfSchool: 'Child of school age, not at school',
      educationMetOutOfSchool: 'Education “met”, child not at school',
      educationDoesApply: 'Education “not applicable”, with a child of school age',
      educationWithoutChild: 'Education judged, no child of school age',
      membersDiffer: 'Members listed and persons counted',
      causeTwice: 'One cause of poverty named twice',
      causeNotSeen: 'Illness as the main cause, everybody healthy',
      outBelowLine: 'Out of poverty, income below the line',
      outWithoutGuarantee: 'Out of poverty, a guarantee not met',
      justAboveLine: 'Income just above the line',
      incomeCopied: 'Income exactly as last time',
      noMeasure: 'Returned to poverty, no measure in force',
      riskRemovedSoon: 'Returned to poverty and out again soon',
      housingMetUnderRepair: 'Housing “met” while the house is repaired',
      incomeBunching: 'Many incomes just above the line',
    },
    odd: {
      certificateOdd: ({ member }) =>
        `The certificate number of ${member} cannot be: its form, its day of birth or its check digit is wrong.`,
      certificateBirthYear: ({ member }) =>
        `The certificate number of ${member} has another year of birth than the record.`,
      certificateSex: ({ member }) => `The certificate number of ${member} says another sex than the record.`,
      outOfSchool: ({ member, years }) => `${member} is about ${years} and is recorded as not at school.`,
      educationMetOutOfSchool: ({ member, years }) =>
        `${member} is about ${years} and is recorded as not at school, yet compulsory education is said to be met.`,
      educationDoesApply: ({ pupils }) =>
        `Compulsory education is said not to apply, yet members of school age are listed: ${pupils}.`,
      educationWithoutChild: () =>
        'Compulsory education is judged, yet nobody in the household is near school age.',
      membersDiffer: ({ members, persons }) => `Members listed: ${members}; persons counted: ${persons}.`,
      causeTwice: () => 'The same cause stands twice among the causes of poverty.',
      causeNotSeen: () =>
        'Illness or disability is the main cause of poverty, yet every member is recorded as healthy.',
      outBelowLine: ({ perPerson, line }) =>
        `The household is out of poverty with ${perPerson} a person; the line is ${line}.`,
      outWithoutGuarantee: ({ guarantees }) =>
        `The household is out of poverty; guarantees not met: ${guarantees}.`,
      justAboveLine: ({ perPerson, line }) => `Income is ${perPerson} a person; the line is ${line}.`,
      incomeCopied: () => 'All five income figures were read anew and are exactly those of the visit before.',
      noMeasure: ({ days }) =>
        `Returned to poverty ${days} days before the visit, and no measure is in force.`,
      riskRemovedSoon: ({ days }) => `Returned to poverty, and out of it again ${days} days later.`,
      housingMetUnderRepair: () =>
        'Safe housing is said to be met, yet a repair or relocation is in force and has no result yet.',
      incomeBunching: ({ line }) => `Many households lie just above the line of ${line}, few just below it.`,
    },
    ask: {
      certificateOdd: 'Look at the certificate, and enter the number again.',
      certificateBirthYear: 'Look at the certificate: which year of birth is right?',
      certificateSex: 'Look at the certificate: which entry is right?',
      outOfSchool: 'Is the child at school? If not: why, and what would help?',
      educationMetOutOfSchool: 'Is the child at school? If not, the guarantee is not met.',
      educationDoesApply: 'Do the children go to school? Then judge the guarantee.',
      educationWithoutChild: 'Is there a child that is not listed, or does it not apply?',
      membersDiffer: 'Who lives here? Go through the list of members together.',
      causeTwice: 'Which causes are there? One main cause, and at most two others.',
      causeNotSeen: 'Who is ill, and does the main cause still hold?',
      outBelowLine: 'Go through the income of the last twelve months. Does the household need support again?',
      outWithoutGuarantee: 'Look at what is missing, and see to it.',
      justAboveLine: 'Go through the income with its papers. Is it steady?',
      incomeCopied: 'Was the income asked anew? Go through it item by item.',
      noMeasure: 'What happened, and which measure is to be taken?',
      riskRemovedSoon: 'Is the household really out, and will it last?',
      housingMetUnderRepair: 'Look at the house: is it safe now, or is the work still going on?',
      incomeBunching: 'Take some of these households at random and go through their income.',
    },
    outcome: { answered: 'Looked into', dismissed: 'Dismissed', reopened: 'Opened again' },
    state: { open: 'Open', answered: 'Looked into', dismissed: 'Dismissed', gone: 'No longer so' },
  },
  'zh-CN': {
    title: {
      certificateOdd: '证件号码有误',
      certificateBirthYear: '证件号码与出生年份不符',
      certificateSex: '证件号码与性别不符',
      outOfSchool: '学龄儿童未在校',
      educationMetOutOfSchool: '义务教育“有保障”而孩子未在校',
      educationDoesApply: '义务教育“不适用”而家有学龄儿童',
      educationWithoutChild: '无学龄儿童而判定了义务教育',
      membersDiffer: '成员名单与人口数不符',
      causeTwice: '致贫原因重复',
      causeNotSeen: '主因为病残而全家健康',
      outBelowLine: '已脱贫而收入低于标准',
      outWithoutGuarantee: '已脱贫而有保障未落实',
      justAboveLine: '收入略高于标准',
      incomeCopied: '收入与上次完全相同',
      noMeasure: '返贫而无帮扶措施',
      riskRemovedSoon: '返贫后短期内又脱贫',
      housingMetUnderRepair: '住房“有保障”而房屋在修',
      incomeBunching: '多户收入略高于标准',
    },
    odd: {
      certificateOdd: ({ member }) => `${member}的证件号码不成立：格式、出生日期或校验码有误。`,
      certificateBirthYear: ({ member }) => `${member}的证件号码所示出生年份与登记不符。`,
      certificateSex: ({ member }) => `${member}的证件号码所示性别与登记不符。`,
      outOfSchool: ({ member, years }) => `${member}约 ${years} 岁，登记为未在校。`,
      educationMetOutOfSchool: ({ member, years }) =>
        `${member}约 ${years} 岁，登记为未在校，但义务教育判定为有保障。`,
      educationDoesApply: ({ pupils }) => `义务教育判定为不适用，但名单上有学龄成员 ${pupils} 人。`,
      educationWithoutChild: () => '义务教育已作判定，但家中没有接近学龄的成员。',
      membersDiffer: ({ members, persons }) => `名单上 ${members} 人，登记人口 ${persons} 人。`,
      causeTwice: () => '同一致贫原因登记了两次。',
      causeNotSeen: () => '主要致贫原因为因病或因残，但全部成员登记为健康。',
      outBelowLine: ({ perPerson, line }) => `该户已脱贫，人均收入 ${perPerson}，标准为 ${line}。`,
      outWithoutGuarantee: ({ guarantees }) => `该户已脱贫，但有 ${guarantees} 项保障未落实。`,
      justAboveLine: ({ perPerson, line }) => `人均收入 ${perPerson}，标准为 ${line}。`,
      incomeCopied: () => '五项收入均重新登记，却与上次走访完全相同。',
      noMeasure: ({ days }) => `至走访之日返贫已 ${days} 天，没有正在实施的帮扶措施。`,
      riskRemovedSoon: ({ days }) => `返贫后 ${days} 天又登记为脱贫。`,
      housingMetUnderRepair: () => '住房安全判定为有保障，但改造或搬迁仍在实施，尚无成效记录。',
      incomeBunching: ({ line }) => `许多户人均收入略高于 ${line} 的标准，略低于标准的却很少。`,
    },
    ask: {
      certificateOdd: '查看证件，重新录入号码。',
      certificateBirthYear: '查看证件，核对出生年份。',
      certificateSex: '查看证件，核对性别。',
      outOfSchool: '孩子是否在校？未在校的，问明原因和需要的帮助。',
      educationMetOutOfSchool: '孩子是否在校？未在校的，义务教育未落实。',
      educationDoesApply: '孩子是否上学？据实判定义务教育。',
      educationWithoutChild: '是否有孩子未列入名单，还是本不适用？',
      membersDiffer: '家中现有几人？与农户逐一核对成员名单。',
      causeTwice: '核对致贫原因：主因一项，其他不超过两项。',
      causeNotSeen: '谁患病或残疾？主要致贫原因是否仍成立？',
      outBelowLine: '逐项核对近十二个月收入，是否需要重新帮扶？',
      outWithoutGuarantee: '查看未落实的保障，尽快解决。',
      justAboveLine: '对照凭据逐项核对收入，是否稳定？',
      incomeCopied: '收入是否重新询问过？逐项核对。',
      noMeasure: '因何返贫？应落实哪些帮扶措施？',
      riskRemovedSoon: '是否确已稳定脱贫？',
      housingMetUnderRepair: '入户看房：是否已安全，还是仍在施工？',
      incomeBunching: '随机抽取其中几户，逐项核对收入。',
    },
    outcome: { answered: '已核实', dismissed: '认定无需核实', reopened: '重新提出' },
    state: { open: '待核实', answered: '已核实', dismissed: '无需核实', gone: '已消除' },
  },
});

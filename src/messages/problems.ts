import { bundle } from './locale.tsx';

/** What is wrong with a typed value; keys are the codes of the schemas and of the API. */
export const problems = bundle({
  en: {
    required: 'Please fill this in.',
    tooLong: 'This is too long.',
    tooMany: 'There are too many of these in one visit.',
    notADay: 'Please give a day, such as 2018-07-16.',
    notAnId: 'This is not a valid identifier.',
    notANumber: 'Please give a number.',
    notWhole: 'Please give a whole number.',
    tooSmall: 'This is below what is possible.',
    tooLarge: 'This is above what is possible.',
    notACode: 'Please choose one of the answers.',
    other: 'This cannot be accepted as it is.',
  },
  'zh-CN': {
    required: '请填写此项。',
    tooLong: '内容过长。',
    tooMany: '一次走访中此项过多。',
    notADay: '请填写日期，例如 2018-07-16。',
    notAnId: '编号无效。',
    notANumber: '请填写数字。',
    notWhole: '请填写整数。',
    tooSmall: '低于可能的最小值。',
    tooLarge: '高于可能的最大值。',
    notACode: '请从选项中选择。',
    other: '此内容无法接受。',
  },
});

export type ProblemMessage = keyof typeof problems.en;

/** A schema's message as a code that has words; `other` for one that has none. */
export const problemMessage = (code: string | undefined): ProblemMessage =>
  code !== undefined && code in problems.en ? (code as ProblemMessage) : 'other';

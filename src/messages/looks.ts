import { bundle } from './locale.tsx';

/** Who has looked at a household's record. */
export const lookWords = bundle({
  en: {
    heading: 'Who has looked at this record',
    explained:
      'A look is opening this page, or having a certificate number, phone or bank account shown. When one person opens the page again within an hour, that is one look. Lists and figures are no look. Times are those of China; the last 200 looks are listed.',
    none: 'Nobody has opened this page yet.',
    viewHousehold: 'opened this page',
    unmaskIdentifier: 'had a number shown',
    reason: (reason: string) => `Reason: ${reason}`,
  },
  'zh-CN': {
    heading: '谁看过这户的档案',
    explained:
      '打开本页，或查看一个完整的证件号码、电话、银行账号，算一次查看；同一人一小时内再次打开本页不重复计。列表和统计数字不算。时间为北京时间，此处列出最近 200 次。',
    none: '尚无人打开过本页。',
    viewHousehold: '打开了本页',
    unmaskIdentifier: '查看了一个号码',
    reason: (reason: string) => `原因：${reason}`,
  },
});

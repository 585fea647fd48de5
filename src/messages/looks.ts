import { bundle } from './locale.tsx';

/** Who has looked at a household's record. */
export const lookWords = bundle({
  en: {
    heading: 'Who has looked at this record',
    explained:
      'A look is opening this page, or having a certificate number, phone or bank account shown. When one person opens the page again within an hour, that is one look. Whoever took the whole village’s records along on a device may have looked without a network: that is listed too. Lists and figures are no look. Times are those of China; the last 200 looks are listed.',
    none: 'Nobody has opened this page yet.',
    viewHousehold: 'opened this page',
    unmaskIdentifier: 'had a number shown',
    takeRecords: 'took the whole village’s records along on a device',
    reason: (reason: string) => `Reason: ${reason}`,
  },
  'zh-CN': {
    heading: '谁看过这户的档案',
    explained:
      '打开本页，或查看一个完整的证件号码、电话、银行账号，算一次查看；同一人一小时内再次打开本页不重复计。将全村档案存入设备的，可能在无网络时查看，也一并列出。列表和统计数字不算。时间为北京时间，此处列出最近 200 次。',
    none: '尚无人打开过本页。',
    viewHousehold: '打开了本页',
    unmaskIdentifier: '查看了一个号码',
    takeRecords: '将全村档案存入本人设备',
    reason: (reason: string) => `原因：${reason}`,
  },
});

import { bundle } from './locale.tsx';

/** Words about the program itself: its versions, and what is missing of it. */
export const programWords = bundle({
  en: {
    newer: 'A new version is ready.',
    reload: 'Reload',
    partMissingTitle: 'A part of the program is missing',
    partMissingText:
      'Your connection may be down, or there is a newer version. What you typed is kept. Reload to go on.',
    noConnection: 'No connection.',
    asOf: (moment: string) => `What you see is as of ${moment}.`,
    goOn: 'You can go on reading what this device has, and log visits: they are sent later.',
  },
  'zh-CN': {
    newer: '新版本已就绪。',
    reload: '重新加载',
    partMissingTitle: '缺少程序的一部分',
    partMissingText: '可能网络不通，或已有新版本。您填写的内容仍在，请重新加载后继续。',
    noConnection: '无网络。',
    asOf: (moment: string) => `以下内容截至${moment}。`,
    goOn: '可继续查看本机已有内容、记录走访，有网络后再上报。',
  },
});

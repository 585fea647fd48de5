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
    keptHeading: 'On this device',
    keep: 'Keep this village on this device',
    keepAgain: 'Renew',
    notKept: 'Without a network, only what you have opened here can be read.',
    keptSince: (moment: string) => `The whole village can be read here without a network, as of ${moment}.`,
    keepingBegins: 'The village is being kept on this device…',
    keeping: (done: number, of: number) =>
      `The village is being kept on this device: ${done} of ${of} households…`,
    keepingPhotos: (done: number, of: number) =>
      `The photos are being kept on this device: ${done} of ${of}…`,
    photosKept: (here: number, of: number) =>
      here === of
        ? `The photos of its newest visits are here too (${of}).`
        : `Of the ${of} photos of its newest visits, ${here} are here.`,
    photosNote: 'It is written down who keeps photos on a device.',
    keepingFailed:
      'The village could not be kept: the service did not answer. What was kept before is still here.',
    goOn: 'You can go on reading what this device has, and log visits: they are sent later.',
  },
  'zh-CN': {
    newer: '新版本已就绪。',
    reload: '重新加载',
    partMissingTitle: '缺少程序的一部分',
    partMissingText: '可能网络不通，或已有新版本。您填写的内容仍在，请重新加载后继续。',
    noConnection: '无网络。',
    asOf: (moment: string) => `以下内容截至${moment}。`,
    keptHeading: '本机存档',
    keep: '将本村存到本机',
    keepAgain: '更新',
    notKept: '无网络时，只能查看在本机打开过的内容。',
    keptSince: (moment: string) => `本村全部内容已存在本机，无网络也可查看，截至${moment}。`,
    keepingBegins: '正在将本村存到本机…',
    keeping: (done: number, of: number) => `正在将本村存到本机：${of}户中已存${done}户…`,
    keepingPhotos: (done: number, of: number) => `正在将照片存到本机：${of}张中已存${done}张…`,
    photosKept: (here: number, of: number) =>
      here === of ? `近期走访的${of}张照片也在本机。` : `近期走访的${of}张照片中，本机存有${here}张。`,
    photosNote: '将照片存到本机会被记录。',
    keepingFailed: '服务没有响应，未能将本村存到本机。此前所存内容仍在。',
    goOn: '可继续查看本机已有内容、记录走访，有网络后再上报。',
  },
});

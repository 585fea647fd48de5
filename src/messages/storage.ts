import { bundle, count } from './locale.tsx';

const UNITS = [
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'kB'],
] as const;
/** Bytes as people say them. */
function size(bytes: number): string {
  const [one, unit] = UNITS.find(([least]) => bytes >= least) ?? [1e3, 'kB'];
  const n = bytes / one;
  return `${n < 10 ? Math.round(n * 10) / 10 : Math.round(n)} ${unit}`;
}

/** Words of the room on this device, and of what its browser threw away. */
export const storageWords = bundle({
  en: {
    lostTitle: (n: number) => `The browser has thrown away ${count(n, 'item')} that had not been received`,
    lostText:
      'What was kept here is gone: the browser cleared its storage, or somebody did. Look at the visits to see what the service has, and enter the rest again.',
    lostNoted: 'I have taken note',
    heading: 'Room on this device',
    room: (left: number, used: number) =>
      `About ${size(left)} are left for the dashboard; it uses ${size(used)}.`,
    persisted: 'The browser has promised not to clear it by itself.',
    notPersisted: 'The browser may clear it by itself when room runs short.',
    ask: 'Ask the browser to keep it',
    refused:
      'The browser did not promise. Installed on the home screen, or opened more often, it usually does. Send what waits as soon as there is a network.',
    littleTitle: 'Little room is left on this device',
    little: (left: number) =>
      `Only about ${size(left)} are left. What you log now may not be kept: first send what waits, and make room on the device.`,
    onlyHere:
      'This device did not keep it: no room is left, or the browser keeps nothing, as in a private window. It stands on this screen alone. Do not close it; export it to a file, or try again.',
    exportForm: 'Export to a file',
    exportFailed: 'The file could not be made. Make room on this device, and try again.',
    unread: (n: number) =>
      `${count(n, 'photo')} could not be read on this device and ${n === 1 ? 'is' : 'are'} not in the file.`,
  },
  'zh-CN': {
    lostTitle: (n: number) => `浏览器清除了 ${n} 项尚未送达的内容`,
    lostText:
      '本机保存的内容已不在：浏览器或他人清除了存储。请到走访列表核对服务已收到哪些，其余请重新填写。',
    lostNoted: '我已知悉',
    heading: '本机存储空间',
    room: (left: number, used: number) => `约剩 ${size(left)} 可用，已用 ${size(used)}。`,
    persisted: '浏览器已承诺不会自行清除。',
    notPersisted: '空间不足时，浏览器可能自行清除。',
    ask: '请浏览器保留',
    refused: '浏览器没有承诺。添加到主屏幕或经常打开后，通常会同意。有网络时请尽快发送待送内容。',
    littleTitle: '本机存储空间不足',
    little: (left: number) =>
      `仅剩约 ${size(left)}，现在填写的内容可能存不下。请先发送待送内容，并清理本机空间。`,
    onlyHere:
      '本机未能保存：空间已满，或浏览器不保存内容（如无痕浏览）。内容只在此屏幕上，请勿关闭；请导出为文件，或再试一次。',
    exportForm: '导出为文件',
    exportFailed: '未能生成文件。请清理本机空间后重试。',
    unread: (n: number) => `有 ${n} 张照片在本机无法读取，不在文件中。`,
  },
});

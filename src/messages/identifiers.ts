import type { CertificateOddity } from '#src/domain/certificate-number.ts';
import type { IdentifierKind } from '#src/domain/identifier.ts';
import { bundle } from './locale.tsx';

interface IdentifierWords {
  heading: string;
  explained: string;
  kind: Record<IdentifierKind, string>;
  notRecorded: string;
  show: string;
  hide: string;
  enter: string;
  change: string;
  /** Said instead of the short words where the eye's context is missing. */
  of: (act: string, kind: string, name: string) => string;
  left: (seconds: number) => string;
  shown: (kind: string, name: string) => string;
  showTitle: (kind: string, name: string) => string;
  showExplained: (seconds: number) => string;
  why: string;
  ownWords: string;
  sayWhy: string;
  showReasons: string[];
  showNow: string;
  recordTitle: (kind: string, name: string) => string;
  soFar: string;
  value: Record<IdentifierKind, string>;
  valueHint: Record<IdentifierKind, string>;
  notPossible: Record<IdentifierKind, string>;
  /** A question about what was typed; it can be saved all the same. */
  doubt: Record<Exclude<CertificateOddity, 'length'>, string>;
  recordWhy: string;
  recordReasons: string[];
  save: string;
  cancel: string;
  saving: string;
  showing: string;
  notShown: string;
  notSaved: string;
}

/** Certificate numbers, phones and bank accounts: masked, shown for a minute, entered. */
export const identifierWords = bundle<IdentifierWords>({
  en: {
    heading: 'Certificates, phones, bank accounts',
    explained: 'Masked for everybody. Whoever has one shown says why, and that is written down below.',
    kind: { certificate: 'Certificate number', phone: 'Phone', bankAccount: 'Bank account' },
    notRecorded: 'not recorded',
    show: 'Show',
    hide: 'Hide',
    enter: 'Enter',
    change: 'Change',
    of: (act, kind, name) => `${act}: ${kind.toLowerCase()} of ${name}`,
    left: (seconds) => `${seconds} s left`,
    shown: (kind, name) => `${kind} of ${name}:`,
    showTitle: (kind, name) => `Show the ${kind.toLowerCase()} of ${name}`,
    showExplained: (seconds) =>
      `It is shown for ${seconds} seconds, then masked again. Your name, the time and your reason are written down; the office and the auditors can read them.`,
    why: 'Why do you need it?',
    ownWords: 'Or in your own words',
    sayWhy: 'Choose a reason or write one.',
    showReasons: ['To call the household', 'To check a document', 'To pay out support', 'To fill in a form'],
    showNow: 'Show it',
    recordTitle: (kind, name) => `${kind} of ${name}`,
    soFar: 'So far',
    value: { certificate: 'Certificate number', phone: 'Phone number', bankAccount: 'Account number' },
    valueHint: {
      certificate: '18 characters, or 20 or 22 on a certificate of disability. Spaces do not matter.',
      phone: 'With the area code. Spaces and dashes do not matter.',
      bankAccount: '12 to 24 digits. Spaces do not matter.',
    },
    notPossible: {
      certificate: 'A certificate number has 18, 20 or 22 digits and letters. Compare it with the document.',
      phone: 'A phone number has 7 to 15 digits. Compare it once more.',
      bankAccount: 'An account number has 12 to 24 digits. Compare it with the bank book.',
    },
    doubt: {
      notDigits:
        'There is a letter among the first 17 characters. Is that what the document says? You can save it all the same.',
      birthday:
        'The 7th to 14th digits are no birthday. Is that what the document says? You can save it all the same.',
      checkDigit:
        'The check digit does not fit the rest: often one digit is mistyped. Compare it with the document; you can save it all the same.',
    },
    recordWhy: 'Why is it entered or changed?',
    recordReasons: ['The household told us', 'Read from the document', 'It has changed', 'A slip of the pen'],
    save: 'Save',
    cancel: 'Cancel',
    saving: 'Saving…',
    showing: 'Asking…',
    notShown: 'It could not be shown.',
    notSaved: 'This was not saved. Nothing you typed is lost.',
  },
  'zh-CN': {
    heading: '证件、电话与银行账号',
    explained: '对所有人均遮盖显示。查看完整号码须说明原因，并记入下方的查看记录。',
    kind: { certificate: '证件号码', phone: '电话', bankAccount: '银行账号' },
    notRecorded: '未登记',
    show: '显示',
    hide: '遮盖',
    enter: '登记',
    change: '更改',
    of: (act, kind, name) => `${act}${name}的${kind}`,
    left: (seconds) => `剩余 ${seconds} 秒`,
    shown: (kind, name) => `${name}的${kind}：`,
    showTitle: (kind, name) => `显示${name}的${kind}`,
    showExplained: (seconds) =>
      `号码显示 ${seconds} 秒后重新遮盖。您的姓名、时间和原因会被记录，上级和审计人员可以查看。`,
    why: '为什么需要查看？',
    ownWords: '或自己填写',
    sayWhy: '请选择或填写原因。',
    showReasons: ['联系农户', '核对证件', '发放补助', '填写报表'],
    showNow: '显示',
    recordTitle: (kind, name) => `${name}的${kind}`,
    soFar: '现有登记',
    value: { certificate: '证件号码', phone: '电话号码', bankAccount: '账号' },
    valueHint: {
      certificate: '18 位；残疾人证为 20 或 22 位。空格不影响。',
      phone: '固定电话请加区号。空格和短横不影响。',
      bankAccount: '12 至 24 位数字。空格不影响。',
    },
    notPossible: {
      certificate: '证件号码应为 18、20 或 22 位数字和字母，请与证件核对。',
      phone: '电话号码应为 7 至 15 位数字，请再核对。',
      bankAccount: '账号应为 12 至 24 位数字，请与存折核对。',
    },
    doubt: {
      notDigits: '前 17 位中有字母，证件上确实如此吗？仍可保存。',
      birthday: '第 7 至 14 位不是出生日期，证件上确实如此吗？仍可保存。',
      checkDigit: '校验位不符，常因输错一位。请与证件核对；仍可保存。',
    },
    recordWhy: '为什么登记或更改？',
    recordReasons: ['农户提供', '按证件登记', '号码已变更', '笔误'],
    save: '保存',
    cancel: '取消',
    saving: '正在保存…',
    showing: '正在读取…',
    notShown: '未能显示。',
    notSaved: '未能保存，已填写的内容仍在。',
  },
});

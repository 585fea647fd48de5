import type { AuditAction } from '#src/domain/audit.ts';
import { bundle, count } from './locale.tsx';

/** Names of what an act changed. */
type Fact =
  | 'kind'
  | 'on'
  | 'stops'
  | 'readings'
  | 'verdicts'
  | 'commitments'
  | 'indicator'
  | 'value'
  | 'evidence'
  | 'state'
  | 'role'
  | 'places'
  | 'name'
  | 'days'
  | 'identifier'
  | 'certificate'
  | 'phone'
  | 'bankAccount'
  | 'households'
  | 'villages'
  | 'step'
  | 'stepOutcome'
  | 'heldOn'
  | 'until'
  | 'bytes'
  | 'clockAheadSeconds'
  | 'question'
  | 'questionOutcome';

interface AuditWords {
  title: string;
  lead: string;
  action: Record<AuditAction, string>;
  filters: { village: string; action: string; person: string; all: string; accounts: string };
  clear: string;
  shown: (n: number, more: boolean) => string;
  none: string;
  noneFound: string;
  noneNext: string;
  showOlder: string;
  loadingOlder: string;
  olderFailed: string;
  byToken: string;
  nobody: string;
  onlyThis: (name: string) => string;
  reason: string;
  nothing: string;
  was: string;
  comma: string;
  toHousehold: string;
  toVisit: string;
  toReading: string;
  numbered: (n: number, hash: string) => string;
  fact: Record<Fact, string>;
  accountState: Record<'invited' | 'active' | 'disabled', string>;
  proofHeading: string;
  proves: string;
  provesNot: string;
  saveCsv: string;
  columns: {
    at: string;
    action: string;
    person: string;
    role: string;
    where: string;
    about: string;
    changed: string;
    reason: string;
    chain: string;
    number: string;
    hash: string;
    prevHash: string;
  };
}

/** The audit trail. */
export const auditWords = bundle<AuditWords>({
  en: {
    title: 'Audit trail',
    lead: 'Who did what, when and why: every write, every identifier that was shown, every look into a household’s record. The newest first; times are those of China.',
    action: {
      recordVisit: 'Visit recorded',
      correctReading: 'Reading corrected',
      reviewVisit: 'Visit reviewed or answered',
      answerDataQuestion: 'Data question answered',
      recordProcedureStep: 'Step of leaving the register recorded',
      recordIdentifier: 'Identifier entered or changed',
      unmaskIdentifier: 'Identifier shown',
      viewHousehold: 'Household’s record opened',
      takeRecords: 'Village’s household records taken along on a device',
      recordPhoto: 'Photo of a visit received',
      viewPhotos: 'Photos of a visit looked at',
      takePhotos: 'Photos of a visit taken along on a device',
      invite: 'Account invited',
      acceptInvitation: 'Invitation accepted',
      changeAccount: 'Role or place changed',
      disableAccount: 'Account disabled',
      enableAccount: 'Account enabled',
      endSession: 'Session ended',
      signIn: 'Signed in',
      signOut: 'Signed out',
      createToken: 'Token made',
      revokeToken: 'Token revoked',
      loadRecords: 'Records loaded',
    },
    filters: {
      village: 'Village',
      action: 'What',
      person: 'Who',
      all: 'All',
      accounts: 'Accounts (no village)',
    },
    clear: 'Show all entries',
    shown: (n, more) =>
      more
        ? `The ${n} newest entries are shown; there are older ones.`
        : `${count(n, 'entry', 'entries')}: all there are.`,
    none: 'Nothing is written down yet.',
    noneFound: 'No entry matches.',
    noneNext: 'Entries appear as soon as somebody opens a household’s record or writes something.',
    showOlder: 'Show older entries',
    loadingOlder: 'Loading older entries…',
    olderFailed: 'The older entries could not be loaded. Try again.',
    byToken: 'by a program with a token',
    nobody: 'The service itself',
    onlyThis: (name) => `Only what ${name} did`,
    reason: 'Reason',
    nothing: 'nothing',
    was: 'before',
    comma: ', ',
    toHousehold: 'To the household',
    toVisit: 'To the visit',
    toReading: 'To the reading',
    numbered: (n, hash) => `No. ${n} · ${hash}…`,
    fact: {
      kind: 'Kind',
      on: 'Day of the visit',
      stops: 'Stops',
      readings: 'Readings',
      verdicts: 'Commitments judged',
      commitments: 'Commitments made',
      indicator: 'Of',
      value: 'Value',
      evidence: 'Evidence',
      state: 'State',
      role: 'Role',
      places: 'Places',
      name: 'Name',
      days: 'Days',
      identifier: 'Identifier',
      certificate: 'Certificate number',
      phone: 'Phone',
      bankAccount: 'Bank account',
      households: 'Households',
      villages: 'Villages',
      step: 'Step',
      stepOutcome: 'Outcome',
      question: 'Question',
      questionOutcome: 'Answer',
      heldOn: 'Day',
      until: 'Hangs until',
      bytes: 'Bytes',
      clockAheadSeconds: 'Device’s clock ahead, in seconds',
    },
    accountState: { invited: 'invited', active: 'active', disabled: 'disabled' },
    proofHeading: 'What the chain proves, and what not',
    proves:
      'The entries of each village are numbered without a gap, and each carries a hash (SHA‑256) of itself and of the entry before it. Nobody can change, remove or reorder one without the chain breaking there; the command audit:verify names the place.',
    provesNot:
      'It does not prove that what was entered is true, nor who held a device that was signed in. Whoever may do everything in the database could rebuild a whole chain: only a seal that was written down elsewhere shows that.',
    saveCsv: 'Save as table (CSV)',
    columns: {
      at: 'When (China)',
      action: 'What',
      person: 'Who',
      role: 'Role',
      where: 'Where',
      about: 'About',
      changed: 'Before → after',
      reason: 'Reason',
      chain: 'Chain',
      number: 'Number',
      hash: 'Hash',
      prevHash: 'Hash before',
    },
  },
  'zh-CN': {
    title: '审计记录',
    lead: '谁在何时因何做了什么：每次登记、每次查看完整号码、每次打开农户档案都在此留痕。新的在前，时间为北京时间。',
    action: {
      recordVisit: '登记走访',
      correctReading: '更正登记',
      reviewVisit: '审核或答复走访',
      recordProcedureStep: '登记退出程序',
      answerDataQuestion: '答复数据疑点',
      recordIdentifier: '登记或更改号码',
      unmaskIdentifier: '查看完整号码',
      viewHousehold: '打开农户档案',
      takeRecords: '全村农户档案存入本人设备',
      recordPhoto: '收到走访照片',
      viewPhotos: '查看走访照片',
      takePhotos: '走访照片存入本人设备',
      invite: '邀请开通账号',
      acceptInvitation: '接受邀请',
      changeAccount: '更改身份或地点',
      disableAccount: '停用账号',
      enableAccount: '启用账号',
      endSession: '结束登录',
      signIn: '登录',
      signOut: '退出',
      createToken: '创建令牌',
      revokeToken: '撤销令牌',
      loadRecords: '导入档案',
    },
    filters: { village: '村', action: '事项', person: '人员', all: '全部', accounts: '账号（不属于村）' },
    clear: '显示全部记录',
    shown: (n, more) => (more ? `已显示最新 ${n} 条，还有更早的记录。` : `共 ${n} 条，已全部显示。`),
    none: '尚无记录。',
    noneFound: '没有符合条件的记录。',
    noneNext: '有人打开农户档案或登记内容后，此处即有记录。',
    showOlder: '显示更早的记录',
    loadingOlder: '正在加载更早的记录…',
    olderFailed: '更早的记录未能加载，请重试。',
    byToken: '由持令牌的程序进行',
    nobody: '服务本身',
    onlyThis: (name) => `只看${name}`,
    reason: '原因',
    nothing: '无',
    was: '之前',
    comma: '、',
    toHousehold: '查看农户',
    toVisit: '查看走访',
    toReading: '查看登记',
    numbered: (n, hash) => `第 ${n} 条 · ${hash}…`,
    fact: {
      kind: '类型',
      on: '走访日期',
      stops: '去处',
      readings: '登记数',
      verdicts: '核验的承诺',
      commitments: '作出的承诺',
      indicator: '内容',
      value: '数值',
      evidence: '依据',
      state: '状态',
      role: '身份',
      places: '地点',
      name: '名称',
      days: '天数',
      identifier: '号码',
      certificate: '证件号码',
      phone: '电话',
      bankAccount: '银行账号',
      households: '农户',
      villages: '村',
      step: '环节',
      stepOutcome: '结果',
      question: '疑点',
      questionOutcome: '答复',
      heldOn: '日期',
      until: '公示至',
      bytes: '字节数',
      clockAheadSeconds: '设备时钟快（秒）',
    },
    accountState: { invited: '已邀请', active: '使用中', disabled: '已停用' },
    proofHeading: '这条链能证明什么，不能证明什么',
    proves:
      '每个村的记录连续编号，每条都带有本条与上一条的散列值（SHA‑256）。任何人更改、删除或调换一条，链就会在该处断开；audit:verify 命令会指出断在哪里。',
    provesNot:
      '它不能证明所登记的内容属实，也不能证明已登录的设备当时在谁手里。对数据库有全部权限的人可以重造整条链，只有另处留存的封印才能发现。',
    saveCsv: '保存为表格（CSV）',
    columns: {
      at: '时间（北京）',
      action: '事项',
      person: '人员',
      role: '身份',
      where: '地点',
      about: '对象',
      changed: '之前 → 之后',
      reason: '原因',
      chain: '链',
      number: '编号',
      hash: '散列值',
      prevHash: '上一条散列值',
    },
  },
});

import { bundle, count } from './locale.tsx';

/** Words of a village's page about leaving. */
export const exitPageWords = bundle({
  en: {
    title: 'Ready to leave?',
    village: 'The village',
    households: 'The households',
    some: (n: number) => n.toLocaleString('en'),
    counts: (ready: string, notReady: string, cannotTell: string, households: string) =>
      `Of ${households} in the register and not out: ${ready} ready, ${notReady} not ready, ${cannotTell} cannot be told.`,
    out: (n: number) => `${count(n, 'household')} ${n === 1 ? 'is' : 'are'} out already and not judged.`,
    none: 'No household is in the register and not out.',
    noneFound: 'No household matches.',
    filterVerdict: 'Verdict',
    filterOpen: 'Not met or unknown',
    filterStep: 'Next step',
    all: 'All',
    shown: (n: number, of: number) => `${n} of ${count(of, 'household')} shown`,
    clear: 'Show all',
    group: (verdict: string, n: number) => `${verdict} (${n})`,
    notBegun: 'Procedure not begun',
    next: (step: string, lastOn: string | null) =>
      lastOn ? `Next: ${step} (last step ${lastOn})` : `Next: ${step}`,
    struckOff: 'Struck off',
    sentBack: (on: string) => `Sent back on ${on}; next: appraisal`,
    notJudged: 'Not judged',
  },
  'zh-CN': {
    title: '是否具备退出条件',
    village: '本村',
    households: '农户',
    some: (n: number) => `${n} 户`,
    counts: (ready: string, notReady: string, cannotTell: string, households: string) =>
      `在册未脱贫 ${households}：已具备条件 ${ready}，尚不具备 ${notReady}，无法判定 ${cannotTell}。`,
    out: (n: number) => `另有 ${n} 户已脱贫，不再判定。`,
    none: '没有在册未脱贫的农户。',
    noneFound: '没有符合条件的农户。',
    filterVerdict: '判定结果',
    filterOpen: '未达标或不明',
    filterStep: '下一环节',
    all: '全部',
    shown: (n: number, of: number) => `显示 ${n} 户，共 ${of} 户`,
    clear: '显示全部',
    group: (verdict: string, n: number) => `${verdict}（${n} 户）`,
    notBegun: '退出程序未启动',
    next: (step: string, lastOn: string | null) =>
      lastOn ? `下一环节：${step}（上一环节 ${lastOn}）` : `下一环节：${step}`,
    struckOff: '已销号',
    sentBack: (on: string) => `${on} 未通过，须重新民主评议`,
    notJudged: '未判定',
  },
});

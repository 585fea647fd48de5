import { bundle, count } from './locale.tsx';

/** Words of every chart's frame; of the domain they know nothing. */
export const chartWords = bundle({
  en: {
    showTable: 'Show as table',
    showChart: 'Show as chart',
    save: 'Save',
    saveAs: { png: 'Picture (PNG)', svg: 'Drawing (SVG)', csv: 'Table (CSV)' },
    unknown: 'Unknown',
    then: 'Then',
    now: 'Now',
    target: 'Target',
    nothing: 'Nothing to draw: no value is known here.',
    showAll: (n: number) => `Show all ${n}`,
    showFewer: 'Show fewer',
    total: 'Total',
    rows: (n: number) => count(n, 'row'),
  },
  'zh-CN': {
    showTable: '看表格',
    showChart: '看图表',
    save: '保存',
    saveAs: { png: '图片（PNG）', svg: '矢量图（SVG）', csv: '表格（CSV）' },
    unknown: '不明',
    then: '上次',
    now: '本次',
    target: '目标',
    nothing: '暂无可画的内容：此处没有已知数值。',
    showAll: (n: number) => `显示全部 ${n} 项`,
    showFewer: '收起',
    total: '合计',
    rows: (n: number) => `${n} 行`,
  },
});

import { bundle } from './locale.tsx';

/** Words of every chart's frame; of the domain they know nothing. */
export const chartWords = bundle({
  en: {
    showTable: 'Show as table',
    showChart: 'Show as chart',
    save: 'Save',
    saveAs: { png: 'Picture (PNG)', svg: 'Drawing (SVG)', csv: 'Table (CSV)' },
    notSaved: 'The picture could not be made. The table (CSV) holds the same numbers.',
    from: 'Then',
    to: 'Now',
    target: 'Target',
    raises: 'Raises it',
    lowers: 'Lowers it',
    nothing: 'Nothing to draw: no value is known here.',
    shownOf: (shown: number, all: number) => `${shown} of ${all} shown`,
    showAll: (n: number) => `Show all ${n}`,
    showMore: (n: number) => `Show ${n} more`,
    showFewer: 'Show fewer',
  },
  'zh-CN': {
    showTable: '看表格',
    showChart: '看图表',
    save: '保存',
    saveAs: { png: '图片（PNG）', svg: '矢量图（SVG）', csv: '表格（CSV）' },
    notSaved: '图片未能生成，可改存表格（CSV），数据相同。',
    from: '上次',
    to: '本次',
    target: '目标',
    raises: '使其上升',
    lowers: '使其下降',
    nothing: '暂无可画的内容：此处没有已知数值。',
    shownOf: (shown: number, all: number) => `已显示 ${shown} 项，共 ${all} 项`,
    showAll: (n: number) => `显示全部 ${n} 项`,
    showMore: (n: number) => `再显示 ${n} 项`,
    showFewer: '收起',
  },
});

import type { NotKnown } from '#src/domain/household-view.ts';
import { bundle } from './locale.tsx';

type Known = Exclude<NotKnown, 'income' | 'guarantees' | 'mainCause' | 'helper' | 'plan'>;

/** What is not known, beyond the indicators, which have their own names. */
export type NotKnownGroup = Exclude<NotKnown, Known>;
interface NotKnownWords {
  groups: Record<NotKnownGroup, string>;
  list: (names: string[]) => string;
}

export const notKnownWords = bundle<NotKnownWords>({
  en: {
    groups: {
      income: 'income',
      guarantees: 'the six guarantees',
      mainCause: 'cause of poverty',
      helper: 'designated helper',
      plan: 'household plan',
    },
    list: (names) =>
      `Not known: ${names.map((name) => name.charAt(0).toLowerCase() + name.slice(1)).join(', ')}. Ask at the next visit.`,
  },
  'zh-CN': {
    groups: {
      income: '收入',
      guarantees: '六项保障',
      mainCause: '致贫原因',
      helper: '帮扶责任人',
      plan: '帮扶计划',
    },
    list: (names) => `尚不掌握：${names.join('、')}。下次走访时了解。`,
  },
});

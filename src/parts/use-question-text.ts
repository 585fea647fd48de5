import type { DataQuestion } from '#src/domain/data-questions.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { questionPageWords } from '#src/messages/question-page.ts';
import { questionWords } from '#src/messages/questions.ts';

/** Says what is odd, with its figures. */
export function useQuestionText(
  memberName: (memberId: string) => string | undefined,
): (question: DataQuestion) => string {
  const words = useMessages(questionWords);
  const t = useMessages(questionPageWords);
  const { number, quantity } = useFormat();
  return ({ code, memberId, figures }) => {
    const plain = (name: string): string => number(figures[name] ?? 0);
    const yuan = (name: string): string => quantity(figures[name] ?? null, 'yuan');
    return words.odd[code]({
      member: (memberId !== null && memberName(memberId)) || t.member,
      years: plain('years'),
      pupils: plain('pupils'),
      members: plain('members'),
      persons: plain('persons'),
      guarantees: plain('guarantees'),
      days: plain('days'),
      perPerson: yuan('perPerson'),
      line: yuan('line'),
    });
  };
}

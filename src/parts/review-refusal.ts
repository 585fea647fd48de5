import { useMessages } from '#src/messages/locale.tsx';
import { problemMessage, problems } from '#src/messages/problems.ts';
import { reviewWords } from '#src/messages/reviews.ts';

/** Why a word about a visit was not taken, by its code. */
export function useReviewRefusal(): (code: string) => string {
  const known = useMessages(reviewWords).refused;
  const words = useMessages(problems);
  return (code) => {
    if (code in known) return known[code as keyof typeof known];
    const general = problemMessage(code);
    return general === 'other' ? known.OTHER : words[general];
  };
}

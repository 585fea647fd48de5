import { useQuery } from '@tanstack/react-query';
import { villageQueries, type FigureAsked as Asked } from '#src/api/queries.ts';
import type { FigureCode } from '#src/domain/figure-code.ts';
import { figureWords } from '#src/messages/figures.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { Dialog } from '#src/ui/dialog.tsx';
import { FigureAnswer } from './figure-answer.tsx';
import { QueryView } from './query-view.tsx';

export interface FigureAsked {
  villageId: string;
  code: FigureCode;
  /** The pair of visits, the day of knowledge and the rules of the page that it is asked on. */
  by: Asked;
}

interface Props {
  asked: FigureAsked;
  /** A reading's history lies over it: keys are meant for that. */
  covered: boolean;
  onClose: () => void;
}

/** How one figure came to be: what was asked, the formula, the readings behind it, and what nobody knows. */
export function FigureDialog({ asked, covered, onClose }: Props) {
  const t = useMessages(partsWords);
  const words = useMessages(figureWords);
  const { villageId, code, by } = asked;
  const query = useQuery(villageQueries.figure(villageId, code, by));
  return (
    <Dialog
      onClose={onClose}
      size="xl"
      closeOnEscape={!covered}
      trapFocus={!covered}
      title={words.definitions[code].name}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      <QueryView query={query} isEmpty={() => false} empty={null}>
        {(explained) => <FigureAnswer explained={explained} />}
      </QueryView>
    </Dialog>
  );
}

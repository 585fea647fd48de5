import type { FigureCode } from '#src/domain/figure-code.ts';
import type { Says } from '#src/ui/says.ts';
import { Sentence } from '#src/ui/sentence.tsx';
import { FigureLink } from './figure-link.tsx';

interface Props {
  says: Says<FigureCode>;
  /** As in a link to a figure: whose it is, where the page does not say it. */
  villageId?: string;
  householdId?: string;
}

/** A sentence whose figures open how they came to be, as they do outside of sentences. */
export function FigureSentence({ says, villageId, householdId }: Props) {
  return (
    <Sentence
      says={says}
      renderLink={(words, code) => (
        <FigureLink code={code} villageId={villageId} householdId={householdId} inSentence>
          {words}
        </FigureLink>
      )}
    />
  );
}

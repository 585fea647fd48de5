import type { FigureCode } from '#src/domain/figure-code.ts';
import type { Says } from '#src/ui/says.ts';
import { Sentence } from '#src/ui/sentence.tsx';
import { FigureLink } from './figure-link.tsx';

/** A sentence whose figures open how they came to be, as they do outside of sentences. */
export function FigureSentence({ says }: { says: Says<FigureCode> }) {
  return (
    <Sentence
      says={says}
      renderLink={(words, code) => (
        <FigureLink code={code} inSentence>
          {words}
        </FigureLink>
      )}
    />
  );
}

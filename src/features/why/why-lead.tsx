import type { Explanation, WhyAnswer } from '#src/domain/why-answer.ts';
import { EvidenceMarks } from '#src/parts/evidence-mark.tsx';
import { FigureSentence } from '#src/parts/figure-sentence.tsx';
import { useFinding } from './use-finding.ts';
import classes from './why.module.css';

interface Props {
  answer: WhyAnswer;
  /** The figure that the link is about. */
  what: Explanation['what'];
}

/** The answer before anything that can be chosen: how the figure changed and why. On paper it stands below alone. */
export function WhyLead({ answer, what }: Props) {
  const { sentence, corrected } = useFinding(answer);
  const e = answer.explanations.find((one) => one.what === what);
  if (!e) return null;
  const mended = corrected(e);
  return (
    <div className={classes.answer} data-no-print>
      <p>
        <FigureSentence says={sentence(e)} />
      </p>
      {mended ? (
        <p className={classes.note}>
          <FigureSentence says={mended} />
        </p>
      ) : null}
      <EvidenceMarks grades={e.evidence} />
    </div>
  );
}

import { getRouteApi, useRouter } from '@tanstack/react-router';
import { explainPlace, type PlaceFigure } from '#src/domain/place-figure.ts';
import type { PlaceMeasures } from '#src/domain/place-measures.ts';
import { figureWords } from '#src/messages/figures.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { placeFigureWords } from '#src/messages/place-figure.ts';
import { placeMeasuresWords } from '#src/messages/place-measures.ts';
import { EvidenceMarks } from '#src/parts/evidence-mark.tsx';
import { FigureAgain, FigureFacts } from '#src/parts/figure-facts.tsx';
import { useFigureText } from '#src/parts/figure-text.ts';
import { Dialog } from '#src/ui/dialog.tsx';
import { PlaceFigureParts } from './place-figure-parts.tsx';
import { PlaceFigureUnknowns } from './place-figure-unknowns.tsx';
import classes from './place-measures.module.css';
import { PlaceRules } from './place-rules.tsx';
import { useFigureOf } from './use-figure-of.ts';

const route = getRouteApi('/measures');

interface Props {
  measures: PlaceMeasures;
  code: PlaceFigure;
  /** A reading's history lies over it: keys are meant for that. */
  covered: boolean;
}

/** How a figure over many villages came to be: by which formula, of which villages, and of which it is not known. */
export function PlaceFigureDialog({ measures, code, covered }: Props) {
  const t = useMessages(placeFigureWords);
  const words = useMessages(figureWords);
  const { close: closeWord, unknown } = useMessages(partsWords);
  const { everything } = useMessages(placeMeasuresWords);
  const { day, text } = useFormat();
  const { exact } = useFigureText();
  const figureOf = useFigureOf(code);
  const navigate = route.useNavigate();
  const definition = words.definitions[code];
  const told = explainPlace(measures.villages, code);
  const { value, range, terms, parts } = told;
  const node = measures.places.find(({ path }) => path === measures.place);
  const place = node ? text(node.name) : (measures.place ?? everything);
  const close = () => void navigate({ search: (now) => ({ ...now, figure: undefined }), resetScroll: false });
  return (
    <Dialog
      onClose={close}
      size="xl"
      closeOnEscape={!covered}
      trapFocus={!covered}
      title={definition.name}
      closeButtonProps={{ 'aria-label': closeWord }}
    >
      <div className={classes.dialog}>
        <div>
          <p className={classes.number}>
            <strong>{value === null ? unknown : figureOf(value)}</strong>
          </p>
          <p className={classes.coverage}>
            <span>{t.known(parts.length, measures.villages.length)}</span>
            {range && range.low !== range.high ? (
              <span>{words.range(figureOf(range.low), figureOf(range.high))}</span>
            ) : null}
            <EvidenceMarks grades={measures.sum.evidence} />
          </p>
        </div>
        <FigureFacts
          formula={t.formula[code]}
          terms={terms.map((one) => ({
            term: one.term,
            words: <strong>{exact(one.value, one.unit)}</strong>,
          }))}
          source={definition.source}
          asked={t.asked(place, day(measures.today))}
          unknowns={t.unknowns[code]}
        >
          <PlaceRules code={code} measures={measures} />
        </FigureFacts>
        <PlaceFigureParts code={code} told={told} />
        <PlaceFigureUnknowns code={code} told={told} />
        <Again code={code} measures={measures} />
      </div>
    </Dialog>
  );
}

/** The place, the day and the rules make it this figure. */
function Again({ code, measures: { place, today, incomeRuleId } }: Pick<Props, 'code' | 'measures'>) {
  const t = useMessages(placeFigureWords);
  const router = useRouter();
  const { series = 'national' } = route.useSearch();
  const pinned = { ...(place && { place }), on: today, series, income: incomeRuleId };
  const search = { ...pinned, figure: code };
  const { href } = router.buildLocation({ to: '/measures', search });
  return (
    <FigureAgain href={href} api={`/measures?${new URLSearchParams(pinned).toString()} (${t.sum(code)})`} />
  );
}

import { useState } from 'react';
import { ShowMore } from '#src/charts/show-more.tsx';
import type { PlaceExplanation, PlaceFigure } from '#src/domain/place-figure.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { measuresWords } from '#src/messages/measures.ts';
import { placeFigureWords } from '#src/messages/place-figure.ts';
import { PlaceFigureLink } from './place-figure-link.tsx';
import classes from './place-measures.module.css';

const SHOWN = 50;

/** The villages of which the figure is not known, or not wholly, each with what is missing. */
export function PlaceFigureUnknowns({
  code,
  told: { unknown },
}: {
  code: PlaceFigure;
  told: PlaceExplanation;
}) {
  const t = useMessages(placeFigureWords);
  const { listed } = useMessages(measuresWords);
  const { text } = useFormat();
  const [shown, setShown] = useState(SHOWN);
  return (
    <section>
      <h3>{t.unknown(unknown.length)}</h3>
      {unknown.length === 0 ? <p>{t.nothingUnknown}</p> : null}
      <ul className={classes.unknowns}>
        {unknown.slice(0, shown).map(({ village, gaps }) => (
          <li key={village.villageId}>
            <PlaceFigureLink village={village} code={code}>
              {text(village.name)}
            </PlaceFigureLink>{' '}
            <span className={classes.quiet}>{listed(gaps.map(({ gap, n }) => t.gap[gap](n)))}</span>
          </li>
        ))}
      </ul>
      <ShowMore shown={shown} all={unknown.length} least={SHOWN} onShow={setShown} />
    </section>
  );
}

import { useState } from 'react';
import { ShowMore } from '#src/charts/show-more.tsx';
import type { PlaceExplanation, PlaceFigure } from '#src/domain/place-figure.ts';
import { UNKNOWN_SIGN, useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { placeFigureWords } from '#src/messages/place-figure.ts';
import { placeMeasuresWords } from '#src/messages/place-measures.ts';
import { FigureTable } from '#src/parts/figure-facts.tsx';
import { useFigureText } from '#src/parts/figure-text.ts';
import { PlaceFigureLink } from './place-figure-link.tsx';
import classes from './place-measures.module.css';
import { useFigureOf } from './use-figure-of.ts';

const SHOWN = 50;

/** Each village in the sum: its own figure, which opens, and what it adds. */
export function PlaceFigureParts({ code, told }: { code: PlaceFigure; told: PlaceExplanation }) {
  const t = useMessages(placeFigureWords);
  const { columns } = useMessages(placeMeasuresWords);
  const { text, number } = useFormat();
  const { exact } = useFigureText();
  const figureOf = useFigureOf(code);
  const [shown, setShown] = useState(SHOWN);
  const { parts, terms } = told;
  const unit = terms[0]?.unit ?? 'none';
  const isDivided = terms.length > 1;
  return (
    <section>
      <h3>{t.parts(parts.length)}</h3>
      {parts.length > 0 ? (
        <>
          <p className={classes.quiet}>{t.partsSubtitle}</p>
          <FigureTable label={t.parts(parts.length)}>
            <thead>
              <tr>
                <th scope="col">{columns.village}</th>
                <th scope="col">{columns.visit}</th>
                <th scope="col">{t.own}</th>
                {isDivided ? (
                  <>
                    <th scope="col">{t.adds}</th>
                    <th scope="col">{t.over}</th>
                  </>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {parts.slice(0, shown).map(({ village, value, adds, over }) => (
                <tr key={village.villageId}>
                  <th scope="row">
                    {text(village.name)} <span className={classes.quiet}>{text(village.township)}</span>
                  </th>
                  <td>{village.visit?.on ?? UNKNOWN_SIGN}</td>
                  <td>
                    <PlaceFigureLink village={village} code={code}>
                      {figureOf(value)}
                    </PlaceFigureLink>
                  </td>
                  {isDivided ? (
                    <>
                      <td>{exact(adds, unit)}</td>
                      <td>{over === null ? UNKNOWN_SIGN : number(over, 'person')}</td>
                    </>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </FigureTable>
          <ShowMore shown={shown} all={parts.length} least={SHOWN} onShow={setShown} />
        </>
      ) : null}
    </section>
  );
}

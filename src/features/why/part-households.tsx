import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { villageQueries } from '#src/api/queries.ts';
import { ChartFigure } from '#src/charts/chart-figure.tsx';
import { ShowMore } from '#src/charts/show-more.tsx';
import type { Why } from '#src/domain/decompose.ts';
import type { FigureCode } from '#src/domain/figure-code.ts';
import type { Explanation, WhyHouseholds } from '#src/domain/why-answer.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { whyHouseholdWords } from '#src/messages/why-households.ts';
import { whyWords } from '#src/messages/why.ts';
import { partsWords } from '#src/messages/parts-words.ts';
import { EvidenceMarks } from '#src/parts/evidence-mark.tsx';
import { FigureLink } from '#src/parts/figure-link.tsx';
import { FigureSentence } from '#src/parts/figure-sentence.tsx';
import { useHouseholdName } from '#src/parts/household-name.ts';
import { QueryView } from '#src/parts/query-view.tsx';
import { useShare } from '#src/parts/share-text.ts';
import { plainly, type Says } from '#src/ui/says.ts';
import type { SectionProps } from './section-props.ts';
import { useAsked } from './use-asked.ts';
import { isByIncome } from './use-finding.ts';
import { useTermText } from './use-term-text.ts';
import classes from './why.module.css';

const route = getRouteApi('/villages/$villageId/why');

interface Props extends SectionProps {
  explanation: Explanation;
  part: Why;
  /** The reason's value, in words. */
  by: string;
}

/** The households behind one bar. It comes into sight when it is opened, and is read from its heading on. */
export function PartHouseholds(props: Props) {
  const { explanation, part } = props;
  const t = useMessages(whyHouseholdWords);
  const { howMade } = useMessages(partsWords);
  const { villageId } = route.useParams();
  const asked = useAsked();
  const query = useQuery(villageQueries.whyHouseholds(villageId, asked, explanation.what, part));
  const room = useRef<HTMLDivElement>(null);
  const isHere = query.data !== undefined;
  useEffect(() => {
    room.current?.scrollIntoView({ block: 'nearest' });
    if (isHere) room.current?.focus({ preventScroll: true });
  }, [isHere]);
  return (
    <div ref={room} className={classes.list} tabIndex={-1}>
      <QueryView query={query} isEmpty={() => false} empty={null}>
        {(found) => <List {...props} found={found} />}
      </QueryView>
      <p className={classes.note} data-no-print>
        <FigureLink code={`why.${explanation.what}.${part}`}>{howMade}</FigureLink>{' '}
        <Link
          to="."
          search={(now: object) => ({ ...now, what: undefined, part: undefined })}
          resetScroll={false}
        >
          {t.close}
        </Link>
      </p>
    </div>
  );
}

const SHOWN = 30;
/** Reasons by which a household comes into the figure or goes out of it. */
const COMINGS = new Set<Why>(['left', 'known', 'joined']);

function List({
  explanation: e,
  part,
  by,
  answer,
  rulesText,
  source,
  found,
}: Props & { found: WhyHouseholds }) {
  const t = useMessages(whyHouseholdWords);
  const reasons = useMessages(whyWords).reasons;
  const nameOf = useHouseholdName();
  const termText = useTermText(e.what, part);
  const share = useShare(e.unit === 'yuan' ? 'yuan' : 'percent');
  const [shown, setShown] = useState(SHOWN);
  const finding: Says<FigureCode> = (open) => t.title(reasons[part], open(by, `why.${e.what}.${part}`));
  const households = new Map(found.households.map((h) => [h.id, h]));
  const rows = found.parts
    .flatMap((p) => (p.why === part ? p.effects : []))
    .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .map((effect) => {
      const household = effect.householdId === null ? undefined : households.get(effect.householdId);
      return {
        id: effect.householdId,
        name: household ? nameOf(household) : t.village,
        before: termText('before', effect),
        after: termText('after', effect),
        share: share(effect.value),
      };
    });
  return (
    <ChartFigure
      title={plainly(finding)}
      heading={<FigureSentence says={finding} />}
      subtitle={t.meaning[part]}
      coverage={e.what !== 'incidence' && COMINGS.has(part) ? t.against : undefined}
      filters={[t.finer, isByIncome(e.what) ? rulesText : ''].filter(Boolean).join(' · ')}
      marks={<EvidenceMarks grades={e.evidence} />}
      source={source}
      fileName={`${answer.villageId}-why-${e.what}-${part}`}
      isTable
      table={{
        columns: [...t.columns],
        rows: rows.map((row) => [row.name, row.before, row.after, row.share]),
      }}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            {t.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <tr key={row.id ?? ''}>
              <th scope="row">
                {row.id === null ? (
                  row.name
                ) : (
                  <Link
                    to="/households/$householdId"
                    params={{ householdId: row.id }}
                    search={{ from: answer.from.id, to: answer.to.id, knownOn: answer.knownOn ?? undefined }}
                  >
                    {row.name}
                  </Link>
                )}
              </th>
              <td>{row.before}</td>
              <td>{row.after}</td>
              <td>{row.share}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ShowMore shown={shown} all={rows.length} least={SHOWN} onShow={setShown} />
    </ChartFigure>
  );
}

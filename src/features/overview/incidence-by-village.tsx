import { Link } from '@tanstack/react-router';
import { ChartFigure } from '#src/charts/chart-figure.tsx';
import { SmallMultiples } from '#src/charts/small-multiples.tsx';
import type { ContactPointSummary } from '#src/domain/overview.ts';
import { evidenceGrades } from '#src/domain/source.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { overviewWords } from '#src/messages/overview.ts';
import { EvidenceMarks } from '#src/parts/evidence-mark.tsx';
import { FigureLink } from '#src/parts/figure-link.tsx';

/** Poverty incidence at each village's last two visits, all on one scale. */
export function IncidenceByVillage({ points }: { points: ContactPointSummary[] }) {
  const t = useMessages(overviewWords);
  const { text, quantity } = useFormat();
  const panels = points
    .filter((p) => p.to !== null)
    .map((p) => ({
      id: p.village.id,
      name: text(p.village.name),
      from: p.incidence.from?.figure.value ?? null,
      to: p.incidence.to?.figure.value ?? null,
    }));
  const both = panels.filter((p) => p.from !== null && p.to !== null);
  const fell = both.filter((p) => (p.to ?? 0) < (p.from ?? 0)).length;
  const grades = new Set(points.flatMap((p) => p.incidence.to?.figure.evidence ?? []));
  const percent = (value: number) => quantity(value, 'percent');
  const said = (value: number | null) => (value === null ? t.unknown : percent(value));
  return (
    <ChartFigure
      title={t.incidenceTitle(fell, both.length)}
      subtitle={t.incidenceSubtitle}
      coverage={t.shown(both.length, points.length)}
      marks={<EvidenceMarks grades={evidenceGrades.filter((grade) => grades.has(grade))} />}
      source={t.title}
      fileName="incidence-by-village"
      empty={panels.length === 0}
      table={{
        columns: [t.columns.village, t.visitBefore, t.columns.visit],
        rows: panels.map((p) => [p.name, said(p.from), said(p.to)]),
      }}
      renderCell={(cell, row, column) =>
        column === 0 ? (
          cell
        ) : (
          <FigureLink code="incidence" villageId={panels[row]?.id}>
            {cell}
          </FigureLink>
        )
      }
    >
      <SmallMultiples
        panels={panels}
        ends={[t.visitBefore, t.columns.visit]}
        format={percent}
        unknownWord={t.unknown}
        renderLink={(villageId, panel, label) => (
          <Link to="/villages/$villageId" params={{ villageId }} aria-label={label}>
            {panel}
          </Link>
        )}
      />
    </ChartFigure>
  );
}

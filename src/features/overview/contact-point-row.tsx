import { Link } from '@tanstack/react-router';
import type { ContactPointSummary } from '#src/domain/overview.ts';
import { householdStatuses } from '#src/domain/indicator.ts';
import { daysBetween } from '#src/domain/day.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { overviewWords } from '#src/messages/overview.ts';
import { partsWords } from '#src/messages/parts-words.ts';
import { terms } from '#src/messages/terms.ts';
import { EvidenceMarks } from '#src/parts/evidence-mark.tsx';
import { useCoverage } from '#src/parts/figure-view.tsx';
import { FigureLink } from '#src/parts/figure-link.tsx';
import { LogVisitLink } from '#src/parts/log-visit-link.tsx';
import { StatusStrip } from '#src/parts/status-strip.tsx';
import classes from './contact-point-table.module.css';
import { ReviewCell } from './review-cell.tsx';
import { useReviewDuty } from './use-review-duty.ts';

/** One contact point; on a phone its cells stand below each other under their names. */
export function ContactPointRow({ point }: { point: ContactPointSummary }) {
  const t = useMessages(overviewWords);
  const { text } = useFormat();
  const { village, contactPoint } = point;
  const villageId = village.id;
  const duty = useReviewDuty();
  return (
    <tr>
      <th scope="row">
        <Link to="/villages/$villageId" params={{ villageId }} className={classes.village}>
          {text(village.name)}
        </Link>
        <span className={classes.small}>
          {[village.prefecture, village.county, village.township].map(text).join(' › ')}
          {village.fictional ? <span className={classes.tag}>{t.fictional}</span> : null}
        </span>
        <span className={classes.small}>
          {text(contactPoint.leader.title)} {text(contactPoint.leader.name)}
        </span>
      </th>
      <td data-label={t.columns.households}>
        <Households point={point} />
      </td>
      <td data-label={t.columns.incidence}>
        <IncidenceCell point={point} />
      </td>
      <td data-label={t.columns.visit}>
        {point.to ? (
          <>
            <Link to="/visits/$visitId" params={{ visitId: point.to.id }} className={classes.date}>
              {point.to.on}
            </Link>
            <span className={classes.small}>{t.daysAgo(point.daysSinceVisit ?? 0)}</span>
          </>
        ) : (
          <>
            {t.noVisit}
            <LogVisitLink village={village} className={classes.small}>
              {t.logVisit}
            </LogVisitLink>
          </>
        )}
      </td>
      {duty ? (
        <td data-label={t.columns.reviews}>
          <ReviewCell point={point} />
        </td>
      ) : null}
      <td data-label={t.columns.followUp}>
        <FollowUp point={point} />
      </td>
      <td data-label={t.columns.commitments}>
        <Link to="/commitments" search={{ village: villageId, state: 'owed' }} className={classes.plain}>
          {t.open(point.openCommitments)}
        </Link>
        {point.overdueCommitments > 0 ? (
          <Link to="/commitments" search={{ village: villageId, state: 'overdue' }} className={classes.plain}>
            <strong className={classes.overdue}>{t.overdue(point.overdueCommitments)}</strong>
          </Link>
        ) : null}
      </td>
      <td data-label={t.columns.projects}>
        {point.projects > 0 ? (
          <Link to="/villages/$villageId/projects" params={{ villageId }} className={classes.plain}>
            {t.underWay(point.projectsUnderWay, point.projects)}
          </Link>
        ) : (
          t.noProject
        )}
      </td>
    </tr>
  );
}

function Households({ point }: { point: ContactPointSummary }) {
  const t = useMessages(overviewWords);
  const term = useMessages(terms);
  const { statuses } = point;
  if (!statuses) return t.unknown;
  return (
    <>
      <StatusStrip counts={statuses} />
      <ul className={classes.statuses}>
        {householdStatuses
          .filter((status) => (statuses[status] ?? 0) > 0)
          .map((status) => (
            <li key={status}>
              <Link
                to="/villages/$villageId/households"
                params={{ villageId: point.village.id }}
                search={{ status }}
                className={classes.plain}
              >
                {t.statusCount(statuses[status] ?? 0, term.status[status])}
              </Link>
            </li>
          ))}
      </ul>
    </>
  );
}

function IncidenceCell({ point: { incidence, village } }: { point: ContactPointSummary }) {
  const t = useMessages(overviewWords);
  const parts = useMessages(partsWords);
  const { quantity } = useFormat();
  const coverage = useCoverage();
  const { from, to } = incidence;
  if (!to) return t.unknown;
  const said = (value: number | null | undefined) =>
    value === null || value === undefined ? parts.unknown : quantity(value, 'percent');
  return (
    <>
      <span className={classes.change}>
        <FigureLink code="incidence" villageId={village.id}>
          {from ? `${said(from.figure.value)} → ` : ''}
          <strong>{said(to.figure.value)}</strong>
        </FigureLink>
      </span>
      <span className={classes.small}>
        {to.population === null ? (
          t.populationUnknown
        ) : (
          <FigureLink code="poorPersons" villageId={village.id}>
            {t.persons(to.poorPersons, quantity(to.population, 'person'))}
          </FigureLink>
        )}
      </span>
      <span className={classes.small}>
        {coverage(to.figure)} <EvidenceMarks grades={to.figure.evidence} />
      </span>
    </>
  );
}

function FollowUp({
  point: { followUpDueOn, followUpOverdue, daysSinceVisit, to },
}: {
  point: ContactPointSummary;
}) {
  const t = useMessages(overviewWords);
  if (!followUpDueOn || !to) return t.unknown;
  const late = (daysSinceVisit ?? 0) - daysBetween(to.on, followUpDueOn);
  return (
    <>
      <span className={classes.date}>{followUpDueOn}</span>
      {followUpOverdue ? <strong className={classes.overdue}>{t.overdueSince(late)}</strong> : null}
    </>
  );
}

import type { Day } from '#src/domain/day.ts';
import type { FigureCode } from '#src/domain/figure-code.ts';
import type { AuditAction } from '#src/domain/audit.ts';
import type { RuleChoice } from '#src/domain/rule-choice.ts';
import type { Why } from '#src/domain/decompose.ts';
import type { Explained } from '#src/domain/why-changed.ts';
import type { LeftBehindKind } from '#src/domain/left-behind-kinds.ts';
import { orpc } from './client.ts';

/** Two visits of one village; without them the last two. */
export interface Pair {
  from?: string | undefined;
  to?: string | undefined;
}

/** What figures are made by: two visits, the day on which they were known, and the rules. */
export interface MeasuresAsked extends Pair, RuleChoice {
  knownOn?: Day | undefined;
  k?: string | undefined;
}

/** A pair, and what its changes are explained by; what is not said is as the pages show it. */
export interface WhyAsked extends Pair, RuleChoice {
  knownOn?: Day | undefined;
  seriesFrom?: RuleChoice['series'];
  incomeFrom?: RuleChoice['income'];
}

/** What makes a figure another one beside its code. */
export type FigureAsked = MeasuresAsked & WhyAsked & { householdId?: string | undefined };

/** Between which visits somebody is left behind, and for which reason; without one, for any. */
export interface LeftBehindAskedFor extends Pair {
  knownOn?: Day | undefined;
  reason?: LeftBehindKind | undefined;
}

/** The service's today, and who is asking. */
export const aboutQuery = () => orpc.about.queryOptions({ staleTime: Infinity });

/** Whom a one-time link is for. Its secret is part of the question, so nothing of it is kept. */
export const invitationQuery = (secret: string) =>
  orpc.invitation.queryOptions({ input: { secret }, staleTime: Infinity, gcTime: 0 });

/** Places at which an administrator may seat people, with their names. */
export const placesQuery = () => orpc.places.queryOptions({ staleTime: Infinity });

export const accountQueries = {
  all: () => orpc.accounts.queryOptions(),
  sessions: (accountId: string) => orpc.sessions.queryOptions({ input: { accountId } }),
  tokens: () => orpc.tokens.queryOptions(),
};

/** Each village of a place at its last visit; without a place, all that the asker sees. */
export const placeMeasuresQuery = (
  asked: RuleChoice & { place?: string | undefined; on?: Day | undefined },
) => orpc.placeMeasures.queryOptions({ input: asked });

export const contactPointsQuery = () => orpc.contactPoints.queryOptions();

/** What was promised, everywhere or in one village. */
export const commitmentsQuery = (villageId?: string) =>
  orpc.commitments.queryOptions({ input: { villageId } });

export const villageQueries = {
  page: (villageId: string) => orpc.village.queryOptions({ input: { villageId } }),
  progress: (villageId: string, pair: Pair, knownOn?: Day) =>
    orpc.progress.queryOptions({ input: { villageId, ...pair, knownOn } }),
  /** The same household by household. */
  householdsProgress: (villageId: string, pair: Pair, knownOn?: Day) =>
    orpc.householdsProgress.queryOptions({ input: { villageId, ...pair, knownOn } }),
  measures: (villageId: string, asked: MeasuresAsked) =>
    orpc.measures.queryOptions({ input: { villageId, ...asked } }),
  why: (villageId: string, asked: WhyAsked) => orpc.why.queryOptions({ input: { villageId, ...asked } }),
  /** The households behind one reason of one level. */
  whyHouseholds: (villageId: string, asked: WhyAsked, what: Explained, part: Why) =>
    orpc.whyHouseholds.queryOptions({ input: { villageId, ...asked, what, part } }),
  figure: (villageId: string, code: FigureCode, asked: FigureAsked) =>
    orpc.explainFigure.queryOptions({ input: { villageId, code, ...asked } }),
  /** Page by page, the gravest first. */
  leftBehind: (villageId: string, asked: LeftBehindAskedFor) =>
    orpc.leftBehind.infiniteOptions({
      input: (after: string | undefined) => ({ villageId, ...asked, after }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  households: (villageId: string, pair: Pair = {}) =>
    orpc.households.queryOptions({ input: { villageId, ...pair } }),
  projects: (villageId: string) => orpc.projects.queryOptions({ input: { villageId } }),
  questions: (villageId: string) => orpc.dataQuestions.queryOptions({ input: { villageId } }),
  visitSheet: (villageId: string) => orpc.visitSheet.queryOptions({ input: { villageId } }),
};

/** At which visit it is judged, and by which line and income. */
interface Judged extends RuleChoice {
  at?: string | undefined;
}

export const exitQueries = {
  ofVillage: (villageId: string, asked: Judged) =>
    orpc.exitVerdicts.queryOptions({ input: { villageId, ...asked } }),
};

export const householdQuery = (householdId: string) =>
  orpc.household.queryOptions({ input: { householdId } });
/** Under which the records of all households stand that were read. */
export const householdsRead = () => orpc.household.key({ type: 'query' });

/** Who has looked at the record. Asked after the record itself, so that this look is among them. */
export const looksQuery = (householdId: string) => orpc.looks.queryOptions({ input: { householdId } });

export const projectQuery = (projectId: string) => orpc.project.queryOptions({ input: { projectId } });

export const visitQuery = (visitId: string) => orpc.visit.queryOptions({ input: { visitId } });

export const photosQuery = (visitId: string) => orpc.photos.queryOptions({ input: { visitId } });

/** What a photo shows stays in memory for as long as it is looked at, and each look is written down. */
export const photoQuery = (visitId: string, photoId: string) =>
  orpc.photo.queryOptions({ input: { visitId, photoId }, gcTime: 0, staleTime: Infinity });

export const readingHistoryQuery = (readingId: string) =>
  orpc.readingHistory.queryOptions({ input: { readingId } });

/** What is asked of the audit trail. */
export interface AuditAsked {
  villageId?: string | undefined;
  action?: AuditAction | undefined;
  actorId?: string | undefined;
}

/** The trail page by page, the newest first. */
export const auditQuery = (asked: AuditAsked) =>
  orpc.audit.infiniteOptions({
    input: (before: string | undefined) => ({ ...asked, before }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });

/** Of all that was read of the trail. */
export const auditKey = () => orpc.audit.key();

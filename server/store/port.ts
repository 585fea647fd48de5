import type { Act, AuditAction, AuditEntry, Look } from '#src/domain/audit.ts';
import type { Commitment, Verdict } from '#src/domain/commitment.ts';
import type { QuestionAnswer } from '#src/domain/data-questions.ts';
import type { Day } from '#src/domain/day.ts';
import type { Identifier, IdentifierRef } from '#src/domain/identifier.ts';
import type { Photo, PhotoPiece } from '#src/domain/photo.ts';
import type { PlaceAsk, VillageInPlace } from '#src/domain/place-measures.ts';
import type { Place, PlaceNode } from '#src/domain/place.ts';
import type { Reading } from '#src/domain/reading.ts';
import type { ProcedureStep } from '#src/domain/procedure.ts';
import type { Review } from '#src/domain/review.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import type { Visit } from '#src/domain/visit.ts';
import type { NamedInVisit, VisitGround } from './visit-ground.ts';

/** What a store answers to a visit: its place in the order of recording within the village. */
export interface Receipt {
  visitId: string;
  villageId: string;
  recordedOn: Day;
  sequence: number;
}

export type Unsequenced<T> = Omit<T, 'sequence'>;

/** A whole visit, checked, ready to be written at once or not at all. */
export interface VisitEntry {
  visit: Unsequenced<Visit>;
  readings: Unsequenced<Reading>[];
  commitments: Commitment[];
  verdicts: Unsequenced<Verdict>[];
  /** The draft's `contentHash`: says whether the same visit comes again or another one under its id. */
  fingerprint: string;
}

export interface Conflict {
  outcome: 'conflict';
  /** The first thing of a visit that is there already, as far as the viewer sees. */
  taken?: { kind: 'reading' | 'commitment'; id: string };
}
export type Recorded<T> = { outcome: 'recorded' | 'repeated'; answer: T } | Conflict;

/** Where a thing belongs. Ids are unique within a county. */
export type Owned = 'household' | 'project' | 'visit' | 'reading' | 'commitment';

/** What one asks of the audit trail; `before` is a page's `next`. */
export interface AuditFilter {
  villageId?: string | undefined;
  action?: AuditAction | undefined;
  actorId?: string | undefined;
  before?: string | undefined;
  limit: number;
}

/** What became of a piece of a photo. */
export type PieceKept =
  /** `received` says how many bytes are there now; `whole` is the photo in base64 once all of them are. */
  | { outcome: 'kept'; received: number; whole: string | null }
  | { outcome: 'recorded'; answer: Photo }
  /** The visit has as many photos as it may have. */
  | { outcome: 'full' }
  | Conflict;

/** A photo among those of its visit. */
export interface PhotoRef {
  visitId: string;
  id: string;
}

/** What the service needs of its memory for photos. */
export interface PhotoVerbs {
  /** A visit's photos in the order in which they came, without what they show. */
  photosOf(visitId: string): Promise<readonly Photo[]>;
  /**
   * Keeps a piece of a photo aside if it is the one that comes next. Nothing is promised of what is aside: another
   * content under the same id begins anew, and of more photos than a visit may have the oldest gives way.
   */
  keepPiece(piece: PhotoPiece & { visitId: string }): Promise<PieceKept>;
  /** Lets go of what is aside of a photo. */
  dropPieces(ref: PhotoRef): Promise<void>;
  /** Makes what is aside, and is whole, a photo of its visit. */
  recordPhoto(photo: Unsequenced<Photo>, act: Act): Promise<Recorded<Photo> | { outcome: 'full' }>;
  /**
   * What a photo shows, in base64, together with its act: at most one of its kind an hour for each person and visit. Null,
   * and nothing written, where there is no such photo.
   */
  showPhoto(ref: PhotoRef, act: Act): Promise<string | null>;
}

/**
 * What the service needs of its memory, in verbs of the trade, on behalf of one
 * viewer: whatever lies outside the viewer's places is not there. A village's
 * record is the unit that is handed out; figures are computed from it by the
 * domain, so two stores cannot disagree about them. What is handed out is
 * read-only: nobody can change the store through it. Each write appends its act
 * to the audit trail, or nothing is written.
 */
export interface Store extends PhotoVerbs {
  villageRecords(): Promise<readonly VillageRecord[]>;
  villageRecord(villageId: string): Promise<VillageRecord | null>;
  /** The record of the village that the thing belongs to. */
  recordOf(kind: Owned, id: string): Promise<VillageRecord | null>;
  /** What a visit is checked against; null where the viewer sees no such village. */
  visitGround(villageId: string, named: NamedInVisit): Promise<VisitGround | null>;
  /** The receipt of a visit that is already there, with its fingerprint. */
  receiptOf(visitId: string): Promise<{ receipt: Receipt; fingerprint: string } | null>;
  recordVisit(entry: VisitEntry, act: Act): Promise<Recorded<Receipt>>;
  /** Appends the reading that supersedes another; a conflict when that one was superseded meanwhile. */
  recordCorrection(corrected: Unsequenced<Reading>, act: Act): Promise<Recorded<Reading>>;
  /** Appends to a visit's reviews; a conflict when the id names another review. */
  recordReview(review: Unsequenced<Review>, act: Act): Promise<Recorded<Review>>;
  /** Appends a step of a household's procedure; a conflict when the id names another step. */
  recordStep(step: Unsequenced<ProcedureStep>, act: Act): Promise<Recorded<ProcedureStep>>;
  /** Appends an answer to a question about the village or a household of it; a conflict when the id names another. */
  recordQuestionAnswer(
    villageId: string,
    answer: Unsequenced<QuestionAnswer>,
    act: Act,
  ): Promise<Recorded<QuestionAnswer>>;
  /**
   * Keeps the value aside and its mask in the record, and beside the mask of a certificate number what is found of
   * it there and then. False when there is no such member.
   */
  recordIdentifier(given: Identifier & { recordedOn: Day }, act: Act): Promise<boolean>;
  /** One identifier in the clear, together with its act; null, and nothing written, where none is recorded. */
  unmask(ref: IdentifierRef, act: Act): Promise<string | null>;
  /**
   * Writes down that somebody opened a household's record, or took all of a village's along: at most
   * one entry an hour for each person and household, or village.
   */
  recordLook(act: Act): Promise<void>;
  /** Acts that looked into the household's record, the last first, 200 at most. */
  looksAt(householdId: string): Promise<Look[]>;
  /** The viewer's places and what lies below, as far as villages are known there, in order of their paths. */
  placeNodes(): Promise<PlaceNode[]>;
  /** Poverty by income of each village within a place, at its last visit, in order of their places. */
  measuresByVillage(ask: PlaceAsk): Promise<readonly VillageInPlace[]>;
  /** The newest first. */
  audit(filter: AuditFilter): Promise<{ entries: AuditEntry[]; next: string | null }>;
}

/** On whose behalf. */
export interface Viewer {
  accountId: string;
  places: readonly Place[];
  /** Whether nobody waits for the answer any more: a store may then give up with {@link Gone}. */
  gone?: () => boolean;
}

/** Whoever asked has gone away before the work was done. What was written stays written. */
export class Gone extends Error {}

/** One memory, seen by many. */
export interface Stores {
  as(viewer: Viewer): Store;
  /**
   * Names the data that is being written to, as a UUID: the same as long as nothing that
   * was acknowledged can have gone missing. Restoring a backup makes a new one, and
   * phones then offer again what the backup may not have had.
   */
  epoch(): Promise<string>;
}

/** Looks of one person at one household within this many milliseconds are one look. */
export const LOOK_WINDOW = 3_600_000;
/** The acts that count as looking into a household's record; one of the whole village counts for each of its households. */
export const LOOKS = ['viewHousehold', 'unmaskIdentifier', 'takeRecords'] as const satisfies AuditAction[];
export const MOST_LOOKS = 200;

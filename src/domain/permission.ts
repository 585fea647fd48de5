import { z } from 'zod';
import { placeKindOf, relationOf, type Place, type PlaceKind, type Relation } from './place.ts';

export const roles = ['villageCadre', 'office', 'leaderStaff', 'auditor', 'administrator'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** At which kinds of place each role may be seated. `leaderStaff` get the villages of their leader's contact points. */
export const seats: Record<Role, readonly PlaceKind[]> = {
  villageCadre: ['village'],
  office: ['township', 'county', 'prefecture', 'province', 'country'],
  leaderStaff: ['village', 'township'],
  auditor: ['village', 'township', 'county', 'prefecture', 'province', 'country'],
  administrator: ['township', 'county', 'prefecture', 'province', 'country'],
};

const nobody: readonly Relation[] = [];
const own: readonly Relation[] = ['own'];
const below: readonly Relation[] = ['child'];
const reach: readonly Relation[] = ['own', 'child'];

type Row = Record<Role, readonly Relation[]>;
const row = (
  villageCadre: Row['villageCadre'],
  office: Row['office'],
  leaderStaff: Row['leaderStaff'],
  auditor: Row['auditor'],
  administrator: Row['administrator'],
): Row => ({ villageCadre, office, leaderStaff, auditor, administrator });

/**
 * Who may do what, and where: action × role × relation of the target to the
 * person's places. The service, the screens and the tests all read this table;
 * what it does not list is refused.
 */
export const permissions = {
  //                       cadre   office  leader's staff  auditor  administrator
  viewVillage: row(own, reach, reach, reach, nobody),
  viewHousehold: row(own, reach, reach, reach, nobody),
  /** Names of householders and members, and their own words. */
  viewNames: row(own, reach, reach, nobody, nobody),
  /** A member's state of health. */
  viewHealth: row(own, reach, nobody, nobody, nobody),
  /** What photos of visits show: people at home, more often than not. */
  viewPhotos: row(own, reach, reach, nobody, nobody),
  /** Who has looked at a household's record. */
  viewLooks: row(own, reach, reach, reach, nobody),
  /** One certificate number, phone or bank account, for a minute, with a reason. */
  unmaskIdentifier: row(own, below, nobody, nobody, nobody),
  recordIdentifier: row(own, nobody, nobody, nobody, nobody),
  recordVisit: row(own, nobody, reach, nobody, nobody),
  /** Visits of other kinds than the leader's. */
  recordOwnVisit: row(own, nobody, nobody, nobody, nobody),
  correctReading: row(own, nobody, nobody, nobody, nobody),
  /** Accept a visit or send it back with a reason. */
  reviewVisit: row(nobody, below, nobody, nobody, nobody),
  /** Say what was mended in a visit that was sent back. */
  answerReview: row(own, nobody, nobody, nobody, nobody),
  /** A step of the procedure by which a household leaves the register: those of the village, and those of the office. */
  recordProcedureStep: row(own, below, nobody, nobody, nobody),
  recordVillageStep: row(own, nobody, nobody, nobody, nobody),
  recordOfficeStep: row(nobody, below, nobody, nobody, nobody),
  /** Say something to a question that the checks raise: dismiss it, or open it again. */
  answerDataQuestion: row(own, below, nobody, nobody, nobody),
  /** Say what was found about it: for who was there. */
  tellFinding: row(own, nobody, nobody, nobody, nobody),
  viewAudit: row(nobody, nobody, nobody, reach, nobody),
  manageAccounts: row(nobody, nobody, nobody, nobody, reach),
} as const satisfies Record<string, Row>;

export type Action = keyof typeof permissions;

/** What a program with a token may do at most, whatever its role: read. */
export const programActions: readonly Action[] = [
  'viewVillage',
  'viewHousehold',
  'viewNames',
  'viewHealth',
  'viewLooks',
  'viewAudit',
];

/** Whose right is asked about. */
export interface Seat {
  role: Role;
  places: readonly Place[];
  /** A person's session unless it is said. */
  via?: 'session' | 'token';
}

/** The relations at which the seat may do it. */
function allowedTo({ role, via }: Pick<Seat, 'role' | 'via'>, action: Action): readonly Relation[] {
  return via === 'token' && !programActions.includes(action) ? nobody : permissions[action][role];
}

/** Whether the seat may do it to what lies at `target`. */
export function may(seat: Seat | null | undefined, action: Action, target: Place): boolean {
  if (!seat) return false;
  const allowed = allowedTo(seat, action);
  return allowed.length > 0 && allowed.includes(relationOf(seat.places, target));
}

/** Whether there is any place where the role may do it. */
export function mayAnywhere(seat: Pick<Seat, 'role' | 'via'> | null | undefined, action: Action): boolean {
  return !!seat && allowedTo(seat, action).length > 0;
}

/** Whether a role can be seated at that place. */
export function canSit(of: Role, path: Place): boolean {
  return seats[of].includes(placeKindOf(path));
}

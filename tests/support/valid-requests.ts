import type { Action, Role } from '#src/domain/permission.ts';
import { EVERYWHERE, type Relation } from '#src/domain/place.ts';
import { jpeg, pieceOf } from './jpeg.ts';
import { actBy, seatsFor } from './target.ts';
import type { Inputs, RouteName } from './requests.ts';
import type { Watched } from './watched.ts';
import { metAt, visitDraft } from '#tests/support/visit-draft.ts';

/** Who asks, and how the target lies to them. `name` is another one for each cell. */
export interface Cell {
  role: Role;
  relation: Relation;
  name: string;
}

interface Row<Input> {
  /** Said once more, so that a route under a wrong action is found. */
  action: Action | 'anyone';
  /**
   * What somebody gets who may it, but not here: `one` is answered as if it were not there, a
   * `list` goes without it, and a `seat` that they would give is refused.
   */
  outside: 'one' | 'list' | 'seat';
  target: 'village' | 'account';
  /** A request that is in order. May lay out what it needs. */
  input: (service: Watched, cell: Cell) => Input | Promise<Input>;
}

const { target: township } = seatsFor.account;
const seat = { name: 'Target person', role: 'office' as const, places: [township] };
const own = { reason: 'why' };

async function accountIn(service: Watched, { name }: Cell): Promise<string> {
  const accountId = `target-${name}`;
  const act = actBy('invite', { kind: 'account', id: accountId });
  await service.accounts.invite(accountId, { signInName: accountId, ...seat }, act);
  return accountId;
}

async function invitedIn(service: Watched, cell: Cell): Promise<{ accountId: string; secret: string }> {
  const accountId = await accountIn(service, cell);
  const act = actBy('invite', { kind: 'account', id: accountId });
  return { accountId, secret: (await service.accounts.inviteAgain(accountId, act))?.secret ?? '' };
}

const password = 'a password that is long';

async function signInIn(service: Watched, cell: Cell) {
  const { accountId, secret } = await invitedIn(service, cell);
  await service.accounts.accept(
    secret,
    password,
    actBy('acceptInvitation', { kind: 'account', id: accountId }),
  );
  return { accountId, signInName: accountId };
}

async function sessionIn(service: Watched, cell: Cell) {
  const { accountId, signInName } = await signInIn(service, cell);
  const request = new Request('http://service.test/api/session', { method: 'POST' });
  await service.accounts.signIn({ signInName, password }, request, () =>
    actBy('signIn', { kind: 'account', id: accountId }),
  );
  const [session] = await service.accounts.sessionsOf(accountId, request);
  return { accountId, sessionId: session?.id ?? 'none' };
}

async function tokenIn(service: Watched, { name }: Cell): Promise<string> {
  const tokenId = `target-${name}`;
  const draft = { ...seat, name: 'Target program', days: 30 };
  await service.accounts.createToken(tokenId, draft, actBy('createToken', { kind: 'token', id: tokenId }));
  return tokenId;
}

const lookedAt = (service: Watched) =>
  service.stores
    .as({ accountId: 'somebody', places: [EVERYWHERE] })
    .recordLook(
      actBy(
        'viewHousehold',
        { kind: 'household', id: 'target-household' },
        { place: seatsFor.village.target, householdId: 'target-household' },
      ),
    );

/** The step before the one that both the village and the office may record. */
const appraised = async (service: Watched, { name }: Cell): Promise<void> => {
  await service.stores.as({ accountId: 'somebody', places: [EVERYWHERE] }).recordStep(
    {
      id: `appraised-${name}`,
      householdId: 'target-household',
      step: 'appraisal',
      outcome: 'passed',
      on: '2018-07-16',
      until: null,
      people: ['Villagers'],
      note: null,
      recordedOn: '2018-07-16',
      recordedBy: 'somebody',
      source: null,
    },
    actBy('recordProcedureStep', { kind: 'household', id: 'target-household' }),
  );
};

/** A photo of the target's first visit. */
async function photoIn(service: Watched): Promise<string> {
  const id = 'target-photo';
  const visitId = 'target-jan';
  const store = service.stores.as({ accountId: 'somebody', places: [EVERYWHERE] });
  const piece = await pieceOf(id, jpeg());
  await store.keepPiece({ visitId, ...piece });
  const { size, sha256 } = piece;
  const given = { width: 16, height: 8, recordedOn: '2018-07-16', recordedBy: 'somebody' };
  await store.recordPhoto(
    { id, visitId, size, sha256, ...given },
    actBy('recordPhoto', { kind: 'visit', id: visitId }),
  );
  return id;
}

const village = (action: Action): Row<{ villageId: string }> => ({
  action,
  outside: 'one',
  target: 'village',
  input: () => ({ villageId: 'target' }),
});
const account = (action: Action = 'manageAccounts'): Row<{ accountId: string }> => ({
  action,
  outside: 'one',
  target: 'account',
  input: async (service, cell) => ({ accountId: await accountIn(service, cell) }),
});
const open = { action: 'anyone', outside: 'one', target: 'account' } as const;
const one = { outside: 'one', target: 'village' } as const;
const managing = { action: 'manageAccounts', target: 'account' } as const;
const member = { householdId: 'target-household', memberId: 'target-member' };

/** A request in order for every route of the contract; a route that is missing here does not compile. */
export const validRequests: { [Name in RouteName]: Row<Inputs[Name]> } = {
  about: { ...open, input: () => ({}) },
  signIn: {
    ...open,
    input: async (service, cell) => ({ signInName: (await signInIn(service, cell)).signInName, password }),
  },
  signOut: { ...open, input: () => ({}) },
  invitation: {
    ...open,
    input: async (service, cell) => ({ secret: (await invitedIn(service, cell)).secret }),
  },
  acceptInvitation: {
    ...open,
    input: async (service, cell) => ({ secret: (await invitedIn(service, cell)).secret, password }),
  },

  contactPoints: { action: 'viewVillage', outside: 'list', target: 'village', input: () => ({}) },
  explainFigure: {
    action: 'viewVillage',
    ...one,
    input: () => ({ villageId: 'target', code: 'incidence' }),
  },
  commitments: { action: 'viewVillage', outside: 'list', target: 'village', input: () => ({}) },
  placeMeasures: { action: 'viewVillage', outside: 'list', target: 'village', input: () => ({}) },
  village: village('viewVillage'),
  progress: village('viewVillage'),
  householdsProgress: village('viewVillage'),
  measures: village('viewVillage'),
  leftBehind: village('viewHousehold'),
  why: village('viewVillage'),
  whyHouseholds: {
    action: 'viewHousehold',
    outside: 'one',
    target: 'village',
    input: () => ({ villageId: 'target', what: 'incidence' }),
  },
  households: village('viewHousehold'),
  projects: village('viewVillage'),
  visitSheet: village('recordVisit'),
  household: { action: 'viewHousehold', ...one, input: () => ({ householdId: 'target-household' }) },
  householdRecords: village('viewHousehold'),
  looks: { action: 'viewLooks', ...one, input: () => ({ householdId: 'target-household' }) },
  project: { action: 'viewVillage', ...one, input: () => ({ projectId: 'target-project' }) },
  visit: { action: 'viewVillage', ...one, input: () => ({ visitId: 'target-jan' }) },
  readingHistory: { action: 'viewVillage', ...one, input: () => ({ readingId: 'target-reading' }) },

  unmaskIdentifier: {
    action: 'unmaskIdentifier',
    ...one,
    input: () => ({ ...member, kind: 'phone', ...own }),
  },
  recordIdentifier: {
    action: 'recordIdentifier',
    ...one,
    input: () => ({ ...member, kind: 'phone', value: '00000000002', ...own }),
  },
  recordVisit: {
    action: 'recordVisit',
    ...one,
    input: (_service, { name }) => ({
      visitId: `new-${name}`,
      ...visitDraft({ villageId: 'target', kind: 'leader', stops: [metAt('target-household')] }),
    }),
  },
  correctReading: {
    action: 'correctReading',
    ...one,
    input: (_service, { name }) => ({
      readingId: 'target-reading',
      id: `correction-${name}`,
      value: 3,
      evidence: 'document',
      reason: 'why',
    }),
  },
  reviewVisit: {
    action: 'reviewVisit',
    ...one,
    input: (_service, { name }) => ({
      visitId: 'target-jul',
      id: `review-${name}`,
      outcome: 'sentBack',
      note: 'why',
    }),
  },
  answerReview: {
    action: 'answerReview',
    ...one,
    input: (_service, { name }) => ({ visitId: 'target-jan', id: `answer-${name}`, note: 'mended' }),
  },
  photos: { action: 'viewVillage', ...one, input: () => ({ visitId: 'target-jan' }) },
  photo: {
    action: 'viewPhotos',
    ...one,
    input: async (service) => ({ visitId: 'target-jan', photoId: await photoIn(service) }),
  },
  sendPhoto: {
    action: 'recordVisit',
    ...one,
    input: async (_service, { name }) => ({
      visitId: 'target-jul',
      ...(await pieceOf(`photo-${name}`, jpeg())),
    }),
  },
  exitVerdicts: village('viewHousehold'),
  householdExit: { action: 'viewHousehold', ...one, input: () => ({ householdId: 'target-household' }) },
  recordProcedureStep: {
    action: 'recordProcedureStep',
    ...one,
    input: async (service, cell) => {
      await appraised(service, cell);
      return {
        householdId: 'target-household',
        id: `step-${cell.name}`,
        step: 'verification',
        outcome: 'refused',
        on: '2018-07-16',
        until: null,
        people: ['Committee'],
        note: 'why',
      };
    },
  },
  dataQuestions: village('viewHousehold'),
  answerDataQuestion: {
    action: 'answerDataQuestion',
    ...one,
    input: (_service, { name }) => ({
      villageId: 'target',
      id: `question-${name}`,
      key: 'causeTwice/target-household',
      readingIds: [],
      outcome: 'dismissed',
      reason: 'why',
    }),
  },
  audit: {
    action: 'viewAudit',
    outside: 'list',
    target: 'village',
    input: async (service) => {
      await lookedAt(service);
      return {};
    },
  },

  places: { action: 'manageAccounts', outside: 'list', target: 'village', input: () => ({}) },
  accounts: {
    ...managing,
    outside: 'list',
    input: async (service, cell) => {
      await accountIn(service, cell);
      return {};
    },
  },
  invite: {
    ...managing,
    outside: 'seat',
    input: (_service, { name }) => ({ ...seat, signInName: `new-${name}` }),
  },
  inviteAgain: account(),
  changeAccount: {
    ...managing,
    outside: 'one',
    input: async (service, cell) => ({
      accountId: await accountIn(service, cell),
      ...seat,
      role: 'auditor',
    }),
  },
  disableAccount: {
    ...managing,
    outside: 'one',
    input: async (service, cell) => ({ accountId: await accountIn(service, cell), ...own }),
  },
  enableAccount: {
    ...managing,
    outside: 'one',
    input: async (service, cell) => {
      const accountId = await accountIn(service, cell);
      await service.accounts.setDisabled(
        accountId,
        true,
        actBy('disableAccount', { kind: 'account', id: accountId }),
      );
      return { accountId, ...own };
    },
  },
  sessions: account(),
  endSession: { ...managing, outside: 'one', input: sessionIn },
  tokens: {
    ...managing,
    outside: 'list',
    input: async (service, cell) => {
      await tokenIn(service, cell);
      return {};
    },
  },
  createToken: {
    ...managing,
    outside: 'seat',
    input: () => ({ name: 'Target program', role: 'auditor', places: [township], days: 30 }),
  },
  revokeToken: {
    ...managing,
    outside: 'one',
    input: async (service, cell) => ({ tokenId: await tokenIn(service, cell) }),
  },
};

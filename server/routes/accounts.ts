import { v7 as uuid } from 'uuid';
import type { Account, Actor } from '#src/domain/account.ts';
import type { Act, AuditAction } from '#src/domain/audit.ts';
import { canSit, may, type Role } from '#src/domain/permission.ts';
import { commonPlace, EVERYWHERE, type Place } from '#src/domain/place.ts';
import { api } from '../authorize.ts';
import type { Allowed, Given } from '../context.ts';
import { actOf } from './act-of.ts';

type Context = Given & Allowed;
interface Seat {
  role: Role;
  places: readonly Place[];
}

/**
 * Wholly within the administrator's places: an account that reaches further is not theirs.
 * One without any place may be given any, so it belongs to whoever has the whole country.
 */
const isTheirs = (actor: Actor, { places }: Pick<Seat, 'places'>): boolean =>
  (places.length > 0 ? places : [EVERYWHERE]).every((path) => may(actor, 'manageAccounts', path));

/** The account, if it is within the administrator's reach. */
async function theirs(context: Context, accountId: string): Promise<Account | null> {
  const found = await context.accounts.find(accountId);
  return found && isTheirs(context.actor, found) ? found : null;
}

/** Why somebody cannot be seated there, and the field that says so. */
function seatRefusal(actor: Actor, { role, places }: Seat): 'NOT_YOUR_PLACE' | 'SEAT_NOT_POSSIBLE' | null {
  if (!isTheirs(actor, { places })) return 'NOT_YOUR_PLACE';
  return places.every((path) => canSit(role, path)) ? null : 'SEAT_NOT_POSSIBLE';
}

const seatFacts = ({ role, places }: Seat) => ({ role, places: [...places] });

function accountAct(
  context: Context,
  action: AuditAction,
  account: Pick<Account, 'id' | 'places'>,
  told: Partial<Pick<Act, 'reason' | 'before' | 'after'>> = {},
): Act {
  const subject = { kind: 'account', id: account.id } as const;
  return actOf(context, action, { place: commonPlace(account.places), subject, ...told });
}

export const places = api.places.handler(({ context }) => context.store.placeNodes());

export const accounts = api.accounts.handler(async ({ context }) =>
  (await context.accounts.all()).filter((account) => isTheirs(context.actor, account)),
);

export const invite = api.invite.handler(async ({ input, context, errors }) => {
  const refusal = seatRefusal(context.actor, input);
  if (refusal) throw errors[refusal]({ data: { field: 'places' } });
  const accountId = uuid();
  const act = accountAct(
    context,
    'invite',
    { id: accountId, places: input.places },
    { after: seatFacts(input) },
  );
  const invited = await context.accounts.invite(accountId, input, act);
  if (!invited) throw errors.SIGN_IN_NAME_TAKEN({ data: { field: 'signInName' } });
  return invited;
});

export const inviteAgain = api.inviteAgain.handler(async ({ input, context, errors }) => {
  const account = await theirs(context, input.accountId);
  if (!account) throw errors.ACCOUNT_NOT_FOUND();
  const invited = await context.accounts.inviteAgain(account.id, accountAct(context, 'invite', account));
  if (!invited) throw errors.ACCOUNT_NOT_FOUND();
  return invited;
});

export const changeAccount = api.changeAccount.handler(async ({ input, context, errors }) => {
  const { accountId, ...seating } = input;
  const account = await theirs(context, accountId);
  if (!account) throw errors.ACCOUNT_NOT_FOUND();
  if (accountId === context.actor.id) throw errors.OWN_ACCOUNT();
  const refusal = seatRefusal(context.actor, seating);
  if (refusal) throw errors[refusal]({ data: { field: 'places' } });
  const act = accountAct(context, 'changeAccount', account, {
    before: seatFacts(account),
    after: seatFacts(seating),
  });
  const changed = await context.accounts.change(accountId, seating, act);
  if (!changed) throw errors.ACCOUNT_NOT_FOUND();
  return changed;
});

async function switched(
  context: Context,
  { accountId, reason }: { accountId: string; reason: string },
  disabled: boolean,
): Promise<Account | 'missing' | 'own'> {
  const account = await theirs(context, accountId);
  if (!account) return 'missing';
  if (accountId === context.actor.id) return 'own';
  const act = accountAct(context, disabled ? 'disableAccount' : 'enableAccount', account, {
    reason,
    before: { state: account.state },
  });
  return (await context.accounts.setDisabled(accountId, disabled, act)) ?? 'missing';
}

export const disableAccount = api.disableAccount.handler(async ({ input, context, errors }) => {
  const answer = await switched(context, input, true);
  if (answer === 'missing') throw errors.ACCOUNT_NOT_FOUND();
  if (answer === 'own') throw errors.OWN_ACCOUNT();
  return answer;
});

export const enableAccount = api.enableAccount.handler(async ({ input, context, errors }) => {
  const answer = await switched(context, input, false);
  if (answer === 'missing') throw errors.ACCOUNT_NOT_FOUND();
  if (answer === 'own') throw errors.OWN_ACCOUNT();
  return answer;
});

export const sessions = api.sessions.handler(async ({ input, context, errors }) => {
  const account = await theirs(context, input.accountId);
  if (!account) throw errors.ACCOUNT_NOT_FOUND();
  return context.accounts.sessionsOf(account.id, context.request);
});

export const endSession = api.endSession.handler(async ({ input, context, errors }) => {
  const account = await theirs(context, input.accountId);
  if (!account) throw errors.ACCOUNT_NOT_FOUND();
  const act = accountAct(context, 'endSession', account, { before: { sessionId: input.sessionId } });
  if (!(await context.accounts.endSession(account.id, input.sessionId, act)))
    throw errors.SESSION_NOT_FOUND();
  return { done: true as const };
});

export const tokens = api.tokens.handler(async ({ context }) =>
  (await context.accounts.tokens()).filter((token) => isTheirs(context.actor, token)),
);

export const createToken = api.createToken.handler(async ({ input, context, errors }) => {
  const refusal = seatRefusal(context.actor, input);
  if (refusal) throw errors[refusal]({ data: { field: 'places' } });
  const tokenId = uuid();
  const act = actOf(context, 'createToken', {
    place: commonPlace(input.places),
    subject: { kind: 'token', id: tokenId },
    after: { name: input.name, ...seatFacts(input), days: input.days },
  });
  return context.accounts.createToken(tokenId, input, act);
});

export const revokeToken = api.revokeToken.handler(async ({ input, context, errors }) => {
  const found = (await context.accounts.tokens()).find((token) => token.id === input.tokenId);
  if (!found || !isTheirs(context.actor, found)) throw errors.TOKEN_NOT_FOUND();
  const act = actOf(context, 'revokeToken', {
    place: commonPlace(found.places),
    subject: { kind: 'token', id: found.id },
    before: { name: found.name, ...seatFacts(found) },
  });
  const revoked = await context.accounts.revokeToken(found.id, act);
  if (!revoked) throw errors.TOKEN_NOT_FOUND();
  return revoked;
});

import { z } from 'zod';
import {
  accessToken,
  accessTokenDraft,
  account,
  invitation,
  invitationDraft,
  invitationGreeting,
  password,
  session,
} from '#src/domain/account.ts';
import { id } from '#src/domain/id.ts';
import { placeNode } from '#src/domain/place.ts';
import { required, TEXT_LIMITS } from '#src/domain/text.ts';
import { accountRefusals, signInRefusals } from './problems.ts';
import { nothing, route } from './route.ts';

const { ACCOUNT_NOT_FOUND } = accountRefusals;
const secret = z.string().min(20).max(200);
const done = z.strictObject({ done: z.literal(true) });

/** Accounts, sessions and tokens: who people are, without anything about a household. */
export const accountsContract = {
  /** Answers with a session cookie. */
  signIn: route('anyone', {
    method: 'POST',
    path: '/session',
    summary: 'Opens a session with a name and a password; the answer sets its cookie.',
  })
    .input(
      z.strictObject({
        signInName: required(TEXT_LIMITS.name),
        password: z.string().min(1, { error: 'required' }).max(200, { error: 'tooLong' }),
      }),
    )
    .output(done)
    .errors(signInRefusals),

  signOut: route('anyone', { method: 'DELETE', path: '/session', summary: 'Ends the session that asks.' })
    .input(nothing)
    .output(done),

  /** Who a one-time link was made for. */
  invitation: route('anyone', {
    method: 'POST',
    path: '/invitations/open',
    summary: 'Says whom a one-time link was made for.',
  })
    .input(z.strictObject({ secret }))
    .output(invitationGreeting)
    .errors({ INVITATION_NOT_VALID: signInRefusals.INVITATION_NOT_VALID }),

  /** Sets the first password, once. */
  acceptInvitation: route('anyone', {
    method: 'POST',
    path: '/invitations/accept',
    summary: 'Sets the password of an account with a one-time link.',
  })
    .input(z.strictObject({ secret, password }))
    .output(done)
    .errors({
      INVITATION_NOT_VALID: signInRefusals.INVITATION_NOT_VALID,
      PASSWORD_TOO_COMMON: signInRefusals.PASSWORD_TOO_COMMON,
    }),

  /** Places at which the administrator may seat people. */
  places: route('manageAccounts', {
    method: 'GET',
    path: '/places',
    summary: 'Lists the places where the administrator may seat somebody.',
  })
    .input(nothing)
    .output(z.array(placeNode)),

  accounts: route('manageAccounts', {
    method: 'GET',
    path: '/accounts',
    summary: "Lists the accounts whose places all lie within the administrator's.",
  })
    .input(nothing)
    .output(z.array(account)),

  invite: route('manageAccounts', {
    method: 'POST',
    path: '/accounts',
    summary: 'Makes an account and a one-time link with which its holder sets a password.',
    successStatus: 201,
  })
    .input(invitationDraft)
    .output(invitation)
    .errors(accountRefusals),

  /** A new one-time link: for whoever lost the first one or the password. Open sessions end when it is used. */
  inviteAgain: route('manageAccounts', {
    method: 'POST',
    path: '/accounts/{accountId}/invitations',
    summary: 'Makes a new one-time link for an account; its open sessions end when the link is used.',
    successStatus: 201,
  })
    .input(z.strictObject({ accountId: id }))
    .output(invitation)
    .errors({ ACCOUNT_NOT_FOUND }),

  /** Gives an account another role and other places; effective at its next request. */
  changeAccount: route('manageAccounts', {
    method: 'PUT',
    path: '/accounts/{accountId}',
    summary: 'Gives an account another name, role and places, effective at its next request.',
  })
    .input(invitationDraft.omit({ signInName: true }).extend({ accountId: id }))
    .output(account)
    .errors(accountRefusals),

  /** Effective at its next request; open sessions end. */
  disableAccount: route('manageAccounts', {
    method: 'POST',
    path: '/accounts/{accountId}/disable',
    summary: 'Disables an account and ends its sessions, with a reason.',
  })
    .input(z.strictObject({ accountId: id, reason: required(TEXT_LIMITS.line) }))
    .output(account)
    .errors(accountRefusals),

  enableAccount: route('manageAccounts', {
    method: 'POST',
    path: '/accounts/{accountId}/enable',
    summary: 'Enables a disabled account again, with a reason.',
  })
    .input(z.strictObject({ accountId: id, reason: required(TEXT_LIMITS.line) }))
    .output(account)
    .errors(accountRefusals),

  sessions: route('manageAccounts', {
    method: 'GET',
    path: '/accounts/{accountId}/sessions',
    summary: 'Lists the open sessions of an account.',
  })
    .input(z.strictObject({ accountId: id }))
    .output(z.array(session))
    .errors({ ACCOUNT_NOT_FOUND }),

  endSession: route('manageAccounts', {
    method: 'DELETE',
    path: '/accounts/{accountId}/sessions/{sessionId}',
    summary: 'Ends one session of an account.',
  })
    .input(z.strictObject({ accountId: id, sessionId: id }))
    .output(done)
    .errors({ ACCOUNT_NOT_FOUND, SESSION_NOT_FOUND: accountRefusals.SESSION_NOT_FOUND }),

  tokens: route('manageAccounts', {
    method: 'GET',
    path: '/tokens',
    summary: "Lists the tokens of programs whose places all lie within the administrator's.",
  })
    .input(nothing)
    .output(z.array(accessToken)),

  /** The secret is in this answer and nowhere else. */
  createToken: route('manageAccounts', {
    method: 'POST',
    path: '/tokens',
    summary: 'Makes a token for a program; its secret is in this answer and nowhere else.',
    successStatus: 201,
  })
    .input(accessTokenDraft)
    .output(z.strictObject({ token: accessToken, secret: z.string() }))
    .errors({
      NOT_YOUR_PLACE: accountRefusals.NOT_YOUR_PLACE,
      SEAT_NOT_POSSIBLE: accountRefusals.SEAT_NOT_POSSIBLE,
    }),

  revokeToken: route('manageAccounts', {
    method: 'DELETE',
    path: '/tokens/{tokenId}',
    summary: "Revokes a program's token, effective at its next request.",
  })
    .input(z.strictObject({ tokenId: id }))
    .output(accessToken)
    .errors({ TOKEN_NOT_FOUND: accountRefusals.TOKEN_NOT_FOUND }),
};

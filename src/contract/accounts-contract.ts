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
  signIn: route('anyone', { method: 'POST', path: '/session' })
    .input(
      z.strictObject({
        signInName: required(TEXT_LIMITS.name),
        password: z.string().min(1, { error: 'required' }).max(200, { error: 'tooLong' }),
      }),
    )
    .output(done)
    .errors(signInRefusals),

  signOut: route('anyone', { method: 'DELETE', path: '/session' }).input(nothing).output(done),

  /** Who a one-time link was made for. */
  invitation: route('anyone', { method: 'POST', path: '/invitations/open' })
    .input(z.strictObject({ secret }))
    .output(invitationGreeting)
    .errors({ INVITATION_NOT_VALID: signInRefusals.INVITATION_NOT_VALID }),

  /** Sets the first password, once. */
  acceptInvitation: route('anyone', { method: 'POST', path: '/invitations/accept' })
    .input(z.strictObject({ secret, password }))
    .output(done)
    .errors({
      INVITATION_NOT_VALID: signInRefusals.INVITATION_NOT_VALID,
      PASSWORD_TOO_COMMON: signInRefusals.PASSWORD_TOO_COMMON,
    }),

  /** Places at which the administrator may seat people. */
  places: route('manageAccounts', { method: 'GET', path: '/places' })
    .input(nothing)
    .output(z.array(placeNode)),

  accounts: route('manageAccounts', { method: 'GET', path: '/accounts' })
    .input(nothing)
    .output(z.array(account)),

  invite: route('manageAccounts', { method: 'POST', path: '/accounts', successStatus: 201 })
    .input(invitationDraft)
    .output(invitation)
    .errors(accountRefusals),

  /** A new one-time link: for whoever lost the first one or the password. Open sessions end when it is used. */
  inviteAgain: route('manageAccounts', {
    method: 'POST',
    path: '/accounts/{accountId}/invitations',
    successStatus: 201,
  })
    .input(z.strictObject({ accountId: id }))
    .output(invitation)
    .errors({ ACCOUNT_NOT_FOUND }),

  /** Gives an account another role and other places; effective at its next request. */
  changeAccount: route('manageAccounts', { method: 'PUT', path: '/accounts/{accountId}' })
    .input(invitationDraft.omit({ signInName: true }).extend({ accountId: id }))
    .output(account)
    .errors(accountRefusals),

  /** Effective at its next request; open sessions end. */
  disableAccount: route('manageAccounts', { method: 'POST', path: '/accounts/{accountId}/disable' })
    .input(z.strictObject({ accountId: id, reason: required(TEXT_LIMITS.line) }))
    .output(account)
    .errors(accountRefusals),

  enableAccount: route('manageAccounts', { method: 'POST', path: '/accounts/{accountId}/enable' })
    .input(z.strictObject({ accountId: id, reason: required(TEXT_LIMITS.line) }))
    .output(account)
    .errors(accountRefusals),

  sessions: route('manageAccounts', { method: 'GET', path: '/accounts/{accountId}/sessions' })
    .input(z.strictObject({ accountId: id }))
    .output(z.array(session))
    .errors({ ACCOUNT_NOT_FOUND }),

  endSession: route('manageAccounts', {
    method: 'DELETE',
    path: '/accounts/{accountId}/sessions/{sessionId}',
  })
    .input(z.strictObject({ accountId: id, sessionId: id }))
    .output(done)
    .errors({ ACCOUNT_NOT_FOUND, SESSION_NOT_FOUND: accountRefusals.SESSION_NOT_FOUND }),

  tokens: route('manageAccounts', { method: 'GET', path: '/tokens' })
    .input(nothing)
    .output(z.array(accessToken)),

  /** The secret is in this answer and nowhere else. */
  createToken: route('manageAccounts', { method: 'POST', path: '/tokens', successStatus: 201 })
    .input(accessTokenDraft)
    .output(z.strictObject({ token: accessToken, secret: z.string() }))
    .errors({
      NOT_YOUR_PLACE: accountRefusals.NOT_YOUR_PLACE,
      SEAT_NOT_POSSIBLE: accountRefusals.SEAT_NOT_POSSIBLE,
    }),

  revokeToken: route('manageAccounts', { method: 'DELETE', path: '/tokens/{tokenId}' })
    .input(z.strictObject({ tokenId: id }))
    .output(accessToken)
    .errors({ TOKEN_NOT_FOUND: accountRefusals.TOKEN_NOT_FOUND }),
};

import { ORPCError } from '@orpc/server';
import { isCommonPassword } from '#src/domain/common-password.ts';
import { commonPlace } from '#src/domain/place.ts';
import type { Account, Actor } from '#src/domain/account.ts';
import { api } from '../authorize.ts';
import type { Given } from '../context.ts';
import { actOf } from './act-of.ts';

const DONE = { done: true } as const;

/** An account about to act for itself, before there is a session. */
const asActor = ({ id, name, role, places }: Account): Actor => ({ id, name, role, places, via: 'session' });

function setCookies(context: Given, cookies: readonly string[]): void {
  for (const cookie of cookies) context.resHeaders?.append('set-cookie', cookie);
}

export const signIn = api.signIn.handler(async ({ input, context, errors }) => {
  const given = { ...input, signInName: input.signInName.trim().toLowerCase() };
  const answer = await context.accounts.signIn(given, context.request, (account) =>
    actOf({ actor: asActor(account), now: context.now }, 'signIn', {
      place: commonPlace(account.places),
      subject: { kind: 'account', id: account.id },
    }),
  );
  if (answer.outcome === 'limited') {
    context.resHeaders?.set('retry-after', String(answer.retryAfter));
    throw new ORPCError('TOO_MANY_REQUESTS', { status: 429 });
  }
  if (answer.outcome === 'refused') throw errors.SIGN_IN_REFUSED();
  setCookies(context, answer.cookies);
  return DONE;
});

export const signOut = api.signOut.handler(async ({ context }) => {
  const asking = context.actor.places.length > 0 ? context.actor : null;
  const act =
    asking &&
    actOf({ actor: asking, now: context.now }, 'signOut', {
      place: commonPlace(asking.places),
      subject: { kind: 'account', id: asking.id },
    });
  setCookies(context, await context.accounts.signOut(context.request, act));
  return DONE;
});

export const invitation = api.invitation.handler(async ({ input, context, errors }) => {
  const greeting = await context.accounts.greeting(input.secret);
  if (!greeting) throw errors.INVITATION_NOT_VALID();
  return { signInName: greeting.signInName, name: greeting.name };
});

export const acceptInvitation = api.acceptInvitation.handler(async ({ input, context, errors }) => {
  const { accounts, now } = context;
  const greeting = await accounts.greeting(input.secret);
  const account = greeting && (await accounts.find(greeting.accountId));
  if (!account) throw errors.INVITATION_NOT_VALID();
  if (isCommonPassword(input.password, account.signInName))
    throw errors.PASSWORD_TOO_COMMON({ data: { field: 'password' } });
  const act = actOf({ actor: asActor(account), now }, 'acceptInvitation', {
    place: commonPlace(account.places),
    subject: { kind: 'account', id: account.id },
  });
  if (!(await accounts.accept(input.secret, input.password, act))) throw errors.INVITATION_NOT_VALID();
  return DONE;
});

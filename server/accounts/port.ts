import type {
  AccessToken,
  AccessTokenDraft,
  Account,
  Invitation,
  InvitationDraft,
  InvitationGreeting,
  Session,
} from '#src/domain/account.ts';
import type { Act } from '#src/domain/audit.ts';

export type SignIn =
  | { outcome: 'signedIn'; accountId: string; cookies: string[] }
  | { outcome: 'refused' }
  /** Too many tries: how many seconds to wait. */
  | { outcome: 'limited'; retryAfter: number };

/** What an administrator may change of an account. */
export type Seating = Omit<InvitationDraft, 'signInName'>;

/**
 * What the service needs to know of people. Who may call what is decided before
 * (the routes); each change takes its `Act`, which is written together with it.
 */
export interface Accounts {
  all(): Promise<Account[]>;
  find(accountId: string): Promise<Account | null>;
  /** Null when the sign-in name is taken. The account's id is made by the caller, so that the act can name it. */
  invite(accountId: string, draft: InvitationDraft, act: Act): Promise<Invitation | null>;
  inviteAgain(accountId: string, act: Act): Promise<Invitation | null>;
  /** Whom a one-time link is for, with the account's id; null when it is used, expired or unknown. */
  greeting(secret: string): Promise<(InvitationGreeting & { accountId: string }) | null>;
  /** Sets the password, ends open sessions and uses the link up. False when it was not valid any more. */
  accept(secret: string, password: string, act: Act): Promise<boolean>;
  change(accountId: string, seating: Seating, act: Act): Promise<Account | null>;
  /** Disabling ends all sessions. */
  setDisabled(accountId: string, disabled: boolean, act: Act): Promise<Account | null>;
  /** Open ones; `request` tells which is the asking one. */
  sessionsOf(accountId: string, request: Request): Promise<Session[]>;
  endSession(accountId: string, sessionId: string, act: Act): Promise<boolean>;
  /** `actFor` makes the act once it is known whose account it is. */
  signIn(
    given: { signInName: string; password: string },
    request: Request,
    actFor: (account: Account) => Act,
  ): Promise<SignIn>;
  /** Ends the asking session; the cookies that forget it. */
  signOut(request: Request, act: Act | null): Promise<string[]>;
  tokens(): Promise<AccessToken[]>;
  /** `secret` is what the program sends as bearer; only its digest is kept. */
  createToken(
    tokenId: string,
    draft: AccessTokenDraft,
    act: Act,
  ): Promise<{ token: AccessToken; secret: string }>;
  revokeToken(tokenId: string, act: Act): Promise<AccessToken | null>;
}

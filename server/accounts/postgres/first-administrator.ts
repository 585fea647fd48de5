import { v7 as uuid } from 'uuid';
import type { Account, InvitationDraft } from '#src/domain/account.ts';
import type { Act, AuditAction } from '#src/domain/audit.ts';
import { commonPlace, EVERYWHERE } from '#src/domain/place.ts';
import { StartRefused } from '../../postgres/refusal.ts';
import type { Accounts } from '../port.ts';
import type { Parts } from './parts.ts';
import { statements } from './statements.ts';

const FIRST: InvitationDraft = {
  signInName: 'admin',
  name: '管理员 Administrator',
  role: 'administrator',
  places: [EVERYWHERE],
};
/** Who runs the service's own commands is nobody that the service knows. */
const REASON = 'from the command line of the service';

/** A one-time link's secret, and for whom it is. */
export interface WayIn {
  signInName: string;
  secret: string;
  /** An instant. */
  expiresAt: string;
}

export interface Administrators {
  /**
   * While nobody has ever set a password: makes the account `admin`, seated everywhere,
   * and a link for it; the links before are worth nothing any more. Null afterwards.
   */
  firstAdministrator(): Promise<WayIn | null>;
  /**
   * A new link for an administrator who is locked out, enabled where disabled. Open
   * sessions end when it is used.
   * @throws StartRefused when no administrator has that name
   */
  inviteAdministrator(signInName?: string): Promise<WayIn>;
}

export function administratorsOf({ pool, clock }: Parts, accounts: Accounts): Administrators {
  const act = (action: AuditAction, { id, places }: Pick<Account, 'id' | 'places'>): Act => ({
    at: clock().toISOString(),
    actor: null,
    action,
    place: commonPlace(places),
    subject: { kind: 'account', id },
    householdId: null,
    reason: REASON,
    before: null,
    after: null,
  });
  const named = async (signInName: string) =>
    (await accounts.all()).find((account) => account.signInName === signInName);

  async function inviteFirst(): Promise<WayIn> {
    const id = uuid();
    const { role, places } = FIRST;
    const invited = await accounts.invite(id, FIRST, {
      ...act('invite', { id, places }),
      after: { role, places },
    });
    if (!invited) throw new StartRefused(`Somebody is called ${FIRST.signInName} meanwhile: try again`);
    return { ...invited, signInName: FIRST.signInName };
  }

  async function inviteAgain({ id, places, signInName }: Account): Promise<WayIn> {
    const invited = await accounts.inviteAgain(id, act('invite', { id, places }));
    if (!invited) throw new StartRefused(`${signInName} is not there any more`);
    return { ...invited, signInName };
  }

  return {
    async firstAdministrator() {
      const { rows } = await pool.query<{ there: boolean }>(statements.anyPassword);
      if (rows[0]?.there) return null;
      const found = await named(FIRST.signInName);
      return found ? inviteAgain(found) : inviteFirst();
    },

    async inviteAdministrator(signInName = FIRST.signInName) {
      const found = await named(signInName);
      if (found?.role === 'administrator') {
        if (found.state === 'disabled')
          await accounts.setDisabled(found.id, false, act('enableAccount', found));
        return inviteAgain(found);
      }
      const there = (await accounts.all()).filter(({ role }) => role === 'administrator');
      if (!found && there.length === 0) return inviteFirst();
      throw new StartRefused(
        `${signInName} is no administrator; administrators are: ${there.map((a) => a.signInName).join(', ') || 'none'}`,
      );
    },
  };
}

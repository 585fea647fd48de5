import type { Actor } from '#src/domain/account.ts';
import type { Role } from '#src/domain/permission.ts';
import { EVERYWHERE, placeOf } from '#src/domain/place.ts';
import { sampleRecords } from './sample.ts';
import { say } from './words.ts';

const villages = sampleRecords.map(({ village }) => placeOf(village));
const actor = (role: Role, name: Actor['name'], places: string[]): Actor => ({
  id: `sample-${role.toLowerCase()}`,
  name,
  role,
  places,
  via: 'session',
});

/** One person of each role, to see the sample with their eyes. The cadre sits in every village of the sample. */
export const sampleActors: Record<Role, Actor> = {
  villageCadre: actor('villageCadre', say('样例干部', 'Sample cadre'), villages),
  office: actor('office', say('样例办公室', 'Sample office'), [EVERYWHERE]),
  leaderStaff: actor('leaderStaff', say('样例联络员', 'Sample leader’s staff'), villages),
  auditor: actor('auditor', say('样例审计员', 'Sample auditor'), [EVERYWHERE]),
  administrator: actor('administrator', say('样例管理员', 'Sample administrator'), [EVERYWHERE]),
};

import { StartRefused } from '../postgres/refusal.ts';

/** Why a backup cannot be made or restored, in one line. Nothing was changed. */
export class BackupRefused extends StartRefused {}

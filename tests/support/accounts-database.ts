import type { Pool } from 'pg';
import { openPool } from '#server/store/postgres/pool.ts';
import { emptyDatabase } from './postgres-store.ts';

/** The service's way to a database of its own with nobody in it. */
export const accountsPool = async (): Promise<Pool> => openPool({ ...(await emptyDatabase()), max: 5 });

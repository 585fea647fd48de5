import { Pool, type PoolConfig } from 'pg';

/** The role that the service's statements run as: it owns nothing, and row-level security holds it. */
const SERVICE_ROLE = 'contact_points_app';

/** How the service calls itself to the database. */
export const SERVICE_NAME = 'contact-points';

/** Days and numbers are told in one way, however the database is set up. */
const SETTINGS = `set role ${SERVICE_ROLE}; set datestyle = iso; set extra_float_digits = 1`;

/**
 * Connections for the service itself. Each becomes the service's role before anybody
 * gets it. A connection that is lost while nobody uses it is replaced in silence.
 */
export function openPool(database: PoolConfig): Pool {
  const pool = new Pool({
    max: 20,
    connectionTimeoutMillis: 5000,
    ...database,
    onConnect: (client) => client.query(SETTINGS),
  });
  pool.on('error', () => undefined);
  return pool;
}

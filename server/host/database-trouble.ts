/** Classes and codes of SQLSTATE that tell of the database's state, not of what was asked of it. */
const STATES = new RegExp(
  [
    '08...', // the connection
    '53...', // no disk, memory or connection left
    '57P0.', // stopped, stopping, starting or gone
    '57014', // took longer than allowed
    '58...', // its files cannot be read or written
    '28...', // it does not let us in (any more)
    '3D000', // the database is being restored
    '25006', // it only reads: a standby
    '25P0[34]', // a transaction took longer than allowed
    '40001|40P01|55P03', // others were in the way, also when it was tried again
  ]
    .map((state) => `^(${state})$`)
    .join('|'),
);

/** What the system says of a connection that cannot be made or is lost. */
const SYSTEM = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EMFILE',
]);

/** What `pg` and its pool say in words alone. */
const WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed and is not queryable|Query read timeout|Cannot use a pool after calling end|timeout expired)/;

/**
 * Whether an error says that the database cannot be used now, so that the same
 * request may succeed later: it is missing, stopped, full, overloaded. Errors that
 * were wrapped by others count by their cause.
 */
export function isDatabaseTrouble(error: unknown): boolean {
  let at = error;
  for (let depth = 0; depth < 5 && at instanceof Error; depth += 1) {
    const { code, syscall } = at as NodeJS.ErrnoException;
    if (typeof code === 'string' && (STATES.test(code) || SYSTEM.has(code))) return true;
    // The socket of a PostgreSQL that does not run is not there.
    if (syscall === 'connect') return true;
    if (WORDS.test(at.message)) return true;
    at = at.cause;
  }
  return false;
}

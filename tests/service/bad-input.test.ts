import { describeBadInput } from '#tests/support/bad-input-suite.ts';
import { inPostgres } from '#tests/support/postgres-ports.ts';

/** `BAD_REQUESTS=…` sends more. */
describeBadInput('PostgreSQL', inPostgres, Number(process.env['BAD_REQUESTS'] ?? 2000));

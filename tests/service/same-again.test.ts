import { inPostgres } from '#tests/support/postgres-ports.ts';
import { describeSameAgain } from '#tests/support/same-again-suite.ts';

describeSameAgain('PostgreSQL', inPostgres);

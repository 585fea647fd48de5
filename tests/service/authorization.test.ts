import { describeAuthorization } from '#tests/support/authorization-suite.ts';
import { inPostgres } from '#tests/support/postgres-ports.ts';

describeAuthorization('PostgreSQL', inPostgres);

import { describeBadInput } from '#tests/support/bad-input-suite.ts';
import { inMemory } from '#tests/support/memory-ports.ts';

/** `BAD_REQUESTS=…` sends more. */
describeBadInput('memory', inMemory, Number(process.env['BAD_REQUESTS'] ?? 20_000));

import { inMemory } from '#tests/support/memory-ports.ts';
import { describeSameAgain } from '#tests/support/same-again-suite.ts';

describeSameAgain('memory', inMemory);

import { createMemoryAccounts } from '#server/accounts/memory.ts';
import { MemoryAudit } from '#server/store/memory-audit.ts';
import { describeAccounts, TestClock } from '#tests/support/accounts-suite.ts';

describeAccounts('memory', async () => {
  const clock = new TestClock();
  const audit = new MemoryAudit();
  const opened = createMemoryAccounts({ actors: [], clock: clock.read, audit });
  return { ...opened, clock, acts: async () => audit.entries() };
});

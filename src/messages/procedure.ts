import type { ProcedureStepCode, StepOutcome } from '#src/domain/procedure.ts';
import { bundle } from './locale.tsx';

interface ProcedureWords {
  step: Record<ProcedureStepCode, string>;
  stepOutcome: Record<StepOutcome, string>;
}

/** The steps by which a household leaves the register (DOMAIN §2, §3.5). */
export const procedureWords = bundle<ProcedureWords>({
  en: {
    step: {
      appraisal: 'Villagers’ appraisal',
      verification: 'Verification',
      householdAgrees: 'The household agrees',
      publicNotice: 'Public notice',
      announcement: 'Announcement',
      deregistration: 'Struck off the register',
    },
    stepOutcome: { passed: 'Passed', refused: 'Refused' },
  },
  'zh-CN': {
    step: {
      appraisal: '民主评议',
      verification: '核实',
      householdAgrees: '农户认可',
      publicNotice: '公示',
      announcement: '公告退出',
      deregistration: '销号',
    },
    stepOutcome: { passed: '通过', refused: '未通过' },
  },
});

import type { Member } from '#src/domain/household.ts';
import { bundle } from './locale.tsx';

interface MemberWords {
  sex: Record<Member['sex'], string>;
  relation: Record<Member['relation'], string>;
  health: Record<Member['health'], string>;
  labour: Record<Member['labour'], string>;
  student: Record<Member['student'], string>;
}

/** What a person of a household is, as the national layout puts it (DOMAIN §2). */
export const memberWords = bundle<MemberWords>({
  en: {
    sex: { female: 'Female', male: 'Male', unknown: 'Unknown' },
    relation: {
      head: 'Head',
      spouse: 'Spouse',
      child: 'Child',
      parent: 'Parent',
      grandchild: 'Grandchild',
      sibling: 'Sibling',
      other: 'Other',
      unknown: 'Unknown',
    },
    health: {
      healthy: 'Healthy',
      longTermChronic: 'Long-term chronic illness',
      seriousIllness: 'Serious illness',
      disabled: 'Disabled',
      unknown: 'Unknown',
      withheld: 'Not shown to you',
    },
    labour: {
      ordinary: 'Ordinary',
      skilled: 'Skilled',
      weak: 'Weak',
      lost: 'Lost',
      none: 'None',
      unknown: 'Unknown',
    },
    student: {
      notStudent: 'Not a student',
      preschool: 'Preschool',
      primary: 'Primary school',
      juniorMiddle: 'Junior middle school',
      seniorMiddle: 'Senior middle school',
      higher: 'Higher education',
      unknown: 'Unknown',
    },
  },
  'zh-CN': {
    sex: { female: '女', male: '男', unknown: '不明' },
    relation: {
      head: '户主',
      spouse: '配偶',
      child: '子女',
      parent: '父母',
      grandchild: '孙辈',
      sibling: '兄弟姐妹',
      other: '其他',
      unknown: '不明',
    },
    health: {
      healthy: '健康',
      longTermChronic: '长期慢性病',
      seriousIllness: '大病',
      disabled: '残疾',
      unknown: '不明',
      withheld: '不予显示',
    },
    labour: {
      ordinary: '普通劳动力',
      skilled: '技能劳动力',
      weak: '弱劳动力',
      lost: '丧失劳动力',
      none: '无劳动力',
      unknown: '不明',
    },
    student: {
      notStudent: '非在校生',
      preschool: '学前',
      primary: '小学',
      juniorMiddle: '初中',
      seniorMiddle: '高中',
      higher: '高等教育',
      unknown: '不明',
    },
  },
});

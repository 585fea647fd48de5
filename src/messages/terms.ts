import type { Call } from '#src/domain/calls.ts';
import type { Theme, VerdictKind } from '#src/domain/commitment.ts';
import type { MainCause, MeasureKind } from '#src/domain/household.ts';
import type {
  GuaranteeState,
  HouseholdStatus,
  Indicator,
  ConditionState,
  ProjectStage,
} from '#src/domain/indicator.ts';
import type { Role } from '#src/domain/permission.ts';
import type { PlaceKind } from '#src/domain/place.ts';
import type { Evidence } from '#src/domain/source.ts';
import type { StandingState } from '#src/domain/mobility.ts';
import type { Outcome, StopKind, VisitKind } from '#src/domain/visit.ts';
import { bundle } from './locale.tsx';

interface Terms {
  status: Record<HouseholdStatus, string>;
  standing: Record<StandingState, string>;
  guarantee: Record<GuaranteeState, string>;
  condition: Record<ConditionState, string>;
  stage: Record<ProjectStage, string>;
  indicator: Record<Indicator, string>;
  evidence: Record<Evidence, string>;
  cause: Record<MainCause, string>;
  measure: Record<MeasureKind, string>;
  theme: Record<Theme, string>;
  verdict: Record<VerdictKind, string>;
  visitKind: Record<VisitKind, string>;
  stopKind: Record<StopKind, string>;
  outcome: Record<Outcome, string>;
  call: Record<Call, string>;
  netIncome: string;
  role: Record<Role, string>;
  placeKind: Record<PlaceKind, string>;
}

/** The field's words (DOMAIN §2), once for every screen. */
export const terms = bundle<Terms>({
  en: {
    status: {
      registered: 'Registered poor',
      out: 'Out of poverty',
      returned: 'Returned to poverty',
      unknown: 'Status unknown',
    },
    standing: {
      registered: 'Registered poor',
      out: 'Out of poverty',
      returned: 'Returned to poverty',
      unknown: 'Status unknown',
      absent: 'Not in the register',
    },
    guarantee: { met: 'Met', notMet: 'Not met', unknown: 'Unknown', notApplicable: 'Not applicable' },
    condition: { good: 'Good', fair: 'Fair', poor: 'Poor', unknown: 'Unknown' },
    stage: {
      planned: 'Planned',
      underConstruction: 'Under construction',
      completed: 'Completed',
      benefiting: 'Benefiting people',
      unknown: 'Unknown',
    },
    indicator: {
      status: 'Register status',
      persons: 'Persons',
      wage: 'Wages',
      business: 'Business',
      businessCost: 'Business cost',
      property: 'Property',
      transfer: 'Transfers',
      food: 'Food',
      clothing: 'Clothing',
      education: 'Compulsory education',
      medical: 'Basic medical services',
      housing: 'Safe housing',
      water: 'Safe drinking water',
      road: 'Road',
      cleanliness: 'Cleanliness',
      trees: 'Trees',
      satisfaction: 'Satisfaction',
      ruralPopulation: 'Registered rural population',
      stage: 'Stage',
      built: 'Built',
      spent: 'Spent',
      irrigated: 'Irrigated',
      householdsServed: 'Households served',
      bagsGrowing: 'Mushroom bags growing',
    },
    evidence: {
      seenOnSite: 'Seen on site',
      document: 'Document',
      toldByHousehold: 'Told by household',
      toldByCadre: 'Told by cadre',
      reportedInPress: 'Reported in press',
      synthetic: 'Synthetic',
    },
    cause: {
      illness: 'Illness',
      disability: 'Disability',
      schooling: 'Schooling',
      disaster: 'Disaster',
      land: 'Lack of land',
      water: 'Lack of water',
      technology: 'Lack of technology',
      labour: 'Lack of labour',
      funds: 'Lack of funds',
      transport: 'Poor transport',
      drive: 'Insufficient drive',
      other: 'Other',
      unknown: 'Cause unknown',
    },
    measure: {
      industry: 'Industry',
      employment: 'Employment',
      education: 'Education',
      health: 'Health',
      housing: 'Housing',
      relocation: 'Relocation',
      water: 'Water',
      infrastructure: 'Infrastructure',
      ecology: 'Ecology',
      microcredit: 'Microcredit',
      assetIncome: 'Asset income',
      courtyardEconomy: 'Courtyard economy',
      publicWelfareJob: 'Public-welfare job',
      safetyNet: 'Safety net',
      social: 'Social support',
    },
    theme: {
      accuracy: 'Accurate alleviation, no one left behind',
      industry: 'Fill the gaps, inner drive, industry',
      guarantees: 'Guarantees and public services',
      grassroots: 'Grassroots organisations and cadres',
      other: 'Other',
    },
    verdict: {
      kept: 'Kept',
      partly: 'Partly kept',
      notKept: 'Not kept',
      cannotTell: 'Cannot tell',
      reopened: 'Reopened',
    },
    visitKind: {
      leader: 'Leader’s visit',
      helper: 'Helper’s visit',
      workTeam: 'Work team’s visit',
      thirdParty: 'Third-party visit',
    },
    stopKind: { village: 'Village', projectSite: 'Project site', household: 'Household', seminar: 'Seminar' },
    outcome: { met: 'Met', nobodyHome: 'Nobody at home', declined: 'Declined', seen: 'Seen' },
    call: { met: 'Visited', nobodyHome: 'Nobody at home', none: 'Not visited' },
    netIncome: 'Net income',
    role: {
      villageCadre: 'Village cadre',
      office: 'Office',
      leaderStaff: 'Leader’s staff',
      auditor: 'Auditor',
      administrator: 'Administrator',
    },
    placeKind: {
      country: 'Country',
      province: 'Province',
      prefecture: 'Prefecture',
      county: 'County',
      township: 'Township',
      village: 'Village',
    },
  },
  'zh-CN': {
    status: { registered: '未脱贫', out: '已脱贫', returned: '返贫', unknown: '状态不明' },
    standing: {
      registered: '未脱贫',
      out: '已脱贫',
      returned: '返贫',
      unknown: '状态不明',
      absent: '不在册',
    },
    guarantee: { met: '已保障', notMet: '未保障', unknown: '不明', notApplicable: '不适用' },
    condition: { good: '好', fair: '一般', poor: '差', unknown: '不明' },
    stage: {
      planned: '计划中',
      underConstruction: '在建',
      completed: '已完工',
      benefiting: '已受益',
      unknown: '不明',
    },
    indicator: {
      status: '建档立卡状态',
      persons: '人口',
      wage: '工资性收入',
      business: '经营性收入',
      businessCost: '经营性支出',
      property: '财产性收入',
      transfer: '转移性收入',
      food: '吃',
      clothing: '穿',
      education: '义务教育',
      medical: '基本医疗',
      housing: '住房安全',
      water: '饮水安全',
      road: '道路',
      cleanliness: '村容整洁',
      trees: '绿化',
      satisfaction: '满意度',
      ruralPopulation: '农村户籍人口',
      stage: '阶段',
      built: '建设进度',
      spent: '已用资金',
      irrigated: '灌溉面积',
      householdsServed: '受益户数',
      bagsGrowing: '在培菌袋',
    },
    evidence: {
      seenOnSite: '现场看到',
      document: '有凭证',
      toldByHousehold: '农户自述',
      toldByCadre: '干部介绍',
      reportedInPress: '媒体报道',
      synthetic: '虚构',
    },
    cause: {
      illness: '因病',
      disability: '因残',
      schooling: '因学',
      disaster: '因灾',
      land: '缺土地',
      water: '缺水',
      technology: '缺技术',
      labour: '缺劳力',
      funds: '缺资金',
      transport: '交通条件落后',
      drive: '自身发展动力不足',
      other: '其他',
      unknown: '致贫原因不明',
    },
    measure: {
      industry: '产业扶贫',
      employment: '就业扶贫',
      education: '教育扶贫',
      health: '健康扶贫',
      housing: '危房改造',
      relocation: '易地搬迁',
      water: '饮水安全',
      infrastructure: '基础设施',
      ecology: '生态扶贫',
      microcredit: '小额信贷',
      assetIncome: '资产收益',
      courtyardEconomy: '庭院经济',
      publicWelfareJob: '公益岗位',
      safetyNet: '兜底保障',
      social: '社会帮扶',
    },
    theme: {
      accuracy: '精准扶贫、不落一人',
      industry: '补短板、激发内生动力、产业',
      guarantees: '基本保障与公共服务',
      grassroots: '基层党组织与干部',
      other: '其他',
    },
    verdict: {
      kept: '已兑现',
      partly: '部分兑现',
      notKept: '未兑现',
      cannotTell: '无法判断',
      reopened: '重新挂账',
    },
    visitKind: {
      leader: '领导走访',
      helper: '帮扶责任人走访',
      workTeam: '工作队走访',
      thirdParty: '第三方走访',
    },
    stopKind: { village: '村庄', projectSite: '项目现场', household: '农户', seminar: '座谈会' },
    outcome: { met: '见到', nobodyHome: '家中无人', declined: '未接受走访', seen: '已察看' },
    call: { met: '已走访', nobodyHome: '家中无人', none: '未走访' },
    netIncome: '纯收入',
    role: {
      villageCadre: '村干部',
      office: '扶贫办公室',
      leaderStaff: '领导联络员',
      auditor: '审计员',
      administrator: '管理员',
    },
    placeKind: {
      country: '全国',
      province: '省级',
      prefecture: '地级',
      county: '县级',
      township: '乡镇',
      village: '村',
    },
  },
});

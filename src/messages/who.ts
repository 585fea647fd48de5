import { bundle } from './locale.tsx';

/** Who is signed in and what they may: words that the frame around every screen needs. */
export const whoWords = bundle({
  en: {
    signedInAs: 'Signed in as',
    account: (name: string) => (name === '' ? 'Account' : `Account: ${name}`),
    roleAt: (role: string, places: string) => `${role}, ${places}`,
    andMore: (names: string, more: number) => `${names} and ${more} more`,
    list: ', ',
    signOut: 'Sign out',
    phoneLock: 'PIN and lock',
    lockNow: 'Lock now',
    forbiddenTitle: 'This page is not part of your work',
    forbiddenText: (role: string) =>
      `Your role, ${role}, does not include this page. If you need it, ask your administrator.`,
    forbiddenHome: 'To your pages',
    seenAs: 'Seen as',
    nobody: 'Signed out',
    withPassword: 'Signed in by password',
  },
  'zh-CN': {
    signedInAs: '当前登录',
    account: (name: string) => (name === '' ? '账号' : `账号：${name}`),
    roleAt: (role: string, places: string) => `${role}，${places}`,
    andMore: (names: string, more: number) => `${names}等，另有 ${more} 处`,
    list: '、',
    signOut: '退出登录',
    phoneLock: 'PIN 码与锁定',
    lockNow: '立即锁定',
    forbiddenTitle: '此页面不属于您的工作范围',
    forbiddenText: (role: string) => `您的身份是${role}，不包含此页面。如有需要，请联系管理员。`,
    forbiddenHome: '返回您的页面',
    seenAs: '查看身份',
    nobody: '未登录',
    withPassword: '以密码登录',
  },
});

import { bundle } from './locale.tsx';

/** How a question to the service stands, for every screen. */
export const queryWords = bundle({
  en: {
    loading: 'Loading…',
    slow: 'This is taking longer than usual.',
    failed: 'This could not be loaded.',
    noAnswer: 'The service did not answer. Check the connection and try again.',
    broken: 'The service answered with an error.',
    tryAgain: 'Try again',
    missing: 'There is no such record.',
    missingText: 'The link may be old, or the record may have been entered under another number.',
    toOverview: 'To the contact points',
    forbidden: 'This is not part of your work.',
    forbiddenText: 'Your role does not include it. If you need it, ask your administrator.',
    signedOut: 'You are not signed in any more.',
    signedOutText: 'Sign in again, and this is loaded.',
    refreshFailed: 'Could not be refreshed; this is what was known before.',
  },
  'zh-CN': {
    loading: '正在加载…',
    slow: '加载时间比平常长。',
    failed: '未能加载。',
    noAnswer: '服务没有响应，请检查网络后重试。',
    broken: '服务返回错误。',
    tryAgain: '重试',
    missing: '没有这条记录。',
    missingText: '链接可能已失效，或该记录使用了其他编号。',
    toOverview: '返回联系点列表',
    forbidden: '这不属于您的工作范围。',
    forbiddenText: '您的身份不包含此内容。如有需要，请联系管理员。',
    signedOut: '您已不在登录状态。',
    signedOutText: '重新登录后即可加载。',
    refreshFailed: '未能刷新，以下为此前的内容。',
  },
});

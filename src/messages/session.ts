import { bundle, count } from './locale.tsx';

/** Words of signing in, and of one-time links. */
export const sessionWords = bundle({
  en: {
    signInTitle: 'Sign in',
    signedOutHere:
      'Signed out on this device. The service will hear of it when there is a network and this page is open.',
    signInNeeds: 'Signing in needs a network. What is saved here and not yet received stays, locked.',
    signInName: 'Sign-in name',
    password: 'Password',
    showPassword: 'Show password',
    hidePassword: 'Hide password',
    signIn: 'Sign in',
    signingIn: 'Signing in…',
    forgot: 'No password, or lost it? Ask your administrator for a new link.',
    goesOn: 'After signing in you come to the page that you opened.',
    sampleHint:
      'Nobody has a password on the sample data. Choose above with whose eyes you want to see it, or invite somebody as its administrator.',
    refused:
      'The name or the password is wrong, or the account is disabled. Check both; if they are right, ask your administrator.',
    tooMany: 'There were too many tries. Wait a few minutes, then try again.',
    failedTitle: 'You are not signed in',
    endedTitle: 'Sign in again',
    endedText: (name: string) =>
      `Your session has ended, ${name}. What is on screen stays as it is: sign in again and go on.`,
    endedLeave: 'Sign in as somebody else',
    invitationTitle: (name: string) => `Welcome, ${name}`,
    invitationPlain: 'Set a password',
    invitationText: (signInName: string) =>
      `You sign in as “${signInName}”. Choose a password; nobody else will know it.`,
    newPassword: 'New password',
    passwordHint: (least: number) =>
      `At least ${count(least, 'character')}. A short sentence that only you would think of is good and easy to keep in mind.`,
    setPassword: 'Set the password and sign in',
    settingPassword: 'Setting the password…',
    invitationGone: 'This link cannot be used any more',
    invitationGoneText: 'It works once and for seven days. Ask your administrator for a new one.',
    invitationIncomplete: 'This link is not complete',
    invitationIncompleteText:
      'Open the link again as you received it. A page that was reloaded no longer knows the secret in it.',
    toSignIn: 'To sign in',
    otherSignedIn: (name: string) =>
      `${name} is signed in on this browser. Setting the password signs ${name} out.`,
  },
  'zh-CN': {
    signInTitle: '登录',
    signedOutHere: '已在本机退出登录。有网络且打开本页时，会通知服务。',
    signInNeeds: '登录需要网络。本机已保存、尚未送达的内容仍在，并已锁定。',
    signInName: '登录名',
    password: '密码',
    showPassword: '显示密码',
    hidePassword: '隐藏密码',
    signIn: '登录',
    signingIn: '正在登录…',
    forgot: '没有密码或忘记密码？请向管理员索取新的链接。',
    goesOn: '登录后将打开您刚才要看的页面。',
    sampleHint: '样例数据中没有人设有密码。请在上方选择以谁的身份查看，或以管理员身份邀请他人。',
    refused: '登录名或密码不对，或账号已停用。请检查；如确认无误，请联系管理员。',
    tooMany: '尝试次数过多，请过几分钟再试。',
    failedTitle: '未能登录',
    endedTitle: '请重新登录',
    endedText: (name: string) => `${name}，您的登录已失效。页面上的内容原样保留，重新登录后可继续。`,
    endedLeave: '换人登录',
    invitationTitle: (name: string) => `${name}，您好`,
    invitationPlain: '设置密码',
    invitationText: (signInName: string) => `您的登录名是“${signInName}”。请设置密码，其他人不会知道。`,
    newPassword: '新密码',
    passwordHint: (least: number) => `至少 ${least} 个字符。用一句只有您想得到的短句，安全又好记。`,
    setPassword: '设置密码并登录',
    settingPassword: '正在设置密码…',
    invitationGone: '此链接已不能使用',
    invitationGoneText: '链接只能使用一次，七天内有效。请向管理员索取新的链接。',
    invitationIncomplete: '此链接不完整',
    invitationIncompleteText: '请按收到的原样重新打开链接。页面刷新后不再保留其中的密钥。',
    toSignIn: '去登录',
    otherSignedIn: (name: string) => `此浏览器上已登录的是${name}。设置密码后，${name}将退出登录。`,
  },
});

import { bundle, count } from './locale.tsx';

/** Words of the PIN that locks what is kept on a device. */
export const phoneLockWords = bundle({
  en: {
    title: 'PIN and lock',
    hasPin: 'A PIN locks what is kept on this device.',
    noPin: 'No PIN is set on this device.',
    noPinText:
      'What is kept here is encrypted, but under a key that lies on the device as well: whoever takes the device apart can read it. With a PIN only the PIN opens it.',
    unusable:
      'This browser keeps nothing: it is in private browsing, or the page was opened without a secure connection.',
    hint: 'At least 6 digits, or a sentence of at least 8 characters. A longer one protects better.',
    limits:
      'Six digits hold off whoever has the device in their hands. Whoever can copy what is stored on it and try on a computer of their own finds six digits in minutes: a sentence of four words or more holds them off as well. Nobody can recover a forgotten PIN.',
    pin: 'PIN',
    currentPin: 'PIN until now',
    newPin: 'New PIN',
    repeat: 'The same again',
    show: 'Show the PIN',
    hide: 'Hide the PIN',
    set: 'Set the PIN',
    setTitle: 'Set a PIN',
    change: 'Change the PIN',
    changeTitle: 'Change the PIN',
    remove: 'Remove the PIN',
    removeTitle: 'Remove the PIN',
    removeText: 'What is kept here stays encrypted, but is no longer locked.',
    done: { set: 'The PIN is set.', change: 'The PIN is changed.', remove: 'The PIN is removed.' },
    idle: 'Lock by itself after',
    minutes: (n: number) => count(n, 'minute'),
    lockNow: 'Lock now',
    waiting: (n: number) =>
      `${count(n, 'item')} of yours on this device ${n === 1 ? 'is' : 'are'} not yet received.`,
    ofOthers: (n: number) =>
      `${count(n, 'item')} of other accounts ${n === 1 ? 'waits' : 'wait'} on this device, locked until their owners sign in here.`,
    problem: {
      WEAK_PIN: 'Too short, or one of the first that anybody would try. Choose another.',
      WRONG_PIN: 'That is not the PIN.',
      DIFFERENT: 'The two are not the same.',
      WAIT: 'Too many were wrong. Wait, then try again.',
      other: 'This browser did not do it. Try again.',
    },
    lockedTitle: 'Locked',
    lockedText: (name: string) =>
      `What ${name === '' ? 'was kept' : `${name} keeps`} on this device is locked. Give the PIN to go on.`,
    lockedItems: (n: number) =>
      `${count(n, 'item')} not yet received ${n === 1 ? 'is' : 'are'} sent once it is unlocked.`,
    unlock: 'Unlock',
    triesLeft: (n: number) => `${count(n, 'more try', 'more tries')}, then there is a wait.`,
    waitUntil: (time: string) => `The next try is possible at ${time}.`,
    forgotten: 'The PIN is forgotten',
    forgottenText: (n: number) =>
      n === 0
        ? 'Nobody can open what is locked without it. Nothing of yours waits to be received: what was read comes again from the service, drafts are lost.'
        : `Nobody can open what is locked without it. ${count(n, 'item')} not yet received ${n === 1 ? 'is' : 'are'} lost for good, and drafts with ${n === 1 ? 'it' : 'them'}. If the PIN may come to mind, wait: nothing is deleted by itself.`,
    giveUpWord: 'give up',
    giveUpLabel: (word: string) => `Type “${word}” to delete what is locked`,
    giveUp: 'Delete and begin anew',
    leavingTitle: 'Sign out with items not yet received',
    leavingText: (n: number) =>
      `${count(n, 'item')} ${n === 1 ? 'is' : 'are'} not yet received. ${n === 1 ? 'It stays' : 'They stay'} on this device, locked, and ${n === 1 ? 'is' : 'are'} sent when you sign in here again. Nobody else sees ${n === 1 ? 'it' : 'them'} or sends ${n === 1 ? 'it' : 'them'} as their own.`,
    leavingNoPin: 'No PIN is set: whoever takes the device apart can read what stays.',
    setFirst: 'Set a PIN first',
    leaveNow: 'Sign out',
    stay: 'Stay',
  },
  'zh-CN': {
    title: 'PIN 码与锁定',
    hasPin: '本机保存的内容已用 PIN 码锁定。',
    noPin: '本机尚未设置 PIN 码。',
    noPinText:
      '保存的内容已加密，但密钥也存在本机：拆解设备的人仍能读出。设置 PIN 码后，只有输入 PIN 码才能打开。',
    unusable: '此浏览器不保存任何内容：可能正在无痕浏览，或页面不是通过安全连接打开的。',
    hint: '至少 6 位数字，或至少 8 个字符的一句话；越长越安全。',
    limits:
      '6 位数字能挡住拿到设备的人；但如果有人把存储内容复制到自己的电脑上逐一尝试，几分钟就能试出，四个词以上的一句话才能挡住。忘记 PIN 码无法找回。',
    pin: 'PIN 码',
    currentPin: '当前 PIN 码',
    newPin: '新 PIN 码',
    repeat: '再输入一次',
    show: '显示 PIN 码',
    hide: '隐藏 PIN 码',
    set: '设置 PIN 码',
    setTitle: '设置 PIN 码',
    change: '更改 PIN 码',
    changeTitle: '更改 PIN 码',
    remove: '取消 PIN 码',
    removeTitle: '取消 PIN 码',
    removeText: '保存的内容仍然加密，但不再锁定。',
    done: { set: 'PIN 码已设置。', change: 'PIN 码已更改。', remove: 'PIN 码已取消。' },
    idle: '无操作多久后自动锁定',
    minutes: (n: number) => `${n} 分钟`,
    lockNow: '立即锁定',
    waiting: (n: number) => `您在本机有 ${n} 项尚未送达。`,
    ofOthers: (n: number) => `本机另有其他账号的 ${n} 项待送，已锁定，待本人在此登录。`,
    problem: {
      WEAK_PIN: '太短，或过于常见，容易被猜中，请换一个。',
      WRONG_PIN: 'PIN 码不对。',
      DIFFERENT: '两次输入不一致。',
      WAIT: '错误次数过多，请稍后再试。',
      other: '浏览器未能完成操作，请重试。',
    },
    lockedTitle: '已锁定',
    lockedText: (name: string) => `${name}在本机保存的内容已锁定，请输入 PIN 码继续。`,
    lockedItems: (n: number) => `有 ${n} 项尚未送达，解锁后发送。`,
    unlock: '解锁',
    triesLeft: (n: number) => `还可尝试 ${n} 次，之后须等待。`,
    waitUntil: (time: string) => `${time} 之后可再试。`,
    forgotten: '忘记了 PIN 码',
    forgottenText: (n: number) =>
      n === 0
        ? '没有 PIN 码，任何人都无法打开已锁定的内容。您没有待送达的内容：看过的内容可从服务重新获取，草稿将丢失。'
        : `没有 PIN 码，任何人都无法打开已锁定的内容。尚未送达的 ${n} 项及草稿将永久丢失。如果还可能想起来，请先等等：内容不会自动删除。`,
    giveUpWord: '放弃',
    giveUpLabel: (word: string) => `输入“${word}”以删除已锁定的内容`,
    giveUp: '删除并重新开始',
    leavingTitle: '还有内容尚未送达，仍要退出？',
    leavingText: (n: number) =>
      `有 ${n} 项尚未送达，将锁定保存在本机，待您再次在此登录后发送。其他人看不到，也不会以其名义发送。`,
    leavingNoPin: '尚未设置 PIN 码：拆解设备的人能读出留下的内容。',
    setFirst: '先设置 PIN 码',
    leaveNow: '退出登录',
    stay: '暂不退出',
  },
});

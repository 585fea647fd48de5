import { bundle } from './locale.tsx';

/** Words of what can be tried on the sample alone. */
export const sampleWords = bundle({
  en: {
    network: 'Network',
    networks: { online: 'Online', none: 'No network', losesAnswers: 'Answers get lost' },
    none: 'No network, on trial.',
    noneText: 'Nothing reaches the sample’s service. Read on and log visits: they wait on this device.',
    losesAnswers: 'Answers get lost, on trial.',
    losesAnswersText:
      'What you send arrives, and you never hear of it. Back online it is sent again, and counts once.',
    backOnline: 'Back online',
  },
  'zh-CN': {
    network: '网络',
    networks: { online: '网络正常', none: '无网络', losesAnswers: '回执丢失' },
    none: '试用：无网络。',
    noneText: '样例服务收不到任何请求。可继续查看、记录走访，内容先存在本机。',
    losesAnswers: '试用：回执丢失。',
    losesAnswersText: '发送的内容会送达，但收不到回执。网络恢复后会再次发送，只计一次。',
    backOnline: '恢复网络',
  },
});

import type { ReviewState } from '#src/domain/review.ts';
import { bundle, count } from './locale.tsx';

interface Act {
  /** On the button that opens the dialog, and its title. */
  open: string;
  /** What is asked for. */
  note: string;
  hint: string;
  save: string;
}

interface ReviewWords {
  heading: string;
  state: Record<ReviewState, string>;
  filter: string;
  all: string;
  filters: Record<'toReview' | 'sentBack' | 'accepted', string>;
  notYet: string;
  reviewIt: string;
  /** What a review said, with who and when. */
  said: Record<'accepted' | 'sentBack' | 'answered', (by: string, day: string) => string>;
  mendIt: string;
  mendHow: string;
  toReadings: string;
  logAnother: string;
  waitsForOffice: string;
  history: string;
  accept: Act;
  sendBack: Act;
  answer: Act;
  cancel: string;
  saving: string;
  failed: string;
  refused: Record<
    | 'REASON_REQUIRED'
    | 'NOT_SENT_BACK'
    | 'REVIEW_ID_TAKEN'
    | 'VISIT_NOT_FOUND'
    | 'FORBIDDEN'
    | 'UNAUTHORIZED',
    string
  > & { NO_ANSWER: string; OTHER: string };
  villageToReview: (n: number) => string;
  villageSentBack: (n: number) => string;
}

/** An office accepts a visit or sends it back; the village answers what it mended. */
export const reviewWords = bundle<ReviewWords>({
  en: {
    heading: 'Review by the office',
    state: {
      notReviewed: 'Not reviewed yet',
      accepted: 'Accepted',
      sentBack: 'Sent back',
      answered: 'Answered, to be looked at again',
    },
    filter: 'Review',
    all: 'All',
    filters: { toReview: 'Waiting for review', sentBack: 'Sent back', accepted: 'Accepted' },
    notYet: 'No office has said yet whether it accepts this visit.',
    reviewIt: 'Look through the visit below, then accept it or send it back.',
    said: {
      accepted: (by, day) => `Accepted by ${by}, ${day}`,
      sentBack: (by, day) => `Sent back by ${by}, ${day}`,
      answered: (by, day) => `Answered by ${by}, ${day}`,
    },
    mendIt: 'This visit was sent back. Please mend it.',
    mendHow:
      'Open a value below to correct it; the old one stays in its history. What is missing is logged as another visit. Then say what you mended.',
    toReadings: 'To the readings of this visit',
    logAnother: 'Log another visit',
    waitsForOffice: 'It waits for the office now.',
    history: 'What was said before',
    accept: {
      open: 'Accept',
      note: 'Note (optional)',
      hint: 'The village reads it.',
      save: 'Accept the visit',
    },
    sendBack: {
      open: 'Send back',
      note: 'What has to be mended?',
      hint: 'The village reads it first. Name the household and the figure.',
      save: 'Send the visit back',
    },
    answer: {
      open: 'Say what was mended',
      note: 'What was mended?',
      hint: 'For example: which values were corrected, or why a value is right as it stands.',
      save: 'Send the answer',
    },
    cancel: 'Cancel',
    saving: 'Sending…',
    failed: 'This was not sent. Nothing you typed is lost.',
    refused: {
      REASON_REQUIRED: 'A reason is needed.',
      NOT_SENT_BACK:
        'There is nothing to answer: the visit was accepted or answered meanwhile. Close and look at its review.',
      REVIEW_ID_TAKEN:
        'Your first try did arrive, with other words. Close, look at the review, and write again if need be.',
      VISIT_NOT_FOUND: 'This visit is not there for you any more.',
      FORBIDDEN: 'Your role does not allow this.',
      UNAUTHORIZED: 'You are no longer signed in. Sign in again, then send once more.',
      NO_ANSWER: 'The service did not answer. Send again: it will not count twice.',
      OTHER: 'The service refused this. Try again, or note the details for your office.',
    },
    villageToReview: (n) => `${count(n, 'visit')} waiting for review`,
    villageSentBack: (n) => `${count(n, 'visit')} sent back`,
  },
  'zh-CN': {
    heading: '上级审核',
    state: {
      notReviewed: '尚未审核',
      accepted: '已通过',
      sentBack: '已退回',
      answered: '已答复，待复审',
    },
    filter: '审核情况',
    all: '全部',
    filters: { toReview: '待审核', sentBack: '已退回', accepted: '已通过' },
    notYet: '上级尚未表示是否通过此次走访。',
    reviewIt: '请查看下列内容，然后通过或退回。',
    said: {
      accepted: (by, day) => `${by}于 ${day} 通过`,
      sentBack: (by, day) => `${by}于 ${day} 退回`,
      answered: (by, day) => `${by}于 ${day} 答复`,
    },
    mendIt: '此次走访被退回，请整改。',
    mendHow: '点开下方数值即可更正，原数值保留在历史中；遗漏的内容请另记一次走访。完成后请说明整改了什么。',
    toReadings: '查看此次走访的登记',
    logAnother: '另记一次走访',
    waitsForOffice: '正在等待上级审核。',
    history: '此前的审核记录',
    accept: { open: '通过', note: '留言（可不填）', hint: '村里会看到。', save: '通过此次走访' },
    sendBack: {
      open: '退回',
      note: '哪里需要整改？',
      hint: '村里首先看到这段话。请写明农户和数值。',
      save: '退回此次走访',
    },
    answer: {
      open: '说明整改情况',
      note: '整改了什么？',
      hint: '例如：更正了哪些数值，或某个数值为什么本来就是对的。',
      save: '提交答复',
    },
    cancel: '取消',
    saving: '正在提交…',
    failed: '未能提交，已填写的内容仍在。',
    refused: {
      REASON_REQUIRED: '请填写原因。',
      NOT_SENT_BACK: '无需答复：此次走访刚刚已通过或已答复。请关闭后查看审核情况。',
      REVIEW_ID_TAKEN: '您上一次提交已经收到，但内容不同。请关闭后查看，如有需要再写一次。',
      VISIT_NOT_FOUND: '您已看不到此次走访。',
      FORBIDDEN: '您的角色不能进行此操作。',
      UNAUTHORIZED: '登录已失效，请重新登录后再提交。',
      NO_ANSWER: '服务没有响应。请再次提交，不会重复计入。',
      OTHER: '服务未接受。请重试，或将情况告知单位。',
    },
    villageToReview: (n) => `${n} 次走访待审核`,
    villageSentBack: (n) => `${n} 次走访被退回`,
  },
});

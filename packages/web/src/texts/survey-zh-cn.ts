/**
 * The texts of the page behind the link of a questionnaire, in Chinese.
 */

export const surveyZhCN = {
  round: (number: string) => `第 ${number} 期`,
  until: (day: string) => `${day}截止`,
  anonymous: '不记名：回答里没有企业、姓名和填写时间，勾选的和写的也分开存放。',
  number: (number: string, of: string) => `第 ${number} 题，共 ${of} 题`,
  optional: '（可以不答）',
  several: '可以选多项。',
  group: (name: string) => `先选一项：${name}`,
  groupFull: '名额已满',
  reply: '请答复我',
  replyHint: '勾选后，上面写的话连同手机号码进入诉求台账，由部门答复；其他题的回答仍然不记名。',
  phone: '手机号码',
  phoneHint: '勾选了“请答复我”才需要，只用于答复。',
  send: '提交',
  sending: '正在提交',
  faults: {
    missing: (question: string) => `请回答：${question}`,
    group: '请先选一项分组',
    words: '勾选了“请答复我”，请写下要答复的事',
    phone: '勾选了“请答复我”，请填写手机号码',
  },
  mend: '这份回答没有收下',
  mendHint: '请改正后再提交一次。',
  thanks: {
    title: '收到了，谢谢您',
    lead: '一期结束后，结果汇总用于改进服务；不满三份的数字不显示。',
    issue: '台账编号',
    issueHint: '请记下编号，凭编号和手机后四位查进度。',
    follow: '查看进度',
  },
  full: {
    title: '名额已满，谢谢您',
    lead: '各组名额有限，先到先收，贵企业所在的一组已经收满。没有写成的话，随时可以直接告诉我们。',
  },
  over: { title: '这一期问卷已经截止', lead: '谢谢您愿意作答。有话要说，随时可以直接告诉我们。' },
  say: '反映诉求、提建议',
}

export type SurveyTexts = typeof surveyZhCN

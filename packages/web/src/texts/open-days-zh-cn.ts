/**
 * The texts of the open days, in Chinese.
 */

export const openDaysZhCN = {
  title: '产业载体开放日',
  lead: '每一轮去了哪里、来了多少企业、问了什么、怎么答复，都由登记的记录算出。',
  round: (round: string) => `第 ${round} 轮产业载体开放日`,
  none: '还没有举行过开放日。',
  read: '问答公开',
  period: (from: string, until: string) => (from === until ? from : `${from}至${until}`),
  hosts: '主办部门',
  carriers: '载体',
  companies: '企业',
  onSite: '现场解答',
  toRegister: '转入台账',
  closed: (count: string) => `已办结 ${count} 件`,
  unit: { hosts: '个', carriers: '家', companies: '家', questions: '项' },
  companiesNote: '同一家企业只算一次',
  asked: '问答',
  all: '全部',
  filter: '答复情况',
  states: { 'on-site': '现场解答', later: '会后答复', 'not-yet': '办理中' },
  answered: (by: string, day: string) => `${by} · ${day}答复`,
  withheld: '已经答复提问企业；内容涉及企业信息，不在这里公开。',
  waiting: (lead: string, day: string) => `由${lead}牵头，${day}前答复`,
  overdue: (lead: string, day: string) => `由${lead}牵头，应在${day}前答复，已超期`,
  sessions: '走进的载体',
  ask: '我也想问',
  link: {
    title: '开放日上的一个提问',
    lead: '企业在贵载体的开放日上提了下面的问题。您的答复会告诉提问的企业，并在网上公开。',
    carrier: '载体',
    due: '答复期限',
    noDue: '未定',
    question: '问题',
    answer: '答复',
    answerHint: '请不要写姓名、电话和企业名称。',
    name: '您的姓名',
    nameHint: '只用于存证，不公开。',
    faults: { answer: '请写至少 5 个字的答复', name: '请填写您的姓名' },
    send: '提交答复',
    thanks: '已答复，谢谢您。',
    page: '查看公开的问答',
  },
}

export type OpenDaysTexts = typeof openDaysZhCN

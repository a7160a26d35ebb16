/**
 * The dashboard of those who lead, in Chinese.
 */

/** Everything the dashboard says. */
export const figuresTexts = {
  title: '三个提升',
  lead: '营商环境、作风能力、发展质量。每个数都由记录现算，点开就是逐条记录。',
  from: '起始日',
  until: '截止日',
  spans: { month: '当月', quarter: '当季', year: '当年' },
  span: '期间',
  compared: (from: string, until: string) => `与 ${from} 至 ${until} 比较`,
  computedAt: (moment: string) => `${moment} 计算`,
  source: '口径来源',
  before: '上年同期',
  same: '持平',
  more: (text: string) => `增加 ${text}`,
  less: (text: string) => `减少 ${text}`,
  points: (text: string) => `${text} 个百分点`,
  records: (count: string) => `查看 ${count} 条记录`,
  noRecords: '期间内没有记录',
  share: (met: string, total: string) => `${met} ÷ ${total}`,
  definition: '口径',
  owner: '负责',
  back: '三个提升',
  all: '全部',
  notMet: '其余',
  shown: '显示',
  columns: { number: '编号', title: '事项', unit: '单位' },
  empty: '没有符合条件的记录。',
  left: (count: string) => `还有 ${count} 条没有列出，导出的表格里是全部。`,
  export: '导出表格',
  yes: '是',
  no: '否',
}

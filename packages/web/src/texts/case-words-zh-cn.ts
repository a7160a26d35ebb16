/**
 * What the desks of staff say about cases: states, lights, people, waits. One noun for one thing on all desks.
 */

/** Words of cases on the workbench. */
export const caseWords = {
  lights: { green: '正常', amber: '临期', red: '超期', grey: '暂停', off: '已停' },
  left: (days: number) =>
    days < 0 ? `，超 ${-days} 个工作日` : days === 0 ? '，今天到期' : `，还有 ${days} 个工作日`,
  situations: {
    draft: '草稿',
    received: '已收件，待核对',
    correcting: '待补正（申请人办）',
    accepted: '已受理',
    'in-review': '审查中',
    granted: '已办结，准予',
    'granted-on-promise': '已办结，承诺准予',
    refused: '不予许可',
    declined: '不予受理',
    withdrawn: '已撤回',
    'revocation-proposed': '拟撤销，待确认',
    revoked: '已撤销',
    discarded: '已放弃',
  },
  deadlines: {
    'one-time-notice': '一次性告知',
    correction: '申请人补正',
    committed: '承诺时限',
    statutory: '法定时限',
    'following-paper': '容缺补件',
    consultation: '征求意见',
    delivery: '送达',
    duty: '后补义务',
    rectification: '限期整改',
  } as Readonly<Record<string, string>>,
  resting: '已中止',
  court: { applicant: '申请人', 'third-party': '等待外部结果', nobody: '无' },
  applicantNamed: (name: string) => `申请人 ${name}`,
  relation: (relation: string) =>
    (
      ({
        clerk: '综合窗口',
        department: '办理部门',
        steward: '项目管家',
        'steward-lead': '管家组长',
      }) as Record<string, string>
    )[relation] ?? relation,
  channels: { 'in-app': '站内消息', sms: '短信', mail: '邮件' },
  nobodyTold: '提交后不通知任何人，只记入办件时间线。',
  told: (whom: string) => `提交后将通知：${whom}。`,
  phrases: '常用语',
  undo: '撤回',
  noLimit: '无时限',
  caseNumber: '办件',
  gap: (paper: string) => `“${paper}”要补正什么`,
  removeGap: (paper: string) => `不告知“${paper}”`,
  houseOwes: '由部门登记',
  viewPaper: (name: string) => `查看 ${name}`,
  paperStates: {
    'handed-in': '已收',
    missing: '缺',
    follows: '容缺，待补',
    promised: '以承诺代替',
    'by-register': '共享库核验',
    found: '已登记',
  },
  before: (day: string) => `${day}前`,
} as const

/** Words of the viewer of papers. */
export const viewerWords = {
  nothing: '从左边选一份材料查看',
  titled: (title: string, version: number) => `${title} · 第 ${version} 版`,
  smaller: '缩小',
  larger: '放大',
  turn: '旋转',
  apart: '新窗口打开',
  noPreview: '这种格式不能在这里预览，请在新窗口打开。',
} as const

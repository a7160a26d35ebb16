/**
 * What the page of the mailbox says.
 */

import type { CallOutput } from '../api/call.ts'

type Outcome = CallOutput<'GET /api/voice/mailbox'>['counts'][number]['outcome']

export const mailboxZhCN = {
  title: '网络举报邮箱',
  lead: '每分钟收一次信，来信自动登记为诉求。这里只有数，没有来信的内容。',
  address: '地址',
  notConnected: '没有接通',
  notConnectedHint: '请运维人员在设置中填写信箱；在那之前，来信由工作人员在“来电登记”里补录。',
  looked: '上次收信',
  never: '还没有收过',
  failed: (moment: string) => `${moment} 起收不到信`,
  way: '反映违纪违法，已告知途径',
  wayNote: '不保存内容，信件已从信箱删除',
  days: '近三十天',
  unit: ' 封',
  visit: '现在收信',
  outcomes: {
    filed: '登记为诉求',
    added: '加到已有的诉求',
    known: '重复送达',
    automatic: '自动回复、群发、退信，不登记',
    'too-large': '超过上限，已回信说明',
    'set-aside': '留待人看',
    waiting: '等待重试',
  } satisfies Record<Outcome, string>,
  setAside: '留待人看的来信',
  setAsideHint: '信还在信箱里，加了标记，没有丢。能读懂的可以重试；读不懂的，请到信箱里看。',
  none: '没有。来信都读懂了。',
  pages: '留待人看的来信分页',
  next: '下一页',
  first: '回到第一页',
  arrived: '收到',
  size: '大小',
  reason: '原因',
  reasons: {
    'mail-unreadable': '格式读不出来',
    'sender-missing': '没有写明寄件人地址',
    'mailbox-failed': '读到这封信时信箱中断',
    'mail-failed': '登记时出错',
    'calendar-not-published': '当年的工作日历还没有公布',
  } as Readonly<Record<string, string>>,
  retry: '重试',
  retrying: '将自动重试',
  kilobytes: (count: number) => `${count} KB`,
  demonstration: {
    title: '投一封信试试',
    hint: '示范环境自带一个邮件服务器。信投进信箱后按真实的 IMAP 收取，回信见“发件箱”。',
    samples: '样例',
    from: '寄件人地址',
    subject: '主题',
    words: '正文',
    file: '附件（选填，120 KB 以内）',
    send: '投进信箱',
    sent: '已投进信箱，正在收取。',
    open: '到台账看看',
    letters: [
      {
        label: '停水',
        from: 'liu@qiye.example.cn',
        subject: '厂房停水三天了',
        words:
          '河东路12号二期厂房，周一起停水，问了物业说是市政管网检修，什么时候恢复没人说得清。车间已经停产，请帮忙问一下。',
      },
      {
        label: '建议',
        from: 'zhao@qiye.example.cn',
        subject: '建议：窗口中午也开',
        words: '我们上班的人只有中午能来，建议综合窗口中午留一个值班。',
      },
      {
        label: '反映违纪',
        from: 'niming@youxiang.example.cn',
        subject: '反映情况',
        words: '某科室工作人员收受红包才给盖章。',
      },
      {
        label: '自动回复',
        from: 'noreply@qiye.example.cn',
        subject: '自动回复：我在休假',
        words: '我在休假，回来后处理您的邮件。',
      },
    ],
  },
} as const

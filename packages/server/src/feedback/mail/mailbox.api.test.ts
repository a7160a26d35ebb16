import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { at, type IssueView, keptPhoto, moved, view } from '@guanjia/devkit/test-issues'
import { sql } from 'kysely'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ImapSimulator, simulateImap } from '../../platform/mailbox/imap-simulator/index.ts'
import { visitJob } from './mail-jobs.ts'

const address = 'voice@example.gov.cn'
const liu = '"刘 海" <Liu@Example.cn>'
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')

interface Board {
  readonly issues: readonly { readonly id: string; readonly number: string; readonly words: string }[]
}
interface MailboxShown {
  readonly failure: string | null
  readonly counts: readonly { readonly outcome: string; readonly count: number }[]
  readonly shownTheWay: number
  readonly setAside: readonly { readonly id: string; readonly reason: string; readonly isWaiting: boolean }[]
}
interface MailView extends IssueView {
  readonly kind: string
  readonly source: string
  readonly topic: string
  readonly words: string
  readonly asker: { readonly name: string | null; readonly mail: string | null }
  readonly photos: readonly string[]
  readonly documents: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
  readonly leftOut: readonly { readonly name: string; readonly reason: string }[]
  readonly happenings: readonly { readonly type: string; readonly words: string | null }[]
}

let server: ImapSimulator
let app: TestApp
let dispatcher: Browser
let officer: Browser

beforeAll(async () => {
  server = await simulateImap({ user: 'voice', password: 'secret', validity: 11 })
  app = await testApp({
    now: '2026-04-01T01:30:00Z',
    env: { GUANJIA_IMAP_URL: server.url, GUANJIA_MAILBOX_ADDRESS: address },
  })
  dispatcher = await app.signIn({ name: '秦川', roles: ['dispatcher'] })
  officer = await app.signIn({ name: '冯雨晴', roles: ['reviewer'], authorities: ['housing'] })
}, 240_000)
beforeEach(() => app.clock.set('2026-04-01T01:30:00Z'))
afterAll(async () => {
  await app.close()
  await server[Symbol.asyncDispose]()
})

/** A mail as a mail program would have sent it; its number in the mailbox. */
async function written(mail: SendMailOptions): Promise<number> {
  const program = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await program.sendMail({ from: liu, to: address, subject: '请帮忙', ...mail })
  return server.deliver(message as Buffer, app.clock.now())
}

/** Exactly these bytes; lines end as on the wire. */
function raw(text: string): number {
  return server.deliver(Buffer.from(text.replaceAll('\n', '\r\n')), app.clock.now())
}

async function visit(): Promise<void> {
  await app.database
    .transaction()
    .execute((tx) => app.ports.jobs.enqueue(tx, visitJob, {}, { key: visitJob }))
  await app.settle()
}

async function search(words: string): Promise<Board['issues']> {
  const { json } = await dispatcher.get(`/api/voice/issues?show=all&search=${encodeURIComponent(words)}`)
  return (json() as Board).issues
}

async function only(words: string): Promise<MailView> {
  const issues = await search(words)
  expect(issues.map((issue) => issue.words)).toHaveLength(1)
  return (await view(dispatcher, issues[0]?.id ?? '')) as MailView
}

async function sentTo(recipient: string) {
  return app.database
    .selectFrom('sent_message')
    .select(['id', 'subject', 'text'])
    .where('recipient', '=', recipient)
    .orderBy('sent_at')
    .execute()
}

async function mailbox(): Promise<MailboxShown> {
  return (await dispatcher.get('/api/voice/mailbox')).json() as MailboxShown
}

function flagsOf(uid: number): readonly string[] | undefined {
  const mail = server.mails.find((each) => each.uid === uid)
  return mail && [...mail.flags]
}

async function everywhere(trace: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'guanjia' and table_type = 'BASE TABLE'`.execute(
    app.database,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const { rows: hits } = await sql`
      select 1 from ${sql.table(name)} as line where line::text like ${`%${trace}%`} limit 1`
      .execute(app.database)
      .catch(() => ({ rows: [] }))
    if (hits.length > 0) found.push(name)
  }
  return found.toSorted()
}

describe('a mail', () => {
  it('becomes one issue with its one source, and the answer says its number and how to follow it', async () => {
    const uid = await written({
      subject: '厂房停水三天',
      text: '河东路12号，一期锅炉停了。',
      messageId: '<one@example.cn>',
    })
    await visit()
    const issue = await only('河东路12号')
    expect(issue).toMatchObject({
      kind: 'appeal',
      source: 'e-mail',
      topic: 'utilities',
      situation: 'filed',
      words: '厂房停水三天\n\n河东路12号，一期锅炉停了。',
      asker: { name: '刘 海', phone: null, mail: 'liu@example.cn' },
    })
    expect(flagsOf(uid)).toEqual(['\\Seen'])
    const [answer] = await sentTo('liu@example.cn')
    expect(answer?.subject).toBe(`回复：厂房停水三天 [${issue.number}]`)
    expect(answer?.text).toContain(`/voice/${issue.number}`)
    const phoneTail = /查询码：(\d{4})/.exec(answer?.text ?? '')?.[1]
    const key = { number: issue.number, phoneTail }
    const followed = await moved<{ situation: string }>(app.stranger.post('/api/voice/lookup', key))
    expect(followed.situation).toBe('filed')
    const wrong = { ...key, phoneTail: String((Number(phoneTail) + 1) % 10_000).padStart(4, '0') }
    expect((await app.stranger.post('/api/voice/lookup', wrong)).status).toBe(404)
  })

  it('is taken once: visited again, delivered again, and where the mailbox was made anew', async () => {
    await written({ text: '只登记一次的路灯', messageId: '<again@example.cn>' })
    await visit()
    await visit()
    await written({ text: '只登记一次的路灯', messageId: '<again@example.cn>' })
    await visit()
    server.renumber()
    await visit()
    expect(await search('只登记一次的路灯')).toHaveLength(1)
    const about = (await sentTo('liu@example.cn')).filter(({ text }) => text.includes('已登记'))
    expect(new Set(about.map(({ id }) => id)).size).toBe(about.length)
  })

  it('is taken once where the mailbox breaks between the commit and the mark', async () => {
    const before = (await sentTo('crash@example.cn')).length
    const uid = await written({ from: 'crash@example.cn', text: '标记之前断了线' })
    server.dieAt(/UID STORE/)
    await visit()
    expect(flagsOf(uid)).toEqual([])
    expect((await mailbox()).failure).not.toBeNull()
    await visit()
    expect(flagsOf(uid)).toEqual(['\\Seen'])
    expect((await mailbox()).failure).toBeNull()
    expect(await search('标记之前断了线')).toHaveLength(1)
    expect((await sentTo('crash@example.cn')).length).toBe(before + 1)
  })

  it('is answered with the reply of the office, and the mark is given with the code', async () => {
    await written({ from: 'reply@example.cn', subject: '诉求：暖气', text: '园区北门暖气不热' })
    await visit()
    const { id, number } = await only('园区北门暖气不热')
    const dispatch = { version: 1, lead: 'housing', assisting: [], isComplex: false }
    const { version } = await moved(dispatcher.post(at(id, 'dispatch'), dispatch))
    const evidence = [await keptPhoto(officer)]
    await moved(officer.post(at(id, 'reply'), { version, outcome: 'done', words: '阀门已更换。', evidence }))
    await app.settle()
    const answers = await sentTo('reply@example.cn')
    expect(answers.map(({ subject }) => subject)).toEqual(Array(2).fill(`回复：诉求：暖气 [${number}]`))
    expect(answers[1]?.text).toContain('阀门已更换。')
    const phoneTail = /查询码：(\d{4})/.exec(answers[1]?.text ?? '')?.[1]
    const last = await moved(app.stranger.post('/api/voice/last-word', { number, phoneTail, satisfied: 5 }))
    expect(last.situation).toBe('closed')
  })
})

describe('an answer to our answer', () => {
  it('is added to its issue, by the mail it answers or by the number in its subject', async () => {
    await written({
      from: 'more@example.cn',
      subject: '电梯',
      text: '七号楼电梯停了',
      messageId: '<lift@example.cn>',
    })
    await visit()
    const { id, number } = await only('七号楼电梯停了')
    const [answer] = await sentTo('more@example.cn')
    const subject = '回复：电梯'
    await written({
      from: 'more@example.cn',
      subject,
      inReplyTo: `<${answer?.id}@mail.example.cn>`,
      text: '今天又停了。\n\n在 2026年4月1日，信箱写道：\n> 已登记',
    })
    await written({ from: 'more@example.cn', subject: `Re: 电梯 [${number}]`, text: '明天有客户来。' })
    await written({ from: 'more@example.cn', subject, references: '<lift@example.cn>', text: '还有八号楼。' })
    await visit()
    const { happenings, words } = (await view(dispatcher, id)) as MailView
    const added = happenings.filter(({ type }) => type === 'supplemented')
    expect(added.map((each) => each.words)).toEqual(['今天又停了。', '明天有客户来。', '还有八号楼。'])
    expect(words).toBe('电梯\n\n七号楼电梯停了')
    expect(await sentTo('more@example.cn')).toHaveLength(1)
  })

  it('is an issue of its own where it comes from another address, or where the old one is over', async () => {
    await written({ from: 'first@example.cn', subject: '积水', text: '东门积水' })
    await visit()
    const { id, number } = await only('东门积水')
    await written({ from: 'other@example.cn', subject: `Re: 积水 [${number}]`, text: '西门也积水' })
    await visit()
    expect((await only('西门也积水')).id).not.toBe(id)
    await moved(dispatcher.post(at(id, 'signpost'), { version: 1, ground: 'court', reason: '已起诉' }))
    await written({ from: 'first@example.cn', subject: `Re: 积水 [${number}]`, text: '法院不管积水' })
    await visit()
    expect((await only('法院不管积水')).id).not.toBe(id)
  })

  it('leaves no word in events, leaves and the outbox', async () => {
    await written({ from: 'canary@example.cn', subject: '道路', text: '门前坑洼金丝雀甲' })
    await visit()
    const { number } = await only('金丝雀甲')
    await written({ from: 'canary@example.cn', subject: `Re: [${number}]`, text: '金丝雀乙' })
    await visit()
    expect(await everywhere('金丝雀甲')).toEqual(['issue'])
    expect(await everywhere('金丝雀乙')).toEqual(['issue_supplement'])
    expect(await everywhere('canary@example.cn')).toEqual(['issue_mail', 'sent_message'])
  })
})

describe('attachments', () => {
  it('are kept by content; those that are not taken are named in the answer and at the desk', async () => {
    await written({
      from: 'files@example.cn',
      subject: '窗口材料',
      text: '附件是材料清单',
      attachments: [
        { filename: '现场.jpg', content: png },
        { filename: '清单.pdf', content: pdf },
        { filename: '清单.pdf.exe', content: Buffer.from('MZ not a document') },
        { filename: '断了.pdf', content: Buffer.from('%PDF-1.7 cut off') },
      ],
    })
    await visit()
    const issue = await only('附件是材料清单')
    expect(issue.photos).toHaveLength(1)
    expect(issue.documents).toMatchObject([{ name: '清单.pdf', kind: 'pdf' }])
    expect(issue.leftOut).toEqual([
      { name: '清单.pdf.exe', reason: 'file-kind-unknown' },
      { name: '断了.pdf', reason: 'file-damaged' },
    ])
    const [answer] = await sentTo('files@example.cn')
    expect(answer?.text).toContain('清单.pdf.exe：类型不收')
    expect(answer?.text).toContain('断了.pdf：文件不完整')
    const path = at(issue.id, `documents/${issue.documents[0]?.id}`)
    const document = await dispatcher.get(path)
    expect(String(document.headers['content-disposition'])).toMatch(/^attachment; /)
    expect((await app.stranger.get(path)).status).toBe(401)
  })

  it('stand for words that are missing', async () => {
    await written({
      from: 'mute@example.cn',
      subject: '见附件金属门',
      attachments: [{ filename: 'a.pdf', content: pdf }],
    })
    await visit()
    expect((await only('见附件金属门')).words).toContain('来信没有正文')
  })
})

describe('machines', () => {
  it('are neither registered nor answered', async () => {
    const heads = [
      { headers: { 'Auto-Submitted': 'auto-replied' } },
      { headers: { Precedence: 'bulk' } },
      { headers: { 'List-Id': '<news.example.cn>' } },
      { headers: { 'Return-Path': '<>' } },
      { from: 'MAILER-DAEMON@example.cn' },
      { from: `"信箱" <${address.toUpperCase()}>` },
      { from: 'guanjia@localhost' },
    ]
    const before = await app.database.selectFrom('sent_message').select('id').execute()
    const uids = []
    for (const head of heads) uids.push(await written({ text: '机器说的停水', ...head }))
    await visit()
    expect(await search('机器说的停水')).toEqual([])
    expect(uids.map(flagsOf)).toEqual(heads.map(() => ['\\Seen']))
    expect(await app.database.selectFrom('sent_message').select('id').execute()).toHaveLength(before.length)
  })

  it('that do not say so are answered a few times a day and no more, and nothing of them is lost', async () => {
    for (let count = 1; count <= 12; count += 1)
      await written({ from: 'robot@example.cn', subject: `外出 ${count}`, text: `我在外出差第${count}次` })
    await visit()
    expect(await sentTo('robot@example.cn')).toHaveLength(10)
    expect(await search('我在外出差第')).toHaveLength(12)
  })
})

describe('a report of misconduct', () => {
  it('is counted, answered with the way, taken out of the mailbox, and kept nowhere', async () => {
    const counted = (await mailbox()).shownTheWay
    const uid = await written({
      from: 'whistle@example.cn',
      subject: '反映情况',
      text: '某处长收受红包，金丝雀丙',
      messageId: '<whistle-one@example.cn>',
      attachments: [{ filename: '金丝雀丁.pdf', content: pdf }],
    })
    await visit()
    expect(flagsOf(uid)).toBeUndefined()
    const [answer] = await sentTo('whistle@example.cn')
    expect(answer?.text).toContain('纪检监察机关')
    expect(answer?.subject).not.toContain('反映情况')
    expect((await mailbox()).shownTheWay).toBe(counted + 1)
    for (const trace of ['金丝雀丙', '金丝雀丁', 'whistle-one', '反映情况'])
      expect(await everywhere(trace)).toEqual([])
    // the table of the simulated mail server alone
    expect(await everywhere('whistle@example.cn')).toEqual(['sent_message'])
    const { rows } = await sql`select from mail_receipt where outcome = 'elsewhere'`.execute(app.database)
    expect(rows).toEqual([])
  })

  it('is answered and counted once where the mailbox breaks before the mail is out of it', async () => {
    const counted = (await mailbox()).shownTheWay
    const uid = await written({ from: 'whistle2@example.cn', text: '窗口索要好处费' })
    server.dieAt(/UID EXPUNGE/)
    await visit()
    await visit()
    expect(flagsOf(uid)).toBeUndefined()
    expect((await mailbox()).shownTheWay).toBe(counted + 1)
    expect(await sentTo('whistle2@example.cn')).toHaveLength(1)
  })

  it('is not kept as an addition to an issue either, whatever the subject of that was', async () => {
    await written({ from: 'turn@example.cn', subject: '诉求：道路', text: '南路坑洼' })
    await visit()
    const { id, number } = await only('南路坑洼')
    const uid = await written({
      from: 'turn@example.cn',
      subject: `Re: 诉求：道路 [${number}]`,
      text: '施工方行贿',
    })
    await visit()
    expect(flagsOf(uid)).toBeUndefined()
    expect((await view(dispatcher, id)).happenings.map(({ type }) => type)).toEqual(['filed'])
  })
})

describe('a hostile mail', () => {
  it('brings no scripts, no styles and nothing that hides text, and is cut with a note', async () => {
    const html = `<html><head><style>.x{color:red}</style><script>steal()</script></head><body onload="steal()">
      <p>毒网页里的停电</p><img src="https://tracker.example.cn/a.png"><p>看\u202e倒\u202c的</p>${'<p>很长</p>'.repeat(2000)}</body></html>`
    await written({ from: 'html@example.cn', subject: '网页', html })
    await visit()
    const { words } = await only('毒网页里的停电')
    expect(words).not.toMatch(/steal|color:red|<p>|\u202e/)
    expect([...words].length).toBeLessThanOrEqual(2000)
    expect(words.endsWith('（来信较长，后文未登记；全文在信箱中）')).toBe(true)
  })

  it('writes no line of its own into our answer', async () => {
    raw(`From: head@example.cn
To: ${address}
Subject: =?utf-8?B?${Buffer.from('积水\r\nBcc: victim@example.cn\r\n\r\nx').toString('base64')}?=
Message-ID: <a@b>\r\n\tBcc: victim@example.cn

注入的积水
`)
    await visit()
    const [answer] = await sentTo('head@example.cn')
    expect(answer?.subject).toMatch(/^回复：积水 Bcc: victim@example\.cn x \[SY26-\d{6}-\d\]$/)
    expect(await sentTo('victim@example.cn')).toEqual([])
  })

  it('holds no other up: it is set aside, shown with its reason, and can be tried again', async () => {
    const broken = raw('Subject: 没有寄件人\n\n停水\n')
    await written({ from: 'behind@example.cn', text: '排在坏信后面的路灯' })
    await visit()
    expect(await search('排在坏信后面的路灯')).toHaveLength(1)
    expect(flagsOf(broken)).toEqual(['\\Seen', '\\Flagged'])
    const { setAside } = await mailbox()
    expect(setAside.map(({ reason }) => reason)).toEqual(['sender-missing'])
    const id = setAside[0]?.id
    expect((await dispatcher.post(`/api/voice/mailbox/set-aside/${id}/retries`)).status).toBe(202)
    await app.settle()
    expect((await mailbox()).setAside.map((mail) => [mail.reason, mail.isWaiting])).toEqual([
      ['sender-missing', false],
    ])
  })

  it('that is too large is not read, and its sender is told so', async () => {
    const uid = raw(
      `From: big@example.cn\nTo: ${address}\nSubject: 很大\n\n${'a'.repeat(10 * 1024 * 1024)}\n`,
    )
    await visit()
    const [answer] = await sentTo('big@example.cn')
    expect(answer?.text).toContain('超过了 10 MB 的上限')
    expect(flagsOf(uid)).toEqual(['\\Seen'])
  })

  it('at which the mailbox breaks again and again is set aside too', async () => {
    const poison = await written({ from: 'poison@example.cn', text: '读到这里信箱就断' })
    await written({ from: 'behind@example.cn', text: '排在断点后面的路灯' })
    for (let count = 0; count < 3; count += 1) {
      server.dieAt(new RegExp(`UID FETCH ${poison} `))
      await visit()
      expect(await search('排在断点后面的路灯')).toEqual([])
    }
    await visit()
    expect(await search('排在断点后面的路灯')).toHaveLength(1)
    expect(flagsOf(poison)).toEqual(['\\Seen', '\\Flagged'])
    expect((await mailbox()).setAside.some(({ reason }) => reason === 'mailbox-failed')).toBe(true)
  })
})

it('keeps a mail whose day cannot be counted until it can', async () => {
  app.clock.set('2030-01-02T01:30:00Z')
  dispatcher = await app.signIn({ name: '秦川', roles: ['dispatcher'] })
  await written({ from: 'future@example.cn', text: '日历没有公布的一天' })
  await visit()
  expect(await search('日历没有公布的一天')).toEqual([])
  expect((await mailbox()).setAside.some(({ reason }) => reason === 'calendar-not-published')).toBe(true)
  app.clock.set('2026-04-02T01:30:00Z')
  dispatcher = await app.signIn({ name: '秦川', roles: ['dispatcher'] })
  await visit()
  expect(await search('日历没有公布的一天')).toHaveLength(1)
})

import { at } from '@guanjia/devkit/test-issues'
import { mailboxAddress as address, MailHouse, opening } from '@guanjia/devkit/test-mailbox'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')

let house: MailHouse

beforeAll(async () => {
  house = await MailHouse.open()
}, 240_000)
beforeEach(() => house.app.clock.set(opening))
afterAll(() => house[Symbol.asyncDispose]())

async function everywhere(trace: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'guanjia' and table_type = 'BASE TABLE'`.execute(
    house.app.database,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const { rows: hits } = await sql`
      select 1 from ${sql.table(name)} as line where line::text like ${`%${trace}%`} limit 1`
      .execute(house.app.database)
      .catch(() => ({ rows: [] }))
    if (hits.length > 0) found.push(name)
  }
  return found.toSorted()
}

describe('what is taken', () => {
  it('leaves no word in events, leaves and the outbox', async () => {
    await house.written({ from: 'canary@example.cn', subject: '道路', text: '门前坑洼金丝雀甲' })
    await house.visit()
    const { number } = await house.only('金丝雀甲')
    await house.written({ from: 'canary@example.cn', subject: `Re: [${number}]`, text: '金丝雀乙' })
    await house.visit()
    expect(await everywhere('金丝雀甲')).toEqual(['issue'])
    expect(await everywhere('金丝雀乙')).toEqual(['issue_supplement'])
    expect(await everywhere('canary@example.cn')).toEqual(['issue_mail', 'sent_message'])
  })
})

describe('attachments', () => {
  it('are kept by content; those that are not taken are named in the answer and at the desk', async () => {
    await house.written({
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
    await house.visit()
    const issue = await house.only('附件是材料清单')
    expect(issue.photos).toHaveLength(1)
    expect(issue.documents).toMatchObject([{ name: '清单.pdf', kind: 'pdf' }])
    expect(issue.leftOut).toEqual([
      { name: '清单.pdf.exe', reason: 'file-kind-unknown' },
      { name: '断了.pdf', reason: 'file-damaged' },
    ])
    const [answer] = await house.sentTo('files@example.cn')
    expect(answer?.text).toContain('清单.pdf.exe：类型不收')
    expect(answer?.text).toContain('断了.pdf：文件不完整')
    const path = at(issue.id, `documents/${issue.documents[0]?.id}`)
    const document = await house.dispatcher.get(path)
    expect(String(document.headers['content-disposition'])).toMatch(/^attachment; /)
    expect((await house.app.stranger.get(path)).status).toBe(401)
  })

  it('stand for words that are missing', async () => {
    await house.written({
      from: 'mute@example.cn',
      subject: '见附件金属门',
      attachments: [{ filename: 'a.pdf', content: pdf }],
    })
    await house.visit()
    expect((await house.only('见附件金属门')).words).toContain('来信没有正文')
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
    const before = await house.app.database.selectFrom('sent_message').select('id').execute()
    const uids = []
    for (const head of heads) uids.push(await house.written({ text: '机器说的停水', ...head }))
    await house.visit()
    expect(await house.search('机器说的停水')).toEqual([])
    expect(uids.map((uid) => house.flagsOf(uid))).toEqual(heads.map(() => ['\\Seen']))
    expect(await house.app.database.selectFrom('sent_message').select('id').execute()).toHaveLength(
      before.length,
    )
  })

  it('that do not say so are answered a few times a day and no more, and nothing of them is lost', async () => {
    for (let count = 1; count <= 12; count += 1)
      await house.written({
        from: 'robot@example.cn',
        subject: `外出 ${count}`,
        text: `我在外出差第${count}次`,
      })
    await house.visit()
    expect(await house.sentTo('robot@example.cn')).toHaveLength(10)
    expect(await house.search('我在外出差第')).toHaveLength(12)
    const { rows } = await sql<{ sent: number; unsent: number }>`
      select count(sent_at)::int as sent, count(*) filter (where sent_at is null)::int as unsent
      from issue_mail_answer join issue_mail on issue_mail.issue_id = mail_of
      where address = 'robot@example.cn'`.execute(house.app.database)
    expect(rows).toEqual([{ sent: 10, unsent: 2 }])
  })
})

describe('a report of misconduct', () => {
  it('is counted, answered with the way, taken out of the mailbox, and kept nowhere', async () => {
    const counted = (await house.mailbox()).shownTheWay
    const uid = await house.written({
      from: 'whistle@example.cn',
      subject: '反映情况',
      text: '某处长收受红包，金丝雀丙',
      messageId: '<whistle-one@example.cn>',
      attachments: [{ filename: '金丝雀丁.pdf', content: pdf }],
    })
    await house.visit()
    expect(house.flagsOf(uid)).toBeUndefined()
    const [answer] = await house.sentTo('whistle@example.cn')
    expect(answer?.text).toContain('纪检监察机关')
    expect(answer?.subject).not.toContain('反映情况')
    expect((await house.mailbox()).shownTheWay).toBe(counted + 1)
    for (const trace of ['金丝雀丙', '金丝雀丁', 'whistle-one', '反映情况'])
      expect(await everywhere(trace)).toEqual([])
    // the table of the simulated mail server alone
    expect(await everywhere('whistle@example.cn')).toEqual(['sent_message'])
    const { rows } = await sql`select from mail_receipt where outcome = 'elsewhere'`.execute(
      house.app.database,
    )
    expect(rows).toEqual([])
  })

  it('is answered and counted once where the mailbox breaks before the mail is out of it', async () => {
    const counted = (await house.mailbox()).shownTheWay
    const uid = await house.written({ from: 'whistle2@example.cn', text: '窗口索要好处费' })
    house.server.dieAt(/UID EXPUNGE/)
    await house.visit()
    expect(house.flagsOf(uid)).toBeDefined()
    expect(await house.sentTo('whistle2@example.cn')).toHaveLength(1)
    await house.forgetSent()
    await house.visit()
    expect(house.flagsOf(uid)).toBeUndefined()
    expect((await house.mailbox()).shownTheWay).toBe(counted + 1)
    expect(await house.sentTo('whistle2@example.cn')).toEqual([])
  })

  it('is taken out of the mailbox also where it is above the limit, by its words or the name of a file', async () => {
    const counted = (await house.mailbox()).shownTheWay
    const large = Buffer.alloc(9 * 1024 * 1024, 'a')
    const uids = [
      await house.written({
        from: 'large@example.cn',
        text: '窗口收红包，证据见附件',
        attachments: [{ filename: '证据.pdf', content: large }],
      }),
      await house.written({
        from: 'large@example.cn',
        text: '见附件',
        attachments: [{ filename: '行贿经过.pdf', content: large }],
      }),
    ]
    await house.visit()
    expect(uids.map((uid) => house.flagsOf(uid))).toEqual([undefined, undefined])
    expect((await house.mailbox()).shownTheWay).toBe(counted + 2)
    for (const { text } of await house.sentTo('large@example.cn')) expect(text).toContain('纪检监察机关')
  })

  it('is not kept as an addition to an issue either, whatever the subject of that was', async () => {
    await house.written({ from: 'turn@example.cn', subject: '诉求：道路', text: '南路坑洼' })
    await house.visit()
    const { id, number } = await house.only('南路坑洼')
    const uid = await house.written({
      from: 'turn@example.cn',
      subject: `Re: 诉求：道路 [${number}]`,
      text: '施工方行贿',
    })
    await house.visit()
    expect(house.flagsOf(uid)).toBeUndefined()
    expect((await house.issue(id)).happenings.map(({ type }) => type)).toEqual(['filed'])
  })
})

describe('a hostile mail', () => {
  it('brings no scripts, no styles and nothing that hides text, and is cut with a note', async () => {
    const html = `<html><head><style>.x{color:red}</style><script>steal()</script></head><body onload="steal()">
      <p>毒网页里的停电</p><img src="https://tracker.example.cn/a.png"><p>看\u202e倒\u202c的</p>${'<p>很长</p>'.repeat(2000)}</body></html>`
    await house.written({ from: 'html@example.cn', subject: '网页', html })
    await house.visit()
    const { words } = await house.only('毒网页里的停电')
    expect(words).not.toMatch(/steal|color:red|<p>|\u202e/)
    expect([...words].length).toBeLessThanOrEqual(2000)
    expect(words.endsWith('（来信较长，后文未登记；全文在信箱中）')).toBe(true)
  })

  it('writes no line of its own into our answer', async () => {
    house.raw(`From: head@example.cn
To: ${address}
Subject: =?utf-8?B?${Buffer.from('积水\r\nBcc: victim@example.cn\r\n\r\nx').toString('base64')}?=
Message-ID: <a@b>\r\n\tBcc: victim@example.cn

注入的积水
`)
    await house.visit()
    const [answer] = await house.sentTo('head@example.cn')
    expect(answer?.subject).toMatch(/^回复：积水 Bcc: victim@example\.cn x \[SY26-\d{6}-\d\]$/)
    expect(await house.sentTo('victim@example.cn')).toEqual([])
  })

  it('holds no other up: it is set aside, shown with its reason, and can be tried again', async () => {
    const broken = house.raw('Subject: 没有寄件人\n\n停水\n')
    await house.written({ from: 'behind@example.cn', text: '排在坏信后面的路灯' })
    await house.visit()
    expect(await house.search('排在坏信后面的路灯')).toHaveLength(1)
    expect(house.flagsOf(broken)).toEqual(['\\Seen', '\\Flagged'])
    const { setAside } = await house.mailbox()
    expect(setAside.map(({ reason }) => reason)).toEqual(['sender-missing'])
    const id = setAside[0]?.id
    expect((await house.dispatcher.post(`/api/voice/mailbox/set-aside/${id}/retries`)).status).toBe(202)
    await house.app.settle()
    expect((await house.mailbox()).setAside.map((mail) => [mail.reason, mail.isWaiting])).toEqual([
      ['sender-missing', false],
    ])
  })

  it('that is too large is not read, and its sender is told so', async () => {
    const uid = house.raw(
      `From: big@example.cn\nTo: ${address}\nSubject: 很大\n\n${'a'.repeat(10 * 1024 * 1024)}\n`,
    )
    await house.visit()
    const [answer] = await house.sentTo('big@example.cn')
    expect(answer?.text).toContain('超过了 10 MB 的上限')
    expect(house.flagsOf(uid)).toEqual(['\\Seen'])
  })

  it('at which the mailbox breaks again and again is set aside too', async () => {
    const poison = await house.written({ from: 'poison@example.cn', text: '读到这里信箱就断' })
    await house.written({ from: 'behind@example.cn', text: '排在断点后面的路灯' })
    for (let count = 0; count < 3; count += 1) {
      house.server.dieAt(new RegExp(`UID FETCH ${poison} `))
      await house.visit()
      expect(await house.search('排在断点后面的路灯')).toEqual([])
    }
    await house.visit()
    expect(await house.search('排在断点后面的路灯')).toHaveLength(1)
    expect(house.flagsOf(poison)).toEqual(['\\Seen', '\\Flagged'])
    expect((await house.mailbox()).setAside.some(({ reason }) => reason === 'mailbox-failed')).toBe(true)
  })
})

it('lists what was set aside a page at a time, the earliest first, each mail once', async () => {
  house.raw('Subject: 没有寄件人\n\n停水\n')
  await house.visit()
  const before = (await house.mailbox()).setAsideInAll
  // several in one moment, and moments finer than a millisecond
  await house.app.asSuperuser(`
    insert into guanjia.mail_receipt (id, mailbox, uid_validity, uid, size, outcome, reason, attempts, arrived_at, taken_at, settled_at)
    select gen_random_uuid(), (select mailbox from guanjia.mail_receipt limit 1), 99, n, 100, 'set-aside', 'mail-unreadable', 3,
      '2026-03-01 01:00:00.0001Z'::timestamptz + (n / 3) * interval '10 microseconds', '2026-03-01 01:00:00Z', '2026-03-01 01:00:00Z'
    from generate_series(1, 203) as n`)
  const pages = [await house.mailbox()]
  for (let next = pages[0]?.next; next != null; next = pages.at(-1)?.next)
    pages.push(await house.mailbox(`?after=${next}`))
  expect(pages.map(({ setAside }) => setAside.length)).toEqual([100, 100, before + 3])
  expect(pages.map(({ setAsideInAll }) => setAsideInAll)).toEqual(Array(3).fill(before + 203))
  const listed = pages.flatMap(({ setAside }) => setAside)
  expect(new Set(listed.map(({ id }) => id)).size).toBe(before + 203)
  const moments = listed.map(({ arrivedAt }) => arrivedAt)
  expect(moments).toEqual(moments.toSorted())
  const unknown = await house.mailbox('?after=00000000-0000-4000-8000-000000000000')
  expect(unknown.setAside[0]?.id).toBe(listed[0]?.id)
  await house.app.asSuperuser('delete from guanjia.mail_receipt where uid_validity = 99')
})

it('keeps a mail whose day cannot be counted until it can', async () => {
  await house.setClock('2030-01-02T01:30:00Z')
  await house.written({ from: 'future@example.cn', text: '日历没有公布的一天' })
  await house.visit()
  expect(await house.search('日历没有公布的一天')).toEqual([])
  expect((await house.mailbox()).setAside.some(({ reason }) => reason === 'calendar-not-published')).toBe(
    true,
  )
  await house.setClock('2026-04-02T01:30:00Z')
  await house.visit()
  expect(await house.search('日历没有公布的一天')).toHaveLength(1)
})

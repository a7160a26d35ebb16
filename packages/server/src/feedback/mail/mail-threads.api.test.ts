import { at, keptPhoto, moved } from '@guanjia/devkit/test-issues'
import { MailHouse, type MailView, opening } from '@guanjia/devkit/test-mailbox'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openFollowCodes } from '../reading/follow-codes.ts'

let house: MailHouse

beforeAll(async () => {
  house = await MailHouse.open()
}, 240_000)
beforeEach(() => house.app.clock.set(opening))
afterAll(() => house[Symbol.asyncDispose]())

describe('a mail', () => {
  it('becomes one issue with its one source, and the answer says its number and how to follow it', async () => {
    const uid = await house.written({
      subject: '厂房停水三天',
      text: '河东路12号，一期锅炉停了。',
      messageId: '<one@example.cn>',
    })
    await house.visit()
    const issue = await house.only('河东路12号')
    expect(issue).toMatchObject({
      kind: 'appeal',
      source: 'e-mail',
      topic: 'utilities',
      situation: 'filed',
      words: '厂房停水三天\n\n河东路12号，一期锅炉停了。',
      asker: { name: '刘 海', phone: null, mail: 'liu@example.cn' },
    })
    expect(house.flagsOf(uid)).toEqual(['\\Seen'])
    const [answer] = await house.sentTo('liu@example.cn')
    expect(answer?.subject).toBe(`回复：厂房停水三天 [${issue.number}]`)
    expect(answer?.text).toContain(`/voice/${issue.number}`)
    const phoneTail = /查询码：(\d{4})/.exec(answer?.text ?? '')?.[1]
    const key = { number: issue.number, phoneTail }
    const followed = await moved<{ situation: string }>(house.app.stranger.post('/api/voice/lookup', key))
    expect(followed.situation).toBe('filed')
    const wrong = { ...key, phoneTail: String((Number(phoneTail) + 1) % 10_000).padStart(4, '0') }
    expect((await house.app.stranger.post('/api/voice/lookup', wrong)).status).toBe(404)
  })

  it('is taken once: visited again, delivered again, and where the mailbox was made anew', async () => {
    await house.written({ text: '只登记一次的路灯', messageId: '<again@example.cn>' })
    await house.visit()
    await house.visit()
    await house.written({ text: '只登记一次的路灯', messageId: '<again@example.cn>' })
    await house.visit()
    house.server.renumber()
    await house.visit()
    expect(await house.search('只登记一次的路灯')).toHaveLength(1)
    const about = (await house.sentTo('liu@example.cn')).filter(({ text }) => text.includes('已登记'))
    expect(new Set(about.map(({ id }) => id)).size).toBe(about.length)
  })

  it('is taken once where the mailbox breaks between the commit and the mark', async () => {
    const before = (await house.sentTo('crash@example.cn')).length
    const uid = await house.written({ from: 'crash@example.cn', text: '标记之前断了线' })
    house.server.dieAt(/UID STORE/)
    await house.visit()
    expect(house.flagsOf(uid)).toEqual([])
    expect((await house.mailbox()).failure).not.toBeNull()
    await house.visit()
    expect(house.flagsOf(uid)).toEqual(['\\Seen'])
    expect((await house.mailbox()).failure).toBeNull()
    expect(await house.search('标记之前断了线')).toHaveLength(1)
    expect((await house.sentTo('crash@example.cn')).length).toBe(before + 1)
  })

  it('is answered with the reply of the office, and the mark is given with the code', async () => {
    await house.written({ from: 'reply@example.cn', subject: '诉求：暖气', text: '园区北门暖气不热' })
    await house.visit()
    const { id, number } = await house.only('园区北门暖气不热')
    const dispatch = { version: 1, lead: 'housing', assisting: [], isComplex: false }
    const { version } = await moved(house.dispatcher.post(at(id, 'dispatch'), dispatch))
    const evidence = [await keptPhoto(house.officer)]
    await moved(
      house.officer.post(at(id, 'reply'), { version, outcome: 'done', words: '阀门已更换。', evidence }),
    )
    await house.app.settle()
    const answers = await house.sentTo('reply@example.cn')
    expect(answers.map(({ subject }) => subject)).toEqual(Array(2).fill(`回复：诉求：暖气 [${number}]`))
    expect(answers[1]?.text).toContain('阀门已更换。')
    const phoneTail = /查询码：(\d{4})/.exec(answers[1]?.text ?? '')?.[1]
    const last = await moved(
      house.app.stranger.post('/api/voice/last-word', { number, phoneTail, satisfied: 5 }),
    )
    expect(last.situation).toBe('closed')
  })
})

describe('an answer to our answer', () => {
  it('is added to its issue, by the mail it answers or by the number in its subject', async () => {
    await house.written({
      from: 'more@example.cn',
      subject: '电梯',
      text: '七号楼电梯停了',
      messageId: '<lift@example.cn>',
    })
    await house.visit()
    const { id, number } = await house.only('七号楼电梯停了')
    const [answer] = await house.sentTo('more@example.cn')
    const subject = '回复：电梯'
    await house.written({
      from: 'more@example.cn',
      subject,
      inReplyTo: `<${answer?.id}@mail.example.cn>`,
      text: '今天又停了。\n\n在 2026年4月1日，信箱写道：\n> 已登记',
    })
    await house.written({ from: 'more@example.cn', subject: `Re: 电梯 [${number}]`, text: '明天有客户来。' })
    await house.written({
      from: 'more@example.cn',
      subject,
      references: '<lift@example.cn>',
      text: '还有八号楼。',
    })
    await house.visit()
    const { happenings, words } = await house.issue(id)
    const added = happenings.filter(({ type }) => type === 'supplemented')
    expect(added.map((each) => each.words)).toEqual(['今天又停了。', '明天有客户来。', '还有八号楼。'])
    expect(words).toBe('电梯\n\n七号楼电梯停了')
    expect(await house.sentTo('more@example.cn')).toHaveLength(1)
  })

  it('with a new subject is judged by it, and what the subject says is added', async () => {
    const thread = { from: 'anew@example.cn', references: '<anew@example.cn>' }
    await house.written({
      from: 'anew@example.cn',
      subject: '诉求：停车位',
      text: '三号停车场满了',
      messageId: '<anew@example.cn>',
    })
    await house.visit()
    const { id, number } = await house.only('三号停车场满了')
    await house.written({ ...thread, subject: '四号停车场也满了', text: '上午十点起' })
    const report = await house.written({ ...thread, subject: '停车场科长索贿', text: '见主题' })
    await house.visit()
    const { happenings } = await house.issue(id)
    const added = happenings.filter(({ type }) => type === 'supplemented')
    expect(added.map(({ words }) => words)).toEqual(['四号停车场也满了\n\n上午十点起'])
    expect(house.flagsOf(report)).toBeUndefined()
    expect((await house.sentTo('anew@example.cn')).map(({ subject }) => subject)).toEqual([
      `回复：诉求：停车位 [${number}]`,
      '回复：您的来信',
    ])
  })

  it('is an issue of its own where it comes from another address, or where the old one is over', async () => {
    await house.written({ from: 'first@example.cn', subject: '积水', text: '东门积水' })
    await house.visit()
    const { id, number } = await house.only('东门积水')
    await house.written({ from: 'other@example.cn', subject: `Re: 积水 [${number}]`, text: '西门也积水' })
    await house.visit()
    expect((await house.only('西门也积水')).id).not.toBe(id)
    await moved(house.dispatcher.post(at(id, 'signpost'), { version: 1, ground: 'court', reason: '已起诉' }))
    await house.written({ from: 'first@example.cn', subject: `Re: 积水 [${number}]`, text: '法院不管积水' })
    await house.visit()
    expect((await house.only('法院不管积水')).id).not.toBe(id)
  })
})

describe('issues of two askers that were joined', () => {
  const [first, second] = ['first-of-two@example.cn', 'second-of-two@example.cn']

  /** Two mails about one matter, the second joined with the first. */
  async function joinedMails(about: string) {
    await house.written({ from: first, subject: `${about}甲`, text: `${about}，住在一单元` })
    await house.written({ from: second, subject: `${about}乙`, text: `${about}，住在二单元` })
    await house.visit()
    const main = await house.only(`${about}，住在一单元`)
    const other = await house.only(`${about}，住在二单元`)
    await moved(house.dispatcher.post(at(other.id, 'merging'), { version: 1, into: main.number }))
    await house.forgetSent()
    return { main, other }
  }

  it('are answered to each asker under their own number', async () => {
    const { main, other } = await joinedMails('楼道漏水')
    await house.visit()
    const dispatch = { version: 2, lead: 'housing', assisting: [], isComplex: false }
    const { version } = await moved(house.dispatcher.post(at(main.id, 'dispatch'), dispatch))
    const evidence = [await keptPhoto(house.officer)]
    const reply = { version, outcome: 'done', words: '屋面已修。', evidence }
    await moved(house.officer.post(at(main.id, 'reply'), reply))
    await house.app.settle()
    const answers = [await house.sentTo(first), await house.sentTo(second)]
    expect(answers.map((each) => each.map(({ subject }) => subject))).toEqual([
      [`回复：楼道漏水甲 [${main.number}]`],
      [`回复：楼道漏水乙 [${other.number}]`],
    ])
    const [toFirst = '', toSecond = ''] = answers.map(([answer]) => answer?.text)
    expect(toFirst).toContain('请打分')
    expect(toSecond).toContain('屋面已修。')
    expect(toSecond).not.toContain(main.number)
    const phoneTail = /查询码：(\d{4})/.exec(toSecond)?.[1]
    const own = await moved(house.app.stranger.post('/api/voice/lookup', { number: other.number, phoneTail }))
    expect(own).toMatchObject({ number: other.number, situation: 'merged' })
  })

  it('are answered once where the one has its reply already, whichever is told of first', async () => {
    const third = 'third-of-three@example.cn'
    const matter = async (from: string, text: string) => {
      await house.written({ from, subject: '路面塌陷', text })
      await house.visit()
      return house.only(text)
    }
    const main = await matter(first, '路面塌陷，住在一单元')
    const early = await matter(third, '路面塌陷，住在三单元')
    const join = (id: string) =>
      moved(house.dispatcher.post(at(id, 'merging'), { version: 1, into: main.number }))
    const dispatch = { version: 1, lead: 'housing', assisting: [], isComplex: false }
    const { version } = await moved(house.dispatcher.post(at(main.id, 'dispatch'), dispatch))
    const evidence = [await keptPhoto(house.officer)]
    const reply = { version, outcome: 'done', words: '路面已补。', evidence }
    await moved(house.officer.post(at(main.id, 'reply'), reply))
    await join(early.id)
    await house.app.settle()
    const late = await matter(second, '路面塌陷，住在二单元')
    await join(late.id)
    await house.app.settle()
    for (const [address, { number }] of [
      [first, main],
      [second, late],
      [third, early],
    ] as const) {
      const replies = (await house.sentTo(address)).filter(({ text }) => text.includes('路面已补。'))
      expect(replies.map(({ subject }) => subject)).toEqual([`回复：路面塌陷 [${number}]`])
      expect(replies[0]?.text.includes('请打分')).toBe(number === main.number)
    }
  })

  it('are added to where the matter goes on, and neither asker reads what the other wrote', async () => {
    const { main, other } = await joinedMails('楼顶积雪')
    const tooMany = { attachments: [{ filename: '二单元.exe', content: Buffer.from('MZ no document') }] }
    const subject = `Re: 楼顶积雪乙 [${other.number}]`
    await house.written({
      from: second,
      subject,
      text: '二单元门牌602',
      messageId: '<more@example.cn>',
      ...tooMany,
    })
    await house.visit()
    await house.written({
      from: second,
      subject: 'Re: 楼顶积雪乙',
      inReplyTo: '<more@example.cn>',
      text: '又下雪了',
    })
    await house.visit()
    const added = ({ happenings }: Pick<MailView, 'happenings'>) =>
      happenings.filter(({ type }) => type === 'supplemented').map(({ words }) => words)
    expect(added(await house.issue(main.id))).toEqual(['二单元门牌602', '又下雪了'])
    expect(await house.sentTo(first)).toEqual([])
    const [answer] = await house.sentTo(second)
    expect(answer?.subject).toBe(`回复：楼顶积雪乙 [${other.number}]`)
    expect(answer?.text).toContain('二单元.exe')
    await house.written({ from: first, subject: `Re: 楼顶积雪甲 [${main.number}]`, text: '一单元也在漏' })
    await house.visit()
    const phoneTail = openFollowCodes(house.app.ports.keysFolder).codeOf(main.id)
    const followed = await moved<MailView>(
      house.app.stranger.post('/api/voice/lookup', { number: main.number, phoneTail }),
    )
    expect(added(followed)).toEqual(['一单元也在漏'])
  })

  it('are added to at the end of a chain of joinings', async () => {
    const { main, other } = await joinedMails('地库返水')
    await house.written({ from: 'third@example.cn', subject: '地库返水丙', text: '三单元地库返水' })
    await house.visit()
    const last = await house.only('三单元地库返水')
    await moved(house.dispatcher.post(at(main.id, 'merging'), { version: 2, into: last.number }))
    await house.written({ from: second, subject: `Re: 地库返水乙 [${other.number}]`, text: '水位又高了' })
    await house.visit()
    expect((await house.issue(last.id)).happenings.map(({ words }) => words)).toContain('水位又高了')
    const signpost = { version: 3, ground: 'court', reason: '已起诉' }
    await moved(house.dispatcher.post(at(last.id, 'signpost'), signpost))
    await house.app.settle()
    const told = [
      await house.sentTo(first),
      await house.sentTo(second),
      await house.sentTo('third@example.cn'),
    ]
    const numbers = [main, other, last].map(({ number }) =>
      expect.stringContaining(`${number} 不能在这里办理`),
    )
    expect(told.map((answers) => answers.at(-1)?.text)).toEqual(numbers)
  })
})

it('sends an answer once however often its job runs', async () => {
  await house.written({ from: 'once@example.cn', subject: '窗帘', text: '会议室窗帘坏了' })
  await house.visit()
  const [{ id: answerId } = { id: '' }] = await house.sentTo('once@example.cn')
  await house.forgetSent()
  await house.app.database
    .transaction()
    .execute((tx) => house.app.ports.jobs.enqueue(tx, 'feedback.answer-mail', { answerId }))
  await house.app.settle()
  expect(await house.sentTo('once@example.cn')).toEqual([])
})

import { createHmac, randomUUID } from 'node:crypto'
import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { at, codeOf, keptPhoto, type Moved, moved, view, water } from '@guanjia/devkit/test-issues'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { feedbackTables } from './store/feedback-tables.ts'

const secret = 'shared with the hotline'
let app: TestApp
let dispatcher: Browser
let officer: Browser
let head: Browser

async function signInAll(): Promise<void> {
  dispatcher = await app.signIn({ name: '秦川', roles: ['dispatcher'] })
  officer = await app.signIn({ name: '冯雨晴', roles: ['reviewer'], authorities: ['housing'] })
  head = await app.signIn({ name: '高远山', roles: ['department-head'], authorities: ['housing'] })
}

beforeAll(async () => {
  app = await testApp({ now: '2026-04-01T01:30:00Z', env: { GUANJIA_HOTLINE_SECRET: secret } })
}, 240_000)
beforeEach(async () => {
  app.clock.set('2026-04-01T01:30:00Z')
  await signInAll()
})
afterAll(() => app.close())

async function filed(content: object = {}): Promise<{ id: string; number: string; replyDue: string | null }> {
  return moved(app.stranger.post('/api/voice/issues', { ...water, ...content }))
}

async function dispatched(content: object = {}): Promise<Moved> {
  const { id } = await filed(content)
  const body = { version: 1, lead: 'housing', assisting: ['water-utility'], isComplex: false }
  return moved(dispatcher.post(at(id, 'dispatch'), body))
}

async function replied(content: object = {}): Promise<Moved> {
  const { id, version } = await dispatched(content)
  const evidence = [await keptPhoto(officer)]
  return moved(officer.post(at(id, 'reply'), { version, outcome: 'done', words: '已恢复供水。', evidence }))
}

describe('an issue', () => {
  it('goes the whole way, and each sees what concerns them', async () => {
    const photos = [await keptPhoto(app.stranger)]
    const { id, number, replyDue } = await filed({ photos })
    // 1 April is a Wednesday; 4 to 6 April is Qingming
    expect(replyDue).toBe('2026-04-09')
    expect(await view(dispatcher, id)).toMatchObject({
      situation: 'filed',
      acts: ['dispatch', 'signpost', 'merge'],
    })
    const { version } = await moved(
      dispatcher.post(at(id, 'dispatch'), { version: 1, lead: 'housing', assisting: [], isComplex: false }),
    )
    const contacted = await moved(officer.post(at(id, 'contacts'), { version, note: '已联系，约下午到场' }))
    const proof = await keptPhoto(officer)
    const answer = { version: contacted.version, outcome: 'done', words: '已恢复供水。', evidence: [proof] }
    const answered = await moved(officer.post(at(id, 'reply'), answer))
    const key = { number, phoneTail: '0001' }
    const shown = await moved<Record<string, unknown>>(app.stranger.post('/api/voice/lookup', key))
    expect(shown).toMatchObject({ situation: 'replied', mayAnswer: true, reply: { words: '已恢复供水。' } })
    expect(JSON.stringify(shown)).not.toContain('约下午到场')
    expect(JSON.stringify(shown)).not.toContain('冯雨晴')
    const called = { version: answered.version, isReached: true, note: '满意' }
    await moved(dispatcher.post(at(id, 'call-backs'), called))
    const last = await moved(app.stranger.post('/api/voice/last-word', { ...key, satisfied: 5 }))
    expect(last.situation).toBe('closed')
    const { happenings } = await view(dispatcher, id)
    expect(happenings.map(({ type }) => type)).toEqual([
      'filed',
      'dispatched',
      'contacted',
      'replied',
      'called-back',
      'confirmed',
      'closed',
    ])
    const photo = await officer.get(at(id, `photos/${proof}`))
    expect(photo.headers['content-type']).toBe('image/png')
  })

  it('leaves nothing of its asker in events, leaves and the outbox', async () => {
    const { id, number } = await filed({ words: '诉求正文不外传', name: '欧阳某人', phone: '13912345678' })
    await app.settle()
    for (const table of ['issue_event', 'outbox_event', 'ledger_leaf', 'audit_entry']) {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from ${sql.table(table)} as line
        where line::text ~ '诉求正文|欧阳|13912345678'`.execute(app.database)
      expect([table, rows[0]?.n]).toEqual([table, 0])
    }
    const { rows } =
      await sql`select from ledger_leaf as line where line::text like ${`%${number}%`}`.execute(app.database)
    expect(rows.length).toBe(1)
    expect(id).not.toBe('')
  })

  it('is returned once within two working days, and then designated', async () => {
    const { id, version } = await dispatched()
    const returned = await moved(officer.post(at(id, 'return'), { version, reason: '属水务部门职责' }))
    expect((await officer.get(`/api/voice/issues/${id}`)).status).toBe(404)
    const again = { version: returned.version, lead: 'housing', assisting: [], isComplex: false }
    const designated = await moved(dispatcher.post(at(id, 'dispatch'), again))
    const refused = officer.post(at(id, 'return'), { version: designated.version, reason: '仍不属' })
    expect(await codeOf(refused)).toBe('returned-already')
  })

  it('does not say no on one signature', async () => {
    const { id, version } = await dispatched()
    const no = { version, outcome: 'cannot-be-done', words: '不在供水范围。', evidence: [] }
    const proposed = await moved(head.post(at(id, 'reply'), no))
    expect(proposed.situation).toBe('awaiting-sign-off')
    const own = await head.post(at(id, 'sign-off'), {
      version: proposed.version,
      isApproved: true,
      reason: '',
    })
    expect(own.status).toBe(403)
    const other = await app.signIn({ name: '郭正', roles: ['department-head'], authorities: ['housing'] })
    const signed = await moved(
      other.post(at(id, 'sign-off'), { version: proposed.version, isApproved: true, reason: '' }),
    )
    expect(signed.situation).toBe('replied')
  })

  it('opens again where its asker is not satisfied, and needs a reason', async () => {
    const { id, number } = await replied()
    const key = { number, phoneTail: '0001', satisfied: 2 }
    expect(await codeOf(app.stranger.post('/api/voice/last-word', key))).toBe('words-missing')
    const opened = await moved(app.stranger.post('/api/voice/last-word', { ...key, words: '昨晚又停水' }))
    expect(opened).toMatchObject({ id, situation: 'in-hand' })
  })

  it('is closed by silence after three calls and ten working days, by the clock', async () => {
    const { id, version } = await replied()
    let seen = version
    for (let call = 0; call < 3; call += 1)
      seen = (
        await moved(dispatcher.post(at(id, 'call-backs'), { version: seen, isReached: false, note: '' }))
      ).version
    const look = async (instant: string) => {
      app.clock.set(instant)
      const { database, jobs } = app.ports
      await database.transaction().execute((tx) => jobs.enqueue(tx, 'feedback.look-at-silence', {}))
      await app.settle()
      await signInAll()
      return (await view(dispatcher, id)).situation
    }
    expect(await look('2026-04-16T01:30:00Z')).toBe('replied')
    expect(await look('2026-04-17T01:30:00Z')).toBe('closed')
  })

  it('does not move over a version that was not seen', async () => {
    const { id } = await dispatched()
    expect(await codeOf(officer.post(at(id, 'contacts'), { version: 1, note: '已联系' }))).toBe(
      'issue-changed-meanwhile',
    )
  })

  it('is followed by the right phone alone, and rests after five wrong guesses', async () => {
    const { number } = await filed({ phone: '13900004321' })
    const guess = (phoneTail: string) => app.stranger.post('/api/voice/lookup', { number, phoneTail })
    for (let wrong = 0; wrong < 5; wrong += 1) expect(await codeOf(guess('0000'))).toBe('issue-not-found')
    expect(await codeOf(guess('4321'))).toBe('too-many-guesses')
    app.clock.advance(16 * 60_000)
    expect((await guess('4321')).status).toBe(200)
  })

  it('is followed by whoever filed it logged in, without a phone', async () => {
    const lin = await app.signIn({ name: '林海宁' })
    const { phone: _phone, ...said } = water
    const { number } = await moved(lin.post('/api/voice/issues', said))
    expect((await lin.post('/api/voice/lookup', { number })).status).toBe(200)
    const { issues } = (await lin.get('/api/my/voice')).json() as { issues: readonly { number: string }[] }
    expect(issues.map((issue) => issue.number)).toEqual([number])
    expect((await app.stranger.post('/api/voice/lookup', { number })).status).toBe(404)
  })
})

describe('a report of misconduct', () => {
  it('is shown the way; what stays is a count', async () => {
    const said = { ...water, kind: 'misconduct', words: '举报某某收受财物' }
    expect(await codeOf(app.stranger.post('/api/voice/issues', said))).toBe('misconduct-belongs-elsewhere')
    await app.settle()
    const { rows } = await sql<{ day: string; source: string; count: number }>`
      select day::text, source, count from misconduct_stub`.execute(app.database)
    expect(rows).toEqual([{ day: '2026-04-01', source: 'cannot-be-done', count: 1 }])
    for (const table of ['issue', 'outbox_event', 'audit_entry', 'ledger_leaf', 'idempotency_record']) {
      const found = await sql`select from ${sql.table(table)} as line where line::text like '%举报%'`.execute(
        app.database,
      )
      expect([table, found.rows.length]).toEqual([table, 0])
    }
  })
})

describe('issues that say the same', () => {
  it('are suggested, and joined by a person', async () => {
    const first = await filed({ words: '云海路北段路灯晚上不亮，骑车危险' })
    const second = await filed({ words: '云海路北段的路灯晚上都不亮' })
    const { issues } = (await dispatcher.get(at(second.id, 'alike'))).json() as {
      issues: readonly { number: string; percent: number }[]
    }
    expect(issues.map(({ number }) => number)).toEqual([first.number])
    const merged = await moved(dispatcher.post(at(second.id, 'merging'), { version: 1, into: first.number }))
    expect(merged.situation).toBe('merged')
    const followed = await moved<Record<string, unknown>>(
      app.stranger.post('/api/voice/lookup', { number: second.number, phoneTail: '0001' }),
    )
    expect(followed).toMatchObject({ joinedWith: first.number })
    expect(await view(dispatcher, first.id)).toMatchObject({ joined: [second.number] })
    expect(await codeOf(dispatcher.post(at(first.id, 'merging'), { version: 2, into: first.number }))).toBe(
      'merge-into-itself',
    )
  })

  it('raise one task to change the procedure, and a new one after it was changed', async () => {
    const hit = async () => {
      const { id } = await filed({ topic: 'policy' })
      await moved(
        dispatcher.post(at(id, 'dispatch'), { version: 1, lead: 'housing', assisting: [], isComplex: false }),
      )
    }
    const tasks = async () =>
      (
        (await head.get('/api/voice/improvements')).json() as {
          tasks: readonly {
            id: string
            lead: { id: string }
            topic: { en: string }
            issues: readonly string[]
            doneOn: string | null
          }[]
        }
      ).tasks.filter(({ topic }) => topic.en === 'Policies')
    await hit()
    await hit()
    expect(await tasks()).toEqual([])
    await hit()
    await hit()
    const [task] = await tasks()
    expect(task).toMatchObject({ lead: { id: 'housing' }, doneOn: null })
    expect(task?.issues).toHaveLength(4)
    await moved(head.post(`/api/voice/improvements/${task?.id}/measure`, { measure: '兑现流程并联办理' }))
    await hit()
    expect(await tasks()).toHaveLength(1)
  })
})

describe('a published answer', () => {
  it('tells nobody who asked, and is found by whoever is about to say the same', async () => {
    const { id, version } = await replied({ name: '司马青山' })
    const words = (question: string) => ({
      version,
      question,
      answer: '供水企业更换了老旧阀门，已恢复供水。',
    })
    for (const told of ['司马青山反映停水', '停水请致电13900000001'])
      expect(await codeOf(dispatcher.post(at(id, 'publication'), words(told)))).toBe('words-tell-who-asked')
    await moved(dispatcher.post(at(id, 'publication'), words('河东路厂房反复停水，怎么办？')))
    const like = encodeURIComponent('河东路厂房停水')
    const { answers } = (await app.stranger.get(`/api/voice/answers?like=${like}`)).json() as {
      answers: object[]
    }
    expect(answers).toMatchObject([{ question: '河东路厂房反复停水，怎么办？', outcome: 'done' }])
    expect(JSON.stringify(answers)).not.toContain('司马')
  })
})

describe('the hotline', () => {
  const order = {
    number: 'WO1',
    kind: 'appeal',
    topic: 'utilities',
    words: '供热温度不够',
    calledAt: '2026-04-01T00:10:00Z',
  }
  const signed = (orders: readonly object[], by = secret) => {
    const text = JSON.stringify({ version: '1', orders })
    return { package: text, signature: createHmac('sha256', by).update(text).digest('hex') }
  }
  const send = (body: object) => app.stranger.post('/api/voice/hotline/orders', body)

  it('sends orders that are filed once, and is told of the reply', async () => {
    const first = await moved<{ orders: { issue: string; state: string }[] }>(send(signed([order])))
    expect(first.orders).toMatchObject([{ number: 'WO1', state: 'filed' }])
    const again = await Promise.all([
      moved<{ orders: object[] }>(send(signed([order]))),
      moved<{ orders: object[] }>(send(signed([order]))),
    ])
    for (const { orders } of again)
      expect(orders).toMatchObject([{ state: 'known', issue: first.orders[0]?.issue }])
    const row = await feedbackTables(app.database)
      .selectFrom('issue')
      .select('id')
      .where('external_number', '=', 'WO1')
      .executeTakeFirstOrThrow()
    const { version } = await moved(
      dispatcher.post(at(row.id, 'dispatch'), {
        version: 1,
        lead: 'housing',
        assisting: [],
        isComplex: false,
      }),
    )
    await moved(
      officer.post(at(row.id, 'reply'), {
        version,
        outcome: 'explained',
        words: '已调整流量。',
        evidence: [],
      }),
    )
    await app.settle()
    const { replies } = (await dispatcher.get('/api/voice/hotline/replies')).json() as { replies: object[] }
    expect(replies).toMatchObject([
      { number: 'WO1', words: '已调整流量。', toldAt: expect.stringContaining('2026-04-01') },
    ])
  })

  it('is one, also when two packages with an order come at once', async () => {
    const many = Array.from({ length: 6 }, () =>
      moved<{ orders: { state: string }[] }>(send(signed([{ ...order, number: 'WO2' }]))),
    )
    const states = (await Promise.all(many)).map(({ orders }) => orders[0]?.state)
    expect(states.filter((state) => state === 'filed')).toHaveLength(1)
    expect(states.filter((state) => state === 'known')).toHaveLength(5)
  })

  it('is not believed without its signature, and keeps reports of misconduct to itself', async () => {
    expect(await codeOf(send(signed([order], 'another secret')))).toBe('signature-wrong')
    const { orders } = await moved<{ orders: object[] }>(
      send(signed([{ ...order, number: 'WO3', kind: 'misconduct' }])),
    )
    expect(orders).toMatchObject([{ state: 'refused', code: 'misconduct-belongs-elsewhere', issue: null }])
  })

  it('counts five working days from the dispatch', async () => {
    await moved(send(signed([{ ...order, number: 'WO4' }])))
    const row = await feedbackTables(app.database)
      .selectFrom('issue')
      .select('id')
      .where('external_number', '=', 'WO4')
      .executeTakeFirstOrThrow()
    app.clock.set('2026-04-07T01:30:00Z')
    await signInAll()
    await moved(
      dispatcher.post(at(row.id, 'dispatch'), {
        version: 1,
        lead: 'housing',
        assisting: [],
        isComplex: false,
      }),
    )
    const { clocks } = await view(dispatcher, row.id)
    expect(clocks.find(({ kind }) => kind === 'reply')?.due).toBe('2026-04-14')
  })
})

describe('the figures', () => {
  it('are counted from the register', async () => {
    app.clock.set('2026-05-20T01:30:00Z')
    const figures = (await app.stranger.get('/api/voice/figures')).json() as {
      rates: Record<string, { count: number; of: number }>
      steps: readonly { step: string; issues: number }[]
      shownTheWay: number
    }
    expect(figures.rates['satisfaction']).toEqual({ count: 1, of: 2 })
    expect(figures.steps.map(({ step }) => step)).toEqual(['found', 'responded', 'handled'])
    expect(figures.shownTheWay).toBe(2)
  })

  it('count an issue once that was sent twice under one key', async () => {
    const key = randomUUID()
    const [one, other] = await Promise.all([
      moved(app.stranger.post('/api/voice/issues', water, key)),
      moved(app.stranger.post('/api/voice/issues', water, key)),
    ])
    expect(one.number).toBe(other.number)
  })
})

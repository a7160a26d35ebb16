import { randomUUID } from 'node:crypto'
import { systemPrincipal } from '@guanjia/core/access'
import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { publishFirstCatalogue } from '../catalogue/index.ts'
import { pageTexts, readPdfFile } from '../platform/documents/index.ts'

const day = '2026-03-03T01:00:00Z'

interface Risk {
  readonly id: string
  readonly name: string
  readonly risk: {
    readonly kind: string
    readonly thisWeek: boolean
    readonly sentence: string
    readonly by: string
  }
}

interface Risks {
  readonly today: string
  readonly projects: number
  readonly risks: readonly Risk[]
  readonly questions: readonly { readonly projectId: string; readonly isOverdue: boolean }[]
  readonly contactsDue: readonly { readonly id: string }[]
}

async function aHouse() {
  const app = await testApp({ now: day })
  await publishFirstCatalogue(app.ports, {
    principal: systemPrincipal('catalogue'),
    name: 'system:catalogue',
  })
  const steward = await app.signIn({ name: '周航', roles: ['steward'] })
  const backup = await app.signIn({ name: '李卓', roles: ['steward'] })
  const owner = await app.signIn({ name: '林海宁' })
  return { app, steward, backup, owner }
}

const facts = { 'invest.kind': 'private', 'work.kind': 'new', 'permit.kind': 'building' }

/** A project whose plan begins on a day; where that lies behind, its first steps are late. */
async function aPlannedProject(owner: Browser, name: string, start: string): Promise<string> {
  const made = await owner.post('/api/projects', { name, kind: 'industrial', facts })
  const { id } = made.json() as { id: string }
  const planned = await owner.post(`/api/projects/${id}/plans`, { start })
  expect(planned.status).toBe(201)
  return id
}

async function risksOf(browser: Browser): Promise<Risks> {
  return (await browser.get('/api/stewards/risks')).json() as Risks
}

async function messagesOf(app: TestApp, browser: Browser): Promise<string[]> {
  await app.settle()
  const { notices } = (await browser.get('/api/notifications')).json() as { notices: { text: string }[] }
  return notices.map(({ text }) => text)
}

describe('the risks of a steward', () => {
  it('name what slips, whose turn it is and by when, the worst first', async () => {
    const { app, steward, owner } = await aHouse()
    await using _ = app
    const calm = await aPlannedProject(owner, '明年的项目', '2026-06-01')
    const late = await aPlannedProject(owner, '晚了的项目', '2026-02-02')
    const later = await aPlannedProject(owner, '更晚的项目', '2026-01-05')
    await app.settle()
    const { risks, projects, today } = await risksOf(steward)
    expect([projects, today]).toEqual([3, '2026-03-03'])
    expect(risks.map(({ id }) => id)).toEqual([later, late])
    expect(risks.map(({ id }) => id)).not.toContain(calm)
    expect(risks[0]?.risk).toMatchObject({ kind: 'slips', thisWeek: true })
    expect(risks[0]?.risk.sentence).toMatch(
      /^「.+」最迟 \d+ 月 \d+ 日 完成，照现在的进度晚 \d+ 个工作日，等建设单位$/,
    )
  })

  it('put questions and promised contacts beside them', async () => {
    const { app, steward, owner } = await aHouse()
    await using _ = app
    const id = await aPlannedProject(owner, '有提问的项目', '2026-06-01')
    await owner.post(`/api/projects/${id}/messages`, { text: '先办哪一项？' })
    const set = {
      method: 'PUT' as const,
      url: `/api/projects/${id}/next-contact`,
      headers: { 'idempotency-key': 'k1' },
    }
    expect((await steward.send({ ...set, body: { on: '2026-03-02' } })).json()).toMatchObject({
      code: 'next-contact-past',
    })
    const headers = { 'idempotency-key': 'k2' }
    expect((await steward.send({ ...set, headers, body: { on: '2026-03-03' } })).status).toBe(200)
    const { questions, contactsDue } = await risksOf(steward)
    expect(questions).toMatchObject([{ projectId: id, isOverdue: false }])
    expect(contactsDue).toMatchObject([{ id }])
  })

  it('are worked out for a thousand projects within seconds, whatever else runs', async () => {
    const { app, steward, owner } = await aHouse()
    await using _ = app
    const id = await aPlannedProject(owner, '样本', '2026-02-02')
    await app.settle()
    await app.asSuperuser(`
      set search_path to guanjia, public;
      with copies as (
        insert into project (id, number, name, kind, owner_id, facts, state, created_at, steward_due_at)
        select gen_random_uuid(), 'XM26-T' || n, '项目' || n, kind, owner_id, '{}', 'active', created_at, steward_due_at
        from project, generate_series(1, 999) n where project.id = '${id}' returning id),
      held as (
        insert into stewardship (id, project_id, steward_id, duty, from_at, reason)
        select gen_random_uuid(), copies.id, steward_id, duty, from_at, reason from copies, stewardship
        where project_id = '${id}' returning 1)
      insert into project_gate select copies.id, step, name, lane, is_begun, start_on, end_on, late_on, days, float
      from copies, project_gate where project_id = '${id}'`)
    await risksOf(steward)
    const started = performance.now()
    const { projects, risks } = await risksOf(steward)
    const milliseconds = performance.now() - started
    expect([projects, risks.length]).toEqual([1000, 1000])
    expect(milliseconds).toBeLessThan(3000)
  })
})

describe('reminders', () => {
  async function drafts(steward: Browser, ids: readonly string[]) {
    const answer = await steward.post('/api/stewards/reminders/preview', { projects: ids })
    return answer.json() as {
      messages: { projectId: string; recipientId: string; recipient: string; text: string }[]
      without: { projectId: string }[]
    }
  }

  it('are seen before they are sent, and leave after ten seconds with the words that were seen', async () => {
    const { app, steward, owner } = await aHouse()
    await using _ = app
    const late = await aPlannedProject(owner, '晚了的项目', '2026-02-02')
    const calm = await aPlannedProject(owner, '明年的项目', '2026-06-01')
    await app.settle()
    const { messages, without } = await drafts(steward, [late, calm])
    expect(messages).toMatchObject([{ projectId: late, recipientId: owner.personId, recipient: '林海宁' }])
    expect(without).toMatchObject([{ projectId: calm }])
    const words = '请本周内完成申报，材料清单在项目页。'
    const [one] = messages
    const sent = await steward.post('/api/stewards/reminders/send', {
      messages: [{ projectId: one?.projectId, recipientId: one?.recipientId, text: words }],
    })
    expect(sent.json()).toMatchObject({ messages: 1, sendsAt: '2026-03-03T01:00:10.000Z' })
    expect(await messagesOf(app, owner)).not.toContain(words)
    app.clock.advance(10_000)
    await app.ports.database
      .transaction()
      .execute((tx) => app.ports.jobs.enqueue(tx, 'projects.look-for-reminders', {}))
    expect(await messagesOf(app, owner)).toContain(words)
    const page = (await steward.get(`/api/stewards/projects/${late}`)).json() as { reminders: object[] }
    expect(page.reminders).toMatchObject([
      { text: words, by: '周航', recipient: '林海宁', role: 'applicant' },
    ])
    const kept = await app.database.selectFrom('outbox_event').select('body').execute()
    expect(JSON.stringify(kept)).not.toContain(words)
  })

  it('are taken back within ten seconds, and not after', async () => {
    const { app, steward, backup, owner } = await aHouse()
    await using _ = app
    const late = await aPlannedProject(owner, '晚了的项目', '2026-02-02')
    await app.settle()
    const { messages } = await drafts(steward, [late])
    const send = () =>
      steward.post('/api/stewards/reminders/send', {
        messages: messages.map(({ projectId, recipientId, text }) => ({ projectId, recipientId, text })),
      })
    const undo = (browser: Browser, batch: string) => browser.post('/api/stewards/reminders/undo', { batch })
    const first = ((await send()).json() as { batch: string }).batch
    expect((await undo(backup, first)).json()).toMatchObject({ code: 'reminders-unknown' })
    app.clock.advance(9_000)
    expect((await undo(steward, first)).status).toBe(200)
    app.clock.advance(60_000)
    await app.ports.database
      .transaction()
      .execute((tx) => app.ports.jobs.enqueue(tx, 'projects.look-for-reminders', {}))
    const texts = await messagesOf(app, owner)
    expect(texts.filter((text) => text.includes('晚了的项目'))).toEqual([])
    const second = ((await send()).json() as { batch: string }).batch
    app.clock.advance(10_000)
    expect((await undo(steward, second)).json()).toMatchObject({ code: 'reminders-sent' })
  })

  it('go to nobody who is not concerned, and about no project of others', async () => {
    const { app, steward, owner } = await aHouse()
    await using _ = app
    const late = await aPlannedProject(owner, '晚了的项目', '2026-02-02')
    const stranger = await app.signIn({ name: '韩雪', roles: ['steward'] })
    await app.settle()
    const one = { projectId: late, recipientId: steward.personId, text: '请尽快办理' }
    const send = (browser: Browser, messages: object[]) =>
      browser.post('/api/stewards/reminders/send', { messages })
    expect((await send(steward, [one])).json()).toMatchObject({ code: 'recipient-not-concerned' })
    const right = { ...one, recipientId: owner.personId }
    expect((await send(steward, [right, right])).json()).toMatchObject({ code: 'recipient-named-twice' })
    expect((await send(stranger, [right])).json()).toMatchObject({ code: 'project-not-stewarded' })
  })
})

describe('a visit from a phone', () => {
  const jpeg = Buffer.from([
    0xff, 0xd8, 0xff, 0xe0, 0x00, 0x04, 0x4a, 0x46, 0xff, 0xda, 0x00, 0x02, 0x01, 0xff, 0xd9,
  ])

  async function upload(browser: Browser, bytes: Buffer): Promise<string> {
    const started = await browser.post('/api/evidence/uploads', { name: '现场.jpg', size: bytes.length })
    const { id } = started.json() as { id: string }
    await browser.post(`/api/evidence/uploads/${id}/parts`, { offset: 0, bytes: bytes.toString('base64') })
    return id
  }

  it('keeps its photos and the next contact once, however often they are sent', async () => {
    const { app, steward, owner } = await aHouse()
    await using _ = app
    const id = await aPlannedProject(owner, '有走访的项目', '2026-06-01')
    const visit = {
      id: randomUUID(),
      channel: 'visit',
      by: 'steward',
      at: day,
      text: '看现场',
      nextContactOn: '2026-03-06',
    }
    for (let times = 0; times < 2; times += 1)
      expect((await steward.post(`/api/projects/${id}/contacts`, visit)).status).toBe(201)
    const photo = randomUUID()
    for (let times = 0; times < 2; times += 1) {
      const body = { id: photo, contact: visit.id, upload: await upload(steward, jpeg) }
      expect((await steward.post(`/api/projects/${id}/photos`, body)).status).toBe(201)
    }
    const page = (await steward.get(`/api/stewards/projects/${id}`)).json()
    expect(page).toMatchObject({
      photos: [{ id: photo, contact: visit.id, size: jpeg.length }],
      row: { nextContactOn: '2026-03-06' },
      journeys: { visits: 1 },
    })
    const shown = await steward.get(`/api/projects/${id}/photos/${photo}`)
    expect(shown.headers['content-type']).toBe('image/jpeg')
    expect((await owner.get(`/api/projects/${id}/photos/${photo}`)).status).toBe(403)
  })

  it('takes nothing that is no photo', async () => {
    const { app, steward, owner } = await aHouse()
    await using _ = app
    const id = await aPlannedProject(owner, '有走访的项目', '2026-06-01')
    const visit = { id: randomUUID(), channel: 'visit', by: 'steward', at: day, text: '看现场' }
    await steward.post(`/api/projects/${id}/contacts`, visit)
    const paper = await upload(steward, Buffer.from('%PDF-1.7\n%%EOF'))
    const body = { id: randomUUID(), contact: visit.id, upload: paper }
    expect((await steward.post(`/api/projects/${id}/photos`, body)).json()).toMatchObject({
      code: 'photo-not-image',
    })
  })

  it('is told to the stewards on the morning of the next contact', async () => {
    const { app, steward, owner } = await aHouse()
    await using _ = app
    const id = await aPlannedProject(owner, '有约的项目', '2026-06-01')
    const call = {
      id: randomUUID(),
      channel: 'call',
      by: 'steward',
      at: day,
      text: '约周五',
      nextContactOn: '2026-03-06',
    }
    await steward.post(`/api/projects/${id}/contacts`, call)
    const remind = () =>
      app.ports.database
        .transaction()
        .execute((tx) => app.ports.jobs.enqueue(tx, 'projects.remind-of-contacts', {}))
    await remind()
    expect((await messagesOf(app, steward)).join()).not.toContain('请记录联系的内容')
    app.clock.set('2026-03-06T00:30:00Z')
    await remind()
    await app.settle()
    const fresh = await app.database
      .withTables<{ notice: { template: string; person_id: string } }>()
      .selectFrom('notice')
      .select('person_id')
      .where('template', '=', 'contact-due')
      .execute()
    expect(fresh.map(({ person_id }) => person_id)).toContain(steward.personId)
    await remind()
    await app.settle()
    const again = await app.database
      .withTables<{ notice: { template: string } }>()
      .selectFrom('notice')
      .selectAll()
      .where('template', '=', 'contact-due')
      .execute()
    expect(again.length).toBe(fresh.length)
  })
})

describe('journeys of the applicant', () => {
  it('count against the case they were about', async () => {
    const { app, steward, owner } = await aHouse()
    await using _ = app
    const id = await aPlannedProject(owner, '有办件的项目', '2026-06-01')
    const opened = (await owner.post('/api/cases', { service: 'M307' })).json() as { id: string }
    const contact = (by: string, channel: string) =>
      steward.post(`/api/projects/${id}/contacts`, {
        id: randomUUID(),
        channel,
        by,
        at: day,
        text: '核对材料',
        caseId: opened.id,
      })
    const journeys = async () =>
      ((await steward.get(`/api/stewards/projects/${id}`)).json() as { journeys: object }).journeys
    await contact('steward', 'visit')
    expect(await journeys()).toMatchObject({ cases: 1, withoutVisit: 1 })
    await contact('applicant', 'counter')
    expect(await journeys()).toMatchObject({ cases: 1, withoutVisit: 0 })
    const other = await app.signIn({ name: '旁人' })
    const others = (await other.post('/api/cases', { service: 'M307' })).json() as { id: string }
    const wrong = {
      id: randomUUID(),
      channel: 'call',
      by: 'steward',
      at: day,
      text: '核对',
      caseId: others.id,
    }
    expect((await steward.post(`/api/projects/${id}/contacts`, wrong)).json()).toMatchObject({
      code: 'case-unknown',
    })
  })
})

describe('the board', () => {
  it('is filtered, and the spreadsheet holds the same rows', async () => {
    const { app, steward, owner } = await aHouse()
    await using _ = app
    const late = await aPlannedProject(owner, '晚了的项目', '2026-02-02')
    await aPlannedProject(owner, '明年的项目', '2026-06-01')
    await app.settle()
    const rows = async (query: string) =>
      ((await steward.get(`/api/stewards/board?${query}`)).json() as { rows: { id: string }[] }).rows
    expect(await rows('')).toHaveLength(2)
    expect(await rows('show=this-week')).toMatchObject([{ id: late }])
    expect(await rows(`words=${encodeURIComponent('明年')}`)).toHaveLength(1)
    const file = await steward.get('/api/stewards/board.xlsx?show=this-week')
    const { Workbook } = (await import('exceljs')).default
    const book = new Workbook()
    await book.xlsx.load(file.bytes as never)
    const sheet = book.getWorksheet('项目')
    expect(sheet?.rowCount).toBe(2)
    expect(sheet?.getCell('B2').value).toBe('晚了的项目')
    expect(sheet?.getCell('H2').value).toBeInstanceOf(Date)
  })
})

describe('the weekly report', () => {
  it('counts the week of one steward, and says the same in Word and PDF', async () => {
    const { app, steward, owner } = await aHouse()
    await using _ = app
    const late = await aPlannedProject(owner, '晚了的项目', '2026-02-02')
    await app.settle()
    await owner.post(`/api/projects/${late}/messages`, { text: '先办哪一项？' })
    const visit = { id: randomUUID(), channel: 'visit', by: 'steward', at: day, text: '看现场' }
    await steward.post(`/api/projects/${late}/contacts`, { ...visit, nextContactOn: '2026-03-06' })
    const before = { ...visit, id: randomUUID(), at: '2026-02-27T01:00:00Z' }
    await steward.post(`/api/projects/${late}/contacts`, before)
    const report = (await steward.get('/api/stewards/report')).json() as {
      week: string
      figures: { id: string; value: number }[]
      sections: { id: string; lines: { text: string }[] }[]
    }
    expect(report.week).toBe('2026-W10')
    const values = Object.fromEntries(report.figures.map(({ id, value }) => [id, value]))
    expect(values).toEqual({
      projects: 1,
      contacts: 1,
      visits: 1,
      questions: 1,
      inTime: 1,
      reminders: 0,
      atRisk: 1,
    })
    expect(report.sections.find(({ id }) => id === 'next')?.lines).toMatchObject([{ text: '3 月 6 日 联系' }])
    const last = (await steward.get('/api/stewards/report?week=2026-W09')).json()
    expect(last).toMatchObject({ from: '2026-02-23', to: '2026-03-01' })
    expect((await steward.get('/api/stewards/report?week=2025-W53')).json()).toMatchObject({
      code: 'week-not-readable',
    })

    const word = await steward.get('/api/stewards/report/paper?format=docx')
    const zip = await JSZip.loadAsync(word.bytes)
    const text = await zip.file('word/document.xml')?.async('string')
    const pdf = await steward.get('/api/stewards/report/paper?format=pdf')
    const pages = pageTexts(readPdfFile(pdf.bytes)).join('')
    for (const words of ['项目管家周报', '晚了的项目', '周航', '2026-W10']) {
      expect(text).toContain(words)
      expect(pages).toContain(words)
    }
  })
})

import { identityCheckCharacter } from '@guanjia/core/access'
import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { at, codeOf, keptPhoto, moved, view, water } from '@guanjia/devkit/test-issues'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pageTexts, readPdfFile } from '../../platform/documents/index.ts'

const start = '2026-04-01T01:30:00Z'
let app: TestApp
let dispatcher: Browser
let officer: Browser
let people = 0

/** An identity number of somebody new. */
function newNumber(): string {
  people += 1
  const body = `37020219700101${String(people).padStart(3, '0')}`
  return body + identityCheckCharacter(body)
}

async function signInStaff(): Promise<void> {
  dispatcher = await app.signIn({ name: '秦川', roles: ['dispatcher'] })
  officer = await app.signIn({ name: '郑思远', roles: ['reviewer'], authorities: ['approval-service'] })
}

beforeAll(async () => {
  app = await testApp({ now: start })
}, 240_000)
beforeEach(async () => {
  app.clock.set(start)
  await signInStaff()
})
afterAll(() => app.close())

interface Appointed {
  readonly id: string
  readonly number: string
  readonly until: string
}

function appoint(identityNumber: string, from = '2026-04-01') {
  const body = { name: '任青山', identityNumber, kind: 'institute', organisation: '某研究院', from }
  return dispatcher.post('/api/observers', body)
}

async function observer(): Promise<{ readonly term: Appointed; readonly browser: Browser }> {
  const identityNumber = newNumber()
  const term = await moved<Appointed>(appoint(identityNumber))
  return { term, browser: await app.signIn({ name: '任青山', identityNumber }) }
}

const finding = {
  task: 'supervise',
  topic: 'procedure',
  words: '综合窗口中午没有人值班，等了四十分钟',
  place: '盘古大厅',
  noticedAt: '2026-03-31T04:10:00.000Z',
}

async function startJob(name: string): Promise<void> {
  const { database, jobs } = app.ports
  await database.transaction().execute((tx) => jobs.enqueue(tx, name, {}))
  await app.settle()
}

describe('the term of an observer', () => {
  it('lets in on its last day, and on the next day no more, within the same session', async () => {
    const identityNumber = newNumber()
    const { until } = await moved<Appointed>(appoint(identityNumber))
    expect(until).toBe('2028-04-01')
    app.clock.set('2028-04-01T15:50:00Z')
    const browser = await app.signIn({ name: '任青山', identityNumber })
    expect((await browser.get('/api/my/observer')).json()).toMatchObject({ term: { isServing: true } })
    app.clock.set('2028-04-01T16:05:00Z')
    expect((await browser.get('/api/my/observer')).status).toBe(404)
    expect((await browser.post('/api/my/observer/findings', finding)).status).toBe(404)
    // who was an observer stays an applicant
    expect((await browser.get('/api/my/voice')).status).toBe(200)
  })

  it('ends at once when it is ended', async () => {
    const { term, browser } = await observer()
    await moved(dispatcher.post(`/api/observers/${term.id}/end`, { reason: '工作调动' }))
    expect((await browser.get('/api/my/observer')).status).toBe(404)
    const again = dispatcher.post(`/api/observers/${term.id}/end`, { reason: '工作调动' })
    expect(await codeOf(again)).toBe('observer-term-over')
  })

  it('overlaps with no other of the same person, and may be followed by one', async () => {
    const identityNumber = newNumber()
    const { until } = await moved<Appointed>(appoint(identityNumber))
    expect(await codeOf(appoint(identityNumber, until))).toBe('observer-serves-already')
    await moved(appoint(identityNumber, '2028-04-02'))
  })

  it('is spoken of sixty days before its end, once', async () => {
    const identityNumber = newNumber()
    await moved<Appointed>(appoint(identityNumber))
    const told = async (instant: string) => {
      app.clock.set(instant)
      await startJob('feedback.look-at-terms')
      const browser = await app.signIn({ name: '任青山', identityNumber })
      const { notices } = (await browser.get('/api/notifications')).json() as {
        notices: readonly { readonly title: string }[]
      }
      return notices.filter(({ title }) => title.includes('聘期')).length
    }
    expect(await told('2028-01-31T02:00:00Z')).toBe(0)
    expect(await told('2028-02-01T02:00:00Z')).toBe(1)
    expect(await told('2028-02-02T02:00:00Z')).toBe(1)
  })

  it('stands in a sealed letter that the observer and the desk can print', async () => {
    const { term, browser } = await observer()
    const letter = await browser.send({ method: 'GET', url: `/api/observers/${term.id}/letter` })
    expect(letter.headers['content-type']).toContain('application/pdf')
    const words = pageTexts(readPdfFile(letter.bytes)).join('').replace(/\s/g, '')
    expect(words).toContain('聘期两年，自2026年4月1日起至2028年4月1日止')
    expect(words).toContain('任青山同志')
    expect((await app.stranger.get(`/api/observers/${term.id}/letter`)).status).toBe(401)
  })
})

describe('a finding', () => {
  it('becomes an issue with number, department, last day and four moments, and closes by the observer', async () => {
    const { browser } = await observer()
    const photos = [await keptPhoto(browser)]
    const filed = await moved<{ id: string; lead: { id: string }; replyDue: string }>(
      browser.post('/api/my/observer/findings', { ...finding, photos }),
    )
    expect(filed).toMatchObject({ lead: { id: 'approval-service' }, replyDue: '2026-04-09' })
    expect(await view(dispatcher, filed.id)).toMatchObject({ source: 'observer', situation: 'in-hand' })
    const { version } = await moved(officer.post(at(filed.id, 'contacts'), { version: 2, note: '已联系' }))
    const answer = { version, outcome: 'explained', words: '已安排午间值班。', evidence: [] }
    await moved(officer.post(at(filed.id, 'reply'), answer))
    const { findings } = (await browser.get('/api/my/observer/findings')).json() as {
      findings: readonly { number: string; mayAnswer: boolean }[]
    }
    expect(findings).toMatchObject([
      { task: 'supervise', mayAnswer: true, reply: { words: '已安排午间值班。' } },
    ])
    const number = findings[0]?.number
    await moved(browser.post('/api/voice/last-word', { number, satisfied: 5 }))
    const after = (await browser.get('/api/my/observer/findings')).json()
    expect(after).toMatchObject({
      findings: [
        {
          situation: 'closed',
          steps: [
            { name: 'noticed', at: finding.noticedAt },
            { name: 'found', at: expect.any(String) },
            { name: 'responded', at: expect.any(String) },
            { name: 'handled', at: expect.any(String) },
          ],
        },
      ],
    })
  })

  it('sent twice from a phone is filed once', async () => {
    const { browser } = await observer()
    const one = await moved(browser.post('/api/my/observer/findings', finding, 'phone-1'))
    const two = await moved(browser.post('/api/my/observer/findings', finding, 'phone-1'))
    expect(two.number).toBe(one.number)
    const { findings } = (await browser.get('/api/my/observer/findings')).json() as { findings: object[] }
    expect(findings).toHaveLength(1)
  })

  it('is compared with what was said before, without the words of those who are no observers', async () => {
    const { browser } = await observer()
    await moved(app.stranger.post('/api/voice/issues', { ...water, words: '智力岛路夜间施工噪声大影响休息' }))
    await moved(browser.post('/api/my/observer/findings', { ...finding, words: '智力岛路夜间施工噪声很大' }))
    const like = await browser.get(
      `/api/my/observer/alike?words=${encodeURIComponent('智力岛路夜间施工噪声')}`,
    )
    const { issues } = like.json() as { issues: readonly { words: string | null }[] }
    expect(issues.map(({ words }) => words).toSorted()).toEqual([null, '智力岛路夜间施工噪声很大'])
  })
})

describe('an activity', () => {
  const salon = {
    kind: 'salon',
    title: '园区座谈',
    place: '盘古创客大厅',
    startsAt: '2026-04-01T02:00:00.000Z',
    endsAt: '2026-04-01T04:00:00.000Z',
  }

  it('is signed in to by the code on the door or from the list, has minutes and raises issues', async () => {
    const [one, two] = [await observer(), await observer()]
    const { id } = await moved<{ id: string }>(dispatcher.post('/api/activities', salon))
    expect((await one.browser.get('/api/my/observer')).json()).toMatchObject({
      activities: [{ title: '园区座谈', isSignedIn: false }],
    })
    const shown = (await dispatcher.get(`/api/activities/${id}`)).json() as { signIn: { url: string } }
    const code = new URL(shown.signIn.url).searchParams.get('sign-in')
    await moved(one.browser.post('/api/my/observer/sign-ins', { code }))
    await moved(dispatcher.post(`/api/activities/${id}/attendance`, { observer: two.term.id }))
    const minutes = dispatcher.post(`/api/activities/${id}/minutes`, { words: '讨论了三件事' })
    expect(await codeOf(minutes)).toBe('activity-not-open')
    app.clock.set('2026-04-01T03:00:00Z')
    await signInStaff()
    await moved(dispatcher.post(`/api/activities/${id}/minutes`, { words: '讨论了三件事' }))
    const { number } = await moved<{ number: string }>(
      dispatcher.post(`/api/activities/${id}/issues`, {
        observer: two.term.id,
        task: 'report',
        topic: 'policy',
        words: '研发补贴的到账时间希望提前告知',
      }),
    )
    expect((await dispatcher.get(`/api/activities/${id}`)).json()).toMatchObject({
      minutes: '讨论了三件事',
      issues: [{ number, situation: 'in-hand', observer: '任青山' }],
    })
    const { activities } = (await dispatcher.get('/api/activities')).json() as { activities: object[] }
    expect(activities).toMatchObject([{ attended: 2, issues: 1 }])
    app.clock.set('2026-04-01T04:00:01Z')
    expect(await codeOf(one.browser.post('/api/my/observer/sign-ins', { code }))).toBe('activity-not-open')
  })
})

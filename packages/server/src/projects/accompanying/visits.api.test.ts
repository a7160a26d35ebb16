import { randomUUID } from 'node:crypto'
import { messagesOf, plannedProject, stewardedHouse, stewardsDay } from '@guanjia/devkit/stewarded-house'
import type { Browser } from '@guanjia/devkit/test-app'
import { describe, expect, it } from 'vitest'

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
    const { app, steward, owner } = await stewardedHouse()
    await using _ = app
    const id = await plannedProject(owner, '有走访的项目', '2026-06-01')
    const visit = {
      id: randomUUID(),
      channel: 'visit',
      by: 'steward',
      at: stewardsDay,
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
    const { app, steward, owner } = await stewardedHouse()
    await using _ = app
    const id = await plannedProject(owner, '有走访的项目', '2026-06-01')
    const visit = { id: randomUUID(), channel: 'visit', by: 'steward', at: stewardsDay, text: '看现场' }
    await steward.post(`/api/projects/${id}/contacts`, visit)
    const paper = await upload(steward, Buffer.from('%PDF-1.7\n%%EOF'))
    const body = { id: randomUUID(), contact: visit.id, upload: paper }
    expect((await steward.post(`/api/projects/${id}/photos`, body)).json()).toMatchObject({
      code: 'photo-not-image',
    })
  })

  it('is told to the stewards on the morning of the next contact', async () => {
    const { app, steward, owner } = await stewardedHouse()
    await using _ = app
    const id = await plannedProject(owner, '有约的项目', '2026-06-01')
    const call = {
      id: randomUUID(),
      channel: 'call',
      by: 'steward',
      at: stewardsDay,
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
    const { app, steward, owner } = await stewardedHouse()
    await using _ = app
    const id = await plannedProject(owner, '有办件的项目', '2026-06-01')
    const opened = (await owner.post('/api/cases', { service: 'M307' })).json() as { id: string }
    const contact = (by: string, channel: string) =>
      steward.post(`/api/projects/${id}/contacts`, {
        id: randomUUID(),
        channel,
        by,
        at: stewardsDay,
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
      at: stewardsDay,
      text: '核对',
      caseId: others.id,
    }
    expect((await steward.post(`/api/projects/${id}/contacts`, wrong)).json()).toMatchObject({
      code: 'case-unknown',
    })
  })
})

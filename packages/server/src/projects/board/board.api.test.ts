import { plannedProject, stewardedHouse } from '@guanjia/devkit/stewarded-house'
import type { Browser } from '@guanjia/devkit/test-app'
import { describe, expect, it } from 'vitest'

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

async function risksOf(browser: Browser): Promise<Risks> {
  return (await browser.get('/api/stewards/risks')).json() as Risks
}

describe('the risks of a steward', () => {
  it('name what slips, whose turn it is and by when, the worst first', async () => {
    const { app, steward, owner } = await stewardedHouse()
    await using _ = app
    const calm = await plannedProject(owner, '明年的项目', '2026-06-01')
    const late = await plannedProject(owner, '晚了的项目', '2026-02-02')
    const later = await plannedProject(owner, '更晚的项目', '2026-01-05')
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
    const { app, steward, owner } = await stewardedHouse()
    await using _ = app
    const id = await plannedProject(owner, '有提问的项目', '2026-06-01')
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
    const { app, steward, owner } = await stewardedHouse()
    await using _ = app
    const id = await plannedProject(owner, '样本', '2026-02-02')
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

describe('the board', () => {
  it('is filtered, and the spreadsheet holds the same rows', async () => {
    const { app, steward, owner } = await stewardedHouse()
    await using _ = app
    const late = await plannedProject(owner, '晚了的项目', '2026-02-02')
    await plannedProject(owner, '明年的项目', '2026-06-01')
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

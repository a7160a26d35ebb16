import {
  changesOf,
  onDay,
  type ProgressHouse,
  planned,
  progressHouse,
  report,
  shown,
  taken,
  until,
} from '@guanjia/devkit/progress-house'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let house: ProgressHouse

beforeAll(async () => {
  house = await progressHouse()
}, 240_000)
afterAll(() => house.app.close())

describe('a step that is late', () => {
  it('is told of once, and again when it was given other days and those are over too', async () => {
    await onDay(house, '2023-02-01')
    const url = await planned(house)
    const projectId = url.split('/').at(-1) ?? ''
    const told = async () => {
      const { rows } = await sql<{ type: string }>`select type from outbox_event where subject = ${projectId}
        and type in ('projects.plan-made', 'projects.went-as-planned') order by occurred_at`.execute(
        house.app.database,
      )
      return rows.length
    }
    await taken(report(house, url, 'I603', ['2023-02-01', null]))
    await until(house, '2023-02-21')
    const first = await told()
    expect((await changesOf(house, url))[0]).toEqual(['step-late'])
    await until(house, '2023-02-22')
    expect(await told()).toBe(first)
    await taken(report(house, url, 'I603', ['2023-02-20', null]))
    await until(house, '2023-03-10')
    expect((await changesOf(house, url))[0]).toEqual(['step-late'])
    expect((await changesOf(house, url)).flat().filter((kind) => kind === 'step-late')).toHaveLength(2)
  }, 60_000)

  it('is told of where the plan of another project cannot be read', async () => {
    await onDay(house, '2023-02-01')
    const [broken, sound] = [await planned(house), await planned(house)]
    for (const url of [broken, sound]) await taken(report(house, url, 'I603', ['2023-02-01', null]))
    const brokenId = broken.split('/').at(-1)
    await house.app.asSuperuser(
      `update guanjia.project_plan set facts = 'null' where project_id = '${brokenId}'`,
    )
    await until(house, '2023-02-21')
    expect((await changesOf(house, sound))[0]).toEqual(['step-late'])
    await house.app.asSuperuser(`delete from guanjia.project_step_actual where project_id = '${brokenId}'`)
  }, 60_000)

  it('is told of once where it moves nothing', async () => {
    await onDay(house, '2023-02-01')
    const url = await planned(house)
    // what the permit waits for goes on in time; the survey has months of float, and was to take no day
    for (const step of ['I603', 'I606']) await taken(report(house, url, step, ['2023-02-01', null]))
    const { version } = await shown(house, url)
    const wentAsPlanned = async () => {
      const { rows } = await sql`select 1 from outbox_event where type = 'projects.went-as-planned'
        and subject = ${url.split('/').at(-1)}`.execute(house.app.database)
      return rows.length
    }
    const before = await wentAsPlanned()
    await until(house, '2023-02-02')
    expect(await wentAsPlanned()).toBe(before + 1)
    await until(house, '2023-02-03')
    expect(await wentAsPlanned()).toBe(before + 1)
    expect((await shown(house, url)).version).toBe(version)
  }, 60_000)
})

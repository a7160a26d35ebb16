import { randomUUID } from 'node:crypto'
import {
  codeOf,
  decided,
  filed,
  onDay,
  type ProgressHouse,
  planned,
  progressHouse,
  progressOf,
  report,
  reportBy,
  savedOf,
  shown,
  sign,
  taken,
  until,
} from '@guanjia/devkit/progress-house'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let house: ProgressHouse

beforeAll(async () => {
  house = await progressHouse()
}, 240_000)
afterAll(() => house.app.close())

describe('work that is reported', () => {
  it('is not taken for days to come, for what an authority does, or for a step that is not there', async () => {
    const url = await planned(house)
    expect(await codeOf(report(house, url, 'I603', ['2023-02-01', '2023-02-02']))).toBe(
      'progress-not-possible',
    )
    expect(await codeOf(report(house, url, 'M109', ['2023-02-01', null]))).toBe('step-of-authority')
    expect(await codeOf(report(house, url, 'M999', ['2023-02-01', null]))).toBe('step-unknown')
    expect((await reportBy(house.onFirstDay, url, 'M109', ['2023-02-01', null])).status).toBe(200)
    // a draft tells the days of the step as well
    const { caseId } = await taken<{ caseId: string }>(
      house.people.owner.post(`${url}/steps/M307/case`, {}, randomUUID()),
    )
    const draft = await taken<{ answers: object }>(house.people.owner.get(`/api/cases/${caseId}`))
    expect(draft.answers).toMatchObject({ 'project.title': '中医药传承创新基地一期' })
    expect(await codeOf(reportBy(house.onFirstDay, url, 'M307', ['2023-02-01', null]))).toBe(
      'step-runs-by-case',
    )
  }, 60_000)

  it('goes by its case as soon as one is there, where it was reported as begun', async () => {
    const url = await planned(house)
    await sign(house, url, ['C1', 'C3'])
    expect((await reportBy(house.onFirstDay, url, 'M307', ['2023-02-01', null])).status).toBe(200)
    const received = await filed(house, url)
    await house.app.settle()
    expect(await progressOf(house, url, 'M307')).toMatchObject({ status: 'under-way', caseId: received.id })
    await decided(house, received)
    await house.app.settle()
    expect(await progressOf(house, url, 'M307')).toMatchObject({ status: 'done', finishedOn: '2023-02-01' })
  }, 60_000)

  it('moves the plan, says why in a version, and is lost as the applicant’s own days', async () => {
    const url = await planned(house)
    const before = await shown(house, url)
    await until(house, '2023-03-01')
    const late = await taken<{ version: number; isNew: boolean }>(
      report(house, url, 'I603', ['2023-02-01', '2023-03-01']),
    )
    expect(late).toEqual({ version: 2, isNew: true })
    expect(await progressOf(house, url, 'I603')).toMatchObject({
      status: 'done',
      startedOn: '2023-02-01',
      finishedOn: '2023-03-01',
    })
    expect((await shown(house, url)).plan.dates.permit > before.plan.dates.permit).toBe(true)
    const { versions } = await taken<{ versions: { changes: object[] }[] }>(
      house.people.owner.get(`${url}/plans`),
    )
    expect(versions[0]?.changes).toEqual([{ kind: 'step-finished', what: expect.any(String) }])
    const { lines, total } = await savedOf(house, url)
    expect(total.workingDays).toBeLessThan(0)
    const sum = Object.values(lines).reduce((all, line) => all + line.workingDays, 0)
    expect(sum).toBe(total.workingDays)
    const natural = Object.values(lines).reduce((all, line) => all + line.naturalDays, 0)
    expect(natural).toBe(total.naturalDays)
  }, 60_000)
})

describe('a step that went as planned', () => {
  it('makes no version and opens no gate any more', async () => {
    await onDay(house, '2023-02-01')
    const url = await planned(house)
    await house.app.settle()
    const lead = await house.app.signIn({ name: '郑毅', roles: ['steward-lead'] })
    const openSteps = async () => {
      const { gates } = await taken<{ gates: { step: string }[] }>(
        lead.get(url.replace('/api/', '/api/stewards/')),
      )
      return gates.map(({ step: id }) => id)
    }
    const { steps } = (await shown(house, url)).plan as unknown as {
      steps: { id: string; lane: string; earlyStart: number; totalFloat: number | null }[]
    }
    // work with days to spare moves nothing when it is done at once
    const spare = steps.find(
      ({ lane, earlyStart, totalFloat }) => lane === 'agency' && earlyStart === 0 && (totalFloat ?? 0) > 3,
    )
    const id = spare?.id ?? ''
    expect(await openSteps()).toContain(id)
    const reported = await taken<{ isNew: boolean }>(report(house, url, id, ['2023-02-01', '2023-02-01']))
    expect(reported.isNew).toBe(false)
    await house.app.settle()
    expect(await openSteps()).not.toContain(id)
  }, 60_000)
})

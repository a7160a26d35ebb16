import { randomUUID } from 'node:crypto'
import {
  attach,
  changesOf,
  decided,
  dutiesOf,
  filed,
  grant,
  hearAgain,
  type Moved,
  onDay,
  type ProgressHouse,
  planned,
  progressHouse,
  progressOf,
  report,
  savedOf,
  shown,
  sign,
  step,
  taken,
  until,
} from '@guanjia/devkit/progress-house'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let house: ProgressHouse

beforeAll(async () => {
  house = await progressHouse()
}, 240_000)
afterAll(() => house.app.close())

/** Answers as they are given in the questionnaire, and a plan with them. */
async function answer(
  house: ProgressHouse,
  url: string,
  answers: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { answersVersion } = await taken<{ answersVersion: number }>(
    house.people.owner.get(`${url}/questions`),
  )
  const body = { answersVersion, facts: answers }
  const headers = { 'idempotency-key': randomUUID() }
  await taken(house.people.owner.send({ method: 'PATCH', url: `${url}/facts`, headers, body }))
  await taken(house.people.owner.post(`${url}/plans`))
}

interface Listed {
  readonly id: string
  readonly issued: boolean
  readonly later: readonly { readonly due: string | null }[]
  readonly signed: { readonly withdrawable: boolean } | null
}

async function commitmentOf(house: ProgressHouse, url: string, id: string): Promise<Listed | undefined> {
  const { commitments } = await taken<{ commitments: Listed[] }>(house.people.owner.get(`${url}/commitments`))
  return commitments.find((one) => one.id === id)
}

const withdraw = (house: ProgressHouse, url: string, commitment: string) =>
  taken(house.people.owner.post(`${url}/commitments/withdrawal`, { commitment }))

describe('a signed commitment whose condition is not met any more', () => {
  it('stays in its letter until it is withdrawn, and every reader of the plan goes on without it', async () => {
    await onDay(house, '2023-02-01')
    const url = await planned(house)
    await sign(house, url, ['C1', 'C3'])
    await taken(report(house, url, 'I603', ['2023-02-01', null]))
    await answer(house, url, { 'tender.candidatePublished': false })
    expect((await shown(house, url)).plan.signed).toEqual(['C3'])
    expect((await savedOf(house, url)).signed.map(({ id }) => id)).toEqual(['C3'])
    expect((await commitmentOf(house, url, 'C1'))?.signed).toMatchObject({ withdrawable: true })
    expect((await commitmentOf(house, url, 'C3'))?.later[0]?.due).toEqual(expect.any(String))
    await until(house, '2023-02-21')
    expect((await changesOf(house, url))[0]).toEqual(['step-late'])
    await withdraw(house, url, 'C1')
    expect((await shown(house, url)).plan.signed).toEqual(['C3'])
  }, 60_000)
})

describe('a permit that was refused', () => {
  it('binds nobody to what was promised for it, which is withdrawn and signed again', async () => {
    await onDay(house, '2023-02-01')
    const url = await planned(house)
    await sign(house, url, ['C1', 'C3'])
    const remedies = '六十日内申请行政复议'
    const refused = await decided(house, await filed(house, url), { ...grant, outcome: 'refused', remedies })
    expect(refused.situation).toBe('refused')
    await house.app.settle()
    expect(await commitmentOf(house, url, 'C1')).toMatchObject({
      issued: false,
      signed: { withdrawable: true },
    })
    await withdraw(house, url, 'C1')
    expect((await shown(house, url)).plan.signed).toEqual(['C3'])
    await sign(house, url, ['C1'])
    expect((await shown(house, url)).plan.signed).toEqual(['C1', 'C3'])
  }, 60_000)
})

/** What was handed in counts no more once the department has returned it; what is attached after that does. */
async function returnAndMakeUpAgain(
  house: ProgressHouse,
  caseId: string,
  duty: string,
  paper: string,
): Promise<void> {
  const made = await taken<Moved>(house.people.owner.get(`/api/cases/${caseId}`))
  const returned = await step(house.people.housing, made, 'duties/return', {
    duty,
    reasons: '是投标文件，不是中标通知书',
  })
  expect(returned.situation).toBe('granted-on-promise')
  const again = { version: returned.version, duty }
  const old = await house.people.owner.post(`/api/cases/${caseId}/duties/made-up`, again)
  expect(old.json()).toMatchObject({ code: 'duty-unproven' })
  await until(house, '2023-02-22')
  await attach(house, caseId, [paper])
  expect((await step(house.people.owner, returned, 'duties/made-up', { duty })).situation).toBe('granted')
}

describe('a permit on a promise', () => {
  it('is granted before the award letter, leaves a duty with its light, and its days are counted as saved', async () => {
    await onDay(house, '2023-02-01')
    const url = await planned(house)
    await sign(house, url, ['C1', 'C3'])
    expect((await dutiesOf(house, url)).toCome.map(({ commitment }) => commitment)).toEqual(['C1', 'C3'])
    const received = await filed(house, url)
    await house.app.settle()
    expect(await progressOf(house, url, 'M307')).toMatchObject({
      status: 'under-way',
      caseId: received.id,
      whoseTurn: 'authority',
    })
    const granted = await decided(house, received)
    expect(granted.situation).toBe('granted-on-promise')
    await house.app.settle()
    expect(await progressOf(house, url, 'M307')).toMatchObject({ status: 'done', finishedOn: '2023-02-01' })
    const versions = (await shown(house, url)).version
    await hearAgain(house)
    expect((await shown(house, url)).version).toBe(versions)
    const { duties, toCome } = await dutiesOf(house, url)
    expect(toCome).toEqual([])
    expect(duties).toMatchObject([
      { duty: 'C3', state: 'open', due: '2023-02-15', light: 'green' },
      { duty: 'C1', state: 'open', due: '2023-02-22', light: 'green' },
    ])
    const withdrawn = await house.people.owner.post(`${url}/commitments/withdrawal`, { commitment: 'C1' })
    expect(withdrawn.json()).toMatchObject({ code: 'approval-issued-already' })
    await until(house, '2023-02-20')
    await attach(house, granted.id, ['award-notice', 'construction-contract'])
    const now = await taken<Moved>(house.people.owner.get(`/api/cases/${granted.id}`))
    await step(house.people.owner, now, 'duties/made-up', { duty: 'C1' })
    const rest = await taken<Moved>(house.people.owner.get(`/api/cases/${granted.id}`))
    const made = { version: rest.version, duty: 'C3' }
    const bare = await house.people.owner.post(`/api/cases/${granted.id}/duties/made-up`, made)
    expect(bare.json()).toMatchObject({ code: 'duty-unproven' })
    await attach(house, granted.id, ['C3'])
    await step(house.people.owner, rest, 'duties/made-up', { duty: 'C3' })
    expect((await dutiesOf(house, url)).duties).toContainEqual(
      expect.objectContaining({ duty: 'C1', state: 'made-up' }),
    )
    await until(house, '2023-02-21')
    await returnAndMakeUpAgain(house, granted.id, 'C1', 'award-notice')
    const saved = await savedOf(house, url)
    expect(saved.now.isFinal).toBe(true)
    expect(saved.lines['commitments']?.workingDays).toBeGreaterThanOrEqual(5)
    expect(saved.now.permit < saved.baseline.permit).toBe(true)
  }, 120_000)

  it('is warned of, rectified in vain and revoked by two people where the duty is not made up', async () => {
    await onDay(house, '2023-03-01')
    const url = await planned(house)
    await sign(house, url, ['C1', 'C3'])
    const granted = await decided(house, await filed(house, url))
    await until(house, '2023-03-15')
    await until(house, '2023-03-21')
    const told = (
      await taken<{ notices: { title: string }[] }>(house.people.steward.get('/api/notifications'))
    ).notices
    expect(told.map(({ title }) => title)).toContain('项目有期限将至')
    await until(house, '2023-03-23')
    const lapsed = (await dutiesOf(house, url)).duties.find(({ duty }) => duty === 'C1')
    expect(lapsed).toMatchObject({ state: 'lapsed', light: 'red', rectifyBy: '2023-04-07' })
    await until(house, '2023-04-11')
    const now = await taken<Moved>(house.people.owner.get(`/api/cases/${granted.id}`))
    const ground = { ground: 'duty-not-made-up', reasons: '逾期未补正，整改期满仍未改正' }
    const proposed = await step(house.people.housing, now, 'revocation', ground)
    expect((await dutiesOf(house, url)).duties[0]).toMatchObject({ state: 'failed', revocation: 'proposed' })
    await step(house.people.head, proposed, 'revocation/confirm')
    await house.app.settle()
    expect((await dutiesOf(house, url)).duties[0]).toMatchObject({ revocation: 'revoked' })
    expect(await progressOf(house, url, 'M307')).toMatchObject({ status: 'not-begun', caseId: null })
    const again = await taken<{ isNew: boolean; caseId: string }>(
      house.people.owner.post(`${url}/steps/M307/case`, {}, randomUUID()),
    )
    expect(again.isNew).toBe(true)
    expect(again.caseId).not.toBe(granted.id)
  }, 240_000)
})

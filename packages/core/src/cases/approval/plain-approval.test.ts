import { describe, expect, it } from 'vitest'
import { plainDate } from '../../calendar/index.ts'
import type { CaseEvent } from '../case-event.ts'
import { replayCase } from '../case-evolution.ts'
import { exampleCalendar, examplePermit } from '../example/example-service.ts'
import { plainApproval } from './plain-approval.ts'

const says = (on: string, by: string) => ({ on: plainDate(`2023-${on}`), by })
const words = { authority: 'approval', reasons: '符合法定条件', basis: '建筑法第八条', decision: 'd1' }
const papers = ['application', 'award', 'drawings']

const begun: readonly CaseEvent[] = [
  { ...says('04-20', 'a'), type: 'opened', applicant: 'a', service: examplePermit, awaits: [] },
  { ...says('04-21', 'a'), type: 'received', channel: 'online', papers },
  { ...says('04-24', 'clerk'), type: 'accepted', ground: 'complete', from: says('04-24', '').on, follow: [] },
  { ...says('04-24', 'clerk'), type: 'review-begun', authorities: ['approval', 'housing'] },
]
const opinion = (authority: string, given: 'agree' | 'disagree' = 'agree'): CaseEvent => ({
  ...says('04-25', authority),
  type: 'opinion-given',
  authority,
  opinion: given,
  reasons: '已审查',
  conditions: [],
})

function approve(events: readonly CaseEvent[], on = '04-26', said = words) {
  const state = replayCase(events)
  if (state === undefined) throw new Error('a case has events')
  return plainApproval(state, said, { ...says(on, 'officer'), calendar: exampleCalendar })
}

describe(plainApproval, () => {
  it('gives the own opinion first and then decides, where all others agree', () => {
    const answer = approve([...begun, opinion('housing')])
    expect(answer.ok && answer.value.map(({ type }) => type)).toEqual(['give-opinion', 'issue-decision'])
  })

  it('decides alone where the own opinion is there', () => {
    const answer = approve([...begun, opinion('housing'), opinion('approval')])
    expect(answer.ok && answer.value.map(({ type }) => type)).toEqual(['issue-decision'])
  })

  it.each([
    ['another authority has not spoken', begun, '04-26', 'opinions-missing'],
    ['another authority disagrees', [...begun, opinion('housing', 'disagree')], '04-26', 'opinion-not-plain'],
    ['the committed time is over', [...begun, opinion('housing')], '05-12', 'lateness-unexplained'],
    ['the case is not accepted', begun.slice(0, 2), '04-26', 'case-not-accepted'],
  ] as const)('is refused where %s', (_, events, on, code) => {
    expect(approve(events, on)).toMatchObject({ ok: false, code })
  })

  it('is refused to an authority that does not lead', () => {
    expect(
      approve([...begun, opinion('approval')], '04-26', { ...words, authority: 'housing' }),
    ).toMatchObject({
      code: 'not-lead-authority',
    })
  })

  it('is refused where a promise has to be weighed', () => {
    const [opened, ...later] = begun
    if (opened === undefined) throw new Error('a case is opened')
    const signed: CaseEvent = { ...says('04-20', 'a'), type: 'promise-signed', promise: 'C1' }
    expect(approve([opened, signed, ...later, opinion('housing')])).toMatchObject({
      code: 'promise-to-weigh',
    })
  })

  it('is refused where a paper lacks that silence let through', () => {
    const [opened, received, accepted, ...later] = begun
    if (opened === undefined || received === undefined || accepted === undefined)
      throw new Error('three events')
    const incomplete = { ...received, papers: ['application'] } as CaseEvent
    const silent = { ...accepted, ground: 'silence' } as CaseEvent
    expect(approve([opened, incomplete, silent, ...later, opinion('housing')])).toMatchObject({
      code: 'papers-missing',
    })
  })
})

import { join } from 'node:path'
import { plainDate } from '@guanjia/core/calendar'
import { type CaseEvent, exampleCalendar, examplePermit, replayCase } from '@guanjia/core/cases'
import { describe, expect, it } from 'vitest'
import { paperFacts } from './paper-facts.ts'
import { readCasePaperContent } from './papers-content.ts'

const content = readCasePaperContent(join(import.meta.dirname, '../../../../../content/qingdao'))
const [on, by] = [plainDate('2023-04-24'), 'clerk']
const accepted = { on, by, type: 'accepted', ground: 'complete', from: on, follow: [] } as const

function factsOf(event: CaseEvent) {
  const state = replayCase([
    { on, by, type: 'opened', applicant: 'a', service: examplePermit, awaits: [] },
    { on, by, type: 'received', channel: 'counter', papers: ['application', 'award', 'drawings'] },
    event,
  ])
  if (state === undefined) throw new Error('the events open a case')
  const named = { number: 'N1', applicant: '林海宁', authority: '行政审批局' }
  return paperFacts({ ...named, state, event, calendar: exampleCalendar }, content)
}

describe(paperFacts, () => {
  it('prints the last days that the event keeps, whatever the calendar of today says', () => {
    const ends = { committed: plainDate('2023-05-08'), statutory: plainDate('2023-05-16') }
    expect(factsOf({ ...accepted, ends })).toMatchObject({
      committedDue: '2023年5月8日',
      statutoryDue: '2023年5月16日',
    })
  })
  it('counts those of an event from before they were kept', () => {
    expect(factsOf(accepted)).toMatchObject({ committedDue: '2023年5月4日', statutoryDue: '2023年5月15日' })
  })
  it('prints a line in place of the end of a clock that is held', () => {
    expect(factsOf({ ...accepted, ends: { statutory: plainDate('2023-05-15') } })).toMatchObject({
      committedDue: '—',
      statutoryDue: '2023年5月15日',
    })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, plainDate, workingCalendar } from '../../calendar/index.ts'
import { issueClocks } from '../clocks/issue-clocks.ts'
import { exampleRule, exampleYear } from '../example/example-rule.ts'
import type { IssueCommand } from './issue-command.ts'
import { handleIssue } from './issue-decider.ts'
import type { IssueEvent } from './issue-event.ts'
import { evolveIssue, replayIssue } from './issue-evolution.ts'
import { isOver, type MaybeIssue } from './issue-state.ts'

const [year] = exampleYear.years.values()
const calendar = workingCalendar(
  'example',
  [2022, 2023, 2024, 2025].map((number) => ({ ...year, year: number }) as never),
)
const runs = { numRuns: process.env['SLOW'] === '1' ? 10_000 : 600 }

/** A step somebody tries: how many days later, by whom, and what; most do not fit, and that is the point. */
const act = fc.oneof(
  fc.constant({ type: 'dispatch', lead: 'housing', assisting: ['power'], isComplex: false }),
  fc.constant({ type: 'return', reason: '不属于本部门' }),
  fc.constant({ type: 'contact', note: '已联系' }),
  fc.record({
    type: fc.constant('extend'),
    workingDays: fc.integer({ min: 0, max: 12 }),
    reason: fc.constant('复杂'),
  }),
  fc.record({
    type: fc.constant('reply'),
    outcome: fc.constantFrom('done', 'explained', 'cannot-be-done'),
    words: fc.constant('答复'),
    evidence: fc.constantFrom([], ['a']),
  }),
  fc.constant({ type: 'sign-off' }),
  fc.constant({ type: 'send-back', reason: '再想办法' }),
  fc.record({ type: fc.constant('call-back'), isReached: fc.boolean(), note: fc.constant('') }),
  fc.record({ type: fc.constant('confirm'), satisfied: fc.integer({ min: 1, max: 5 }) }),
  fc.record({
    type: fc.constant('reopen'),
    satisfied: fc.integer({ min: 1, max: 5 }),
    reason: fc.constant('未解决'),
  }),
  fc.constant({ type: 'close-by-silence' }),
  fc.constant({ type: 'supplement' }),
  fc.constant({ type: 'signpost', ground: 'court', reason: '已起诉' }),
)
const step = fc.record({ wait: fc.integer({ min: 0, max: 6 }), by: fc.constantFrom('one', 'two'), act })

const filing = {
  type: 'file',
  on: plainDate('2023-02-01'),
  at: '2023-02-01T01:00:00.000Z',
  by: 'asker',
  kind: 'appeal',
  source: 'hotline-12345',
  topic: 'utilities',
  noticedAt: '2023-02-01T00:00:00.000Z',
  isReachable: true,
  rule: exampleRule,
} as const

function play(steps: readonly { wait: number; by: string; act: object }[]): readonly IssueEvent[] {
  let events: readonly IssueEvent[] = []
  let on = filing.on
  let state: MaybeIssue
  for (const { wait, by, act: tried } of [{ wait: 0, by: 'asker', act: filing }, ...steps]) {
    on = addDays(on, wait)
    const command = { ...tried, on, at: `${on}T01:00:00.000Z`, by } as IssueCommand
    const answer = handleIssue(state, command, calendar)
    if (!answer.ok) continue
    events = [...events, ...answer.value]
    state = answer.value.reduce<MaybeIssue>(evolveIssue, state)
  }
  return events
}

/** A no never goes out on one signature. */
function demandTwoSignatures(events: readonly IssueEvent[]): void {
  for (const [place, event] of events.entries()) {
    if (event.type !== 'replied' || event.outcome !== 'cannot-be-done') continue
    const proposal = events.slice(0, place).findLast(({ type }) => type === 'reply-proposed')
    expect(event.signedOffBy).not.toBeNull()
    expect(event.signedOffBy).not.toBe(proposal?.by)
  }
}

describe('whatever is tried with an issue', () => {
  it('keeps the promises of the register', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const events = play(steps)
        const state = replayIssue(events)
        const types = events.map(({ type }) => type)
        expect(types.filter((type) => type === 'returned').length).toBeLessThanOrEqual(1)
        // nobody closes for the asker, save by the rule of silence
        const closing = types.indexOf('closed')
        if (closing >= 0)
          expect(types[closing - 1] === 'confirmed' || state?.callBacks.length === 3).toBe(true)
        demandTwoSignatures(events)
        // nothing happens after the end, and something is owed by somebody until then
        const clocks = state === undefined ? undefined : issueClocks(state, calendar, state.lastOn)
        if (state === undefined || clocks === undefined || !clocks.ok)
          throw new Error('the calendar is published')
        expect(clocks.value.length === 0).toBe(isOver(state))
      }),
      runs,
    )
  })
})

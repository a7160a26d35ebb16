import { describe, expect, it } from 'vitest'
import { recordCall } from './outreach-task.ts'

const rule = { withinMinutes: 30, triesBeforeMessage: 2 }

describe(recordCall, () => {
  it.each([
    [0, true, { attempt: 1, state: 'reached' }],
    [0, false, { attempt: 1, state: 'open' }],
    [1, false, { attempt: 2, state: 'message-sent' }],
    [1, true, { attempt: 2, state: 'reached' }],
  ] as const)('after %i unanswered calls, answered %s', (unanswered, answered, outcome) => {
    expect(recordCall(rule, { state: 'open', unanswered }, answered)).toEqual({ ok: true, value: outcome })
  })
  it('records nothing on a closed task', () => {
    expect(recordCall(rule, { state: 'reached', unanswered: 1 }, true)).toMatchObject({
      code: 'outreach-closed',
    })
  })
})

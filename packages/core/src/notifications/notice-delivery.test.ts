import { describe, expect, it } from 'vitest'
import { afterFailure, noticeKey } from './notice-delivery.ts'

const rule = { waitMinutes: [1, 5, 30] }

describe(afterFailure, () => {
  it.each([
    [0, { state: 'failed', attempts: 1, nextAt: 60_000 }],
    [1, { state: 'failed', attempts: 2, nextAt: 300_000 }],
    [2, { state: 'failed', attempts: 3, nextAt: 1_800_000 }],
    [3, { state: 'given-up', attempts: 4, nextAt: undefined }],
  ])('after %i failures', (attempts, outcome) => {
    expect(afterFailure(rule, attempts, 0)).toEqual(outcome)
  })
})

describe(noticeKey, () => {
  const occasion = { eventId: 7, templateId: 'licence-issued', recipient: 'p1', channel: 'sms' } as const

  it('is equal for the same notice and differs in every part', () => {
    const others = [
      { ...occasion, eventId: 8 },
      { ...occasion, templateId: 'refused' },
      { ...occasion, recipient: 'p2' },
      { ...occasion, channel: 'mail' as const },
    ]
    expect(noticeKey({ ...occasion })).toBe(noticeKey(occasion))
    expect(new Set([occasion, ...others].map(noticeKey)).size).toBe(5)
  })
})

import { describe, expect, it } from 'vitest'
import { isSessionLive, restAfterFailures, sessionLimits } from './session-life.ts'

const minute = 60_000

describe(isSessionLive, () => {
  it('ends a staff session after thirty idle minutes', () => {
    const times = { openedAt: 0, lastSeenAt: 60 * minute }
    expect(isSessionLive(times, 'two-factor', 90 * minute - 1)).toBe(true)
    expect(isSessionLive(times, 'two-factor', 90 * minute)).toBe(false)
  })
  it('ends a busy session after its absolute limit', () => {
    const { absoluteMs } = sessionLimits('face')
    expect(isSessionLive({ openedAt: 0, lastSeenAt: absoluteMs - 1 }, 'face', absoluteMs - 1)).toBe(true)
    expect(isSessionLive({ openedAt: 0, lastSeenAt: absoluteMs - 1 }, 'face', absoluteMs)).toBe(false)
  })
})

describe(restAfterFailures, () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 15],
    [6, 30],
    [7, 60],
    [40, 24 * 60],
  ])('rests after %i failures for %i minutes', (failures, minutes) => {
    expect(restAfterFailures(failures)).toBe(minutes * minute)
  })
})

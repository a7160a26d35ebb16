import { describe, expect, it } from 'vitest'
import { rateLimit } from './rate-limit.ts'

describe(rateLimit, () => {
  it('lets as many through at once as a minute holds, then one for every refilled part', () => {
    const mayPass = rateLimit(60)
    const first = Array.from({ length: 61 }, () => mayPass('9.9.9.9', 0))
    expect(first.filter(Boolean)).toHaveLength(60)
    expect(mayPass('9.9.9.9', 999)).toBe(false)
    expect(mayPass('9.9.9.9', 1_999)).toBe(true)
    expect(mayPass('9.9.9.9', 1_999)).toBe(false)
  })

  it('counts each sender alone, this machine not at all, and nobody where there is no limit', () => {
    const mayPass = rateLimit(1)
    expect([mayPass('a', 0), mayPass('a', 0), mayPass('b', 0)]).toEqual([true, false, true])
    expect(Array.from({ length: 9 }, () => mayPass('127.0.0.1', 0)).every(Boolean)).toBe(true)
    const free = rateLimit(0)
    expect(Array.from({ length: 9 }, () => free('a', 0)).every(Boolean)).toBe(true)
  })

  it('forgets the sender seen longest ago rather than growing for ever', () => {
    const mayPass = rateLimit(1)
    mayPass('first', 0)
    for (let sender = 0; sender < 50_000; sender += 1) mayPass(`s${sender}`, 0)
    expect(mayPass('first', 0)).toBe(true)
    expect(mayPass('s49999', 0)).toBe(false)
  })
})

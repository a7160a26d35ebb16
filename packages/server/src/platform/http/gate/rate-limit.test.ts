import { describe, expect, it } from 'vitest'
import { rateLimit } from './rate-limit.ts'

describe(rateLimit, () => {
  it('lets as many through at once as a minute holds, then one for every refilled part', () => {
    const mayPass = rateLimit(60)
    const first = Array.from({ length: 61 }, () => mayPass('9.9.9.9', 0))
    expect(first.filter(Boolean)).toHaveLength(60)
    expect(mayPass('9.9.9.9', 999)).toBe(false)
    expect(mayPass('9.9.9.9', 1_000)).toBe(true)
    expect(mayPass('9.9.9.9', 1_000)).toBe(false)
  })

  it('does not starve a sender who goes on knocking', () => {
    const mayPass = rateLimit(60)
    for (let request = 0; request < 60; request += 1) mayPass('9.9.9.9', 0)
    const answers = Array.from({ length: 40 }, (_, quarter) => mayPass('9.9.9.9', (quarter + 1) * 250))
    expect(answers.filter(Boolean)).toHaveLength(10)
  })

  it('counts each sender alone, and nobody where there is no limit', () => {
    const mayPass = rateLimit(1)
    expect([mayPass('a', 0), mayPass('a', 0), mayPass('b', 0)]).toEqual([true, false, true])
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

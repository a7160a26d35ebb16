import { describe, expect, it } from 'vitest'
import { createBoundedCache } from './bounded-cache.ts'

const bytes = (length: number) => Buffer.alloc(length)

describe(createBoundedCache, () => {
  it('forgets what was not asked for longest', () => {
    const cache = createBoundedCache(10)
    cache.keep('a', bytes(4))
    cache.keep('b', bytes(4))
    cache.find('a')
    cache.keep('c', bytes(4))
    expect([cache.find('a'), cache.find('b'), cache.find('c')].map((value) => value?.length)).toEqual([
      4,
      undefined,
      4,
    ])
  })
  it('never holds more than it may', () => {
    const cache = createBoundedCache(100)
    for (let index = 0; index < 1000; index += 1) cache.keep(`k${index % 70}`, bytes(index % 30))
    cache.keep('too large', bytes(101))
    expect(cache.size()).toBeLessThanOrEqual(100)
    expect(cache.find('too large')).toBeUndefined()
  })
})

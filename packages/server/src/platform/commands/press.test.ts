import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPress } from './press.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Whether a promise has settled by now. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const open = Symbol('open')
  await vi.advanceTimersByTimeAsync(0)
  return (await Promise.race([promise, Promise.resolve(open)])) !== open
}

describe(createPress, () => {
  it('is quiet while nobody waits', async () => {
    expect(await isSettled(createPress().quiet(1_000))).toBe(true)
  })

  it('is quiet again when the last one who waited has been answered', async () => {
    const press = createPress()
    const [first, second] = [press.enter(), press.enter()]
    const quiet = press.quiet(1_000)
    first()
    expect(await isSettled(quiet)).toBe(false)
    second()
    expect(await isSettled(quiet)).toBe(true)
  })

  it('keeps nobody back longer than they have patience', async () => {
    const press = createPress()
    press.enter()
    const quiet = press.quiet(100)
    await vi.advanceTimersByTimeAsync(99)
    expect(await isSettled(quiet)).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await isSettled(quiet)).toBe(true)
  })
})

import { describe, expect, it } from 'vitest'
import { freeInFolder, watchDisk } from './disk.ts'

describe(watchDisk, () => {
  it('knows at once whether a disk is nearly full, whichever it is', async () => {
    for (const [free, other, full] of [
      [99, 500, true],
      [500, 99, true],
      [100, 500, false],
    ] as const) {
      const watch = await watchDisk([async () => free, async () => other], 100)
      expect([watch.isNearlyFull(), watch.freeBytes()]).toEqual([full, Math.min(free, other)])
      watch.stop()
    }
  })

  it('notices within seconds that space ran out, and that it came back, and tells who follows', async () => {
    let free = 1_000
    const heard: boolean[] = []
    const watch = await watchDisk([async () => free], 100)
    watch.follow((nearlyFull) => void heard.push(nearlyFull))
    free = 0
    await expect.poll(watch.isNearlyFull, { timeout: 5_000 }).toBe(true)
    free = 1_000
    await expect.poll(watch.isNearlyFull, { timeout: 5_000 }).toBe(false)
    expect(heard).toEqual([false, true, false])
    watch.stop()
  })

  it('does not start over a folder that is not there', async () => {
    await expect(watchDisk([freeInFolder('/no/such/folder')], 0)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

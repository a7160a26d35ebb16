import { describe, expect, it } from 'vitest'
import { watchDisk } from './disk.ts'

describe(watchDisk, () => {
  it('knows at once whether the disk is nearly full', async () => {
    for (const [free, full] of [
      [99, true],
      [100, false],
    ] as const) {
      const watch = await watchDisk('/', 100, async () => free)
      expect(watch.isNearlyFull()).toBe(full)
      watch.stop()
    }
  })

  it('notices within seconds that space ran out, and that it came back', async () => {
    let free = 1_000
    const watch = await watchDisk('/', 100, async () => free)
    free = 0
    await expect.poll(watch.isNearlyFull, { timeout: 5_000 }).toBe(true)
    free = 1_000
    await expect.poll(watch.isNearlyFull, { timeout: 5_000 }).toBe(false)
    watch.stop()
  })

  it('does not start over a folder that is not there', async () => {
    await expect(watchDisk('/no/such/folder', 0)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

import { describe, expect, it } from 'vitest'
import { joinReadings } from './joined-reading.ts'

/** A reading that ends when it is told to. */
function heldReading() {
  const begun: { readonly key: string; readonly end: (value: string) => void; readonly fail: () => void }[] =
    []
  const read = joinReadings(
    (key: string) =>
      new Promise<string>((resolve, reject) => {
        begun.push({ key, end: resolve, fail: () => reject(new Error('no database')) })
      }),
  )
  return { begun, read }
}

describe('a reading that many ask for at once', () => {
  it('is done once for all who ask while another runs, and never handed out from before they asked', async () => {
    const { begun, read } = heldReading()
    const first = read('a')
    const waiting = [read('a'), read('a'), read('a')]
    expect(begun).toHaveLength(1)
    begun[0]?.end('before')
    expect(await first).toBe('before')
    await expect.poll(() => begun.length).toBe(2)
    begun[1]?.end('after')
    expect(await Promise.all(waiting)).toEqual(['after', 'after', 'after'])
    expect(begun).toHaveLength(2)
  })

  it('keeps nothing once it has ended, and keys apart', async () => {
    const { begun, read } = heldReading()
    const both = [read('a'), read('b')]
    expect(begun.map(({ key }) => key)).toEqual(['a', 'b'])
    for (const { key, end } of begun) end(key)
    expect(await Promise.all(both)).toEqual(['a', 'b'])
    void read('a')
    expect(begun).toHaveLength(3)
  })

  it('fails for those who wait for it alone; the next one is read afresh', async () => {
    const { begun, read } = heldReading()
    const first = read('a')
    const waiting = read('a')
    begun[0]?.fail()
    await expect(first).rejects.toThrow('no database')
    await expect.poll(() => begun.length).toBe(2)
    begun[1]?.end('well')
    expect(await waiting).toBe('well')
  })
})

import { describe, expect, it } from 'vitest'
import { eachAlone } from './each-alone.ts'

describe('a sweep', () => {
  it('goes on after one that fails, and fails at the end with everything that went wrong', async () => {
    const seen: number[] = []
    const sweep = eachAlone([1, 2, 3, 4], async (one) => {
      seen.push(one)
      if (one % 2 === 0) throw new Error(`${one} is not odd`)
    })
    await expect(sweep).rejects.toMatchObject({
      message: '2 of a sweep failed: 2 is not odd; 4 is not odd',
      errors: [{ message: '2 is not odd' }, { message: '4 is not odd' }],
    })
    expect(seen).toEqual([1, 2, 3, 4])
  })

  it('is well where nothing failed', async () => {
    await expect(eachAlone([1, 2], async () => undefined)).resolves.toBeUndefined()
  })
})

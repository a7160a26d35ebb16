import { webcrypto } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { solvesWork, solveWork } from './proof-of-work.ts'

describe('a proof of work', () => {
  it('is found by calculating and solves its own task alone', async () => {
    const task = { stamp: 'a stamp', bits: 9 }
    const number = await solveWork(webcrypto, task)
    expect(await solvesWork(webcrypto, task, number)).toBe(true)
    const others = [1, 2, 3, 4].map((other) => solvesWork(webcrypto, { ...task, stamp: `${other}` }, number))
    expect((await Promise.all(others)).includes(false)).toBe(true)
  })

  it('asks for as many zero bits as it says', async () => {
    const number = await solveWork(webcrypto, { stamp: 'x', bits: 10 })
    const bits = [8, 10].map((fewer) => solvesWork(webcrypto, { stamp: 'x', bits: fewer }, number))
    expect(await Promise.all(bits)).toEqual([true, true])
    expect(await solvesWork(webcrypto, { stamp: 'x', bits: 60 }, number)).toBe(false)
  })
})

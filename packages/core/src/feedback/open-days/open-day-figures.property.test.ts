import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDayFigures } from '../index.ts'

const question = fc.record({ isAnsweredOnSite: fc.boolean(), isClosed: fc.boolean() })
const code = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F')
const session = fc.record({ carrier: fc.constantFrom('p1', 'p2', 'p3'), companies: fc.array(code) })
const records = fc.record({
  hosts: fc.array(fc.constantFrom('h1', 'h2', 'h3')),
  sessions: fc.array(session),
  questions: fc.array(question),
})

describe(openDayFigures, () => {
  it('counts a company that came twice once', () => {
    const sessions = [
      { carrier: 'p1', companies: ['A', 'B'] },
      { carrier: 'p2', companies: ['B', 'C'] },
    ]
    expect(openDayFigures({ hosts: ['h1'], sessions, questions: [] })).toMatchObject({
      carriers: 2,
      companies: 3,
    })
  })

  it('loses no question and counts nothing twice, in whatever order it was recorded', () => {
    fc.assert(
      fc.property(records, (given) => {
        const figures = openDayFigures(given)
        expect(figures.answeredOnSite + figures.toRegister).toBe(given.questions.length)
        expect(figures.closed).toBeLessThanOrEqual(figures.toRegister)
        const repeated = { ...given, sessions: [...given.sessions.toReversed(), ...given.sessions] }
        expect(openDayFigures(repeated)).toEqual(figures)
      }),
    )
  })
})

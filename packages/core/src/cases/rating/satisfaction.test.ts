import { describe, expect, it } from 'vitest'
import { plainDate } from '../../calendar/index.ts'
import { exampleCalendar } from '../example/example-service.ts'
import { followUpOf } from './satisfaction.ts'

const rule = { callBackWithin: 1, mendWithin: 15 }
const on = plainDate('2023-04-28')

describe(followUpOf, () => {
  it('owes nothing to whoever was satisfied, however little', () => {
    for (const level of [3, 4, 5] as const)
      expect(followUpOf(exampleCalendar, { level, on }, rule)).toEqual({ ok: true, value: null })
  })
  it('owes a call within a working day and mending within fifteen, holidays left out', () => {
    for (const level of [1, 2] as const)
      expect(followUpOf(exampleCalendar, { level, on }, rule)).toEqual({
        ok: true,
        value: { callBackBy: '2023-05-04', mendBy: '2023-05-23' },
      })
  })
})

import type { ApplicationAnswers } from '@guanjia/contract/registration'
import { describe, expect, it } from 'vitest'
import { changeSheet, isSaved, openSheet, rereadSheet, savedSheet } from './answer-sheet.ts'

const answers: ApplicationAnswers = {
  kind: 'LLC',
  seat: { code: 'panggu-1-3-1-1' },
  scope: { entryIds: ['i65-01'] },
}
const sheet = openSheet({ answers, version: 4 })

describe('answers that were changed elsewhere', () => {
  it('stand, with what was typed here over them and still to be saved', () => {
    const typed = changeSheet(sheet, { scope: { entryIds: ['i65-01', 'i65-02'] } })
    // a host has refused: the seat is gone
    const reread = rereadSheet(typed, { answers: { kind: 'LLC', scope: { entryIds: [] } }, version: 6 })
    expect(reread.answers).toEqual({ kind: 'LLC', scope: { entryIds: ['i65-01', 'i65-02'] } })
    expect(reread.version).toBe(6)
    expect(isSaved(reread)).toBe(false)
  })

  it('do not bring back what was cleared here', () => {
    const cleared = changeSheet(sheet, { seat: undefined })
    expect(rereadSheet(cleared, { answers, version: 5 }).answers.seat).toBeUndefined()
  })
})

describe('answers that are being saved', () => {
  it('are saved, but for what is typed until the server has answered', () => {
    const before = changeSheet(changeSheet(sheet, { scope: { entryIds: [] } }), { duplicates: 2 })
    const meanwhile = changeSheet(before, { duplicates: 3 })
    const saved = savedSheet(meanwhile, before.changed, 5)
    expect(saved).toMatchObject({ version: 5, changed: { duplicates: 3 }, answers: { duplicates: 3 } })
    expect(saved.changed).not.toHaveProperty('scope')
    expect(isSaved(savedSheet(saved, saved.changed, 6))).toBe(true)
  })
})

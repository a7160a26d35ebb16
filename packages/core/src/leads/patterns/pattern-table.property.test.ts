import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CodedLead, type PatternTable, patternTable } from './pattern-table.ts'

const atLeast = 3
const fields = ['land', 'permits', 'money']
const departments = ['housing', 'water', 'planning']

const lead = fc.record({ field: fc.constantFrom(...fields), department: fc.constantFrom(...departments) })
const leads = fc.array(lead, { maxLength: 24 })
const few = fc.array(
  fc.record({ field: fc.constantFrom('land', 'permits'), department: fc.constantFrom('housing', 'water') }),
  { maxLength: 9 },
)

function numbersOf({ cells, fieldTotals, departmentTotals, total }: PatternTable): readonly (number | null)[] {
  return [...cells.flat(), ...fieldTotals, ...departmentTotals, total]
}

const countIn = (all: readonly CodedLead[], field: string, department: string) =>
  all.filter((one) => one.field === field && one.department === department).length

/** Every table of two fields and two departments that agrees with what is shown, by trying all of them. */
function possible({ cells, fieldTotals, departmentTotals, total }: PatternTable, most: number) {
  const fits = (shown: number | null | undefined, value: number) => shown === null || shown === value
  const found: number[][] = []
  for (let a = 0; a <= most; a += 1)
    for (let b = 0; b <= most; b += 1)
      for (let c = 0; c <= most; c += 1)
        for (let d = 0; d <= most; d += 1)
          if (
            fits(cells[0]?.[0], a) &&
            fits(cells[0]?.[1], b) &&
            fits(cells[1]?.[0], c) &&
            fits(cells[1]?.[1], d) &&
            fits(fieldTotals[0], a + b) &&
            fits(fieldTotals[1], c + d) &&
            fits(departmentTotals[0], a + c) &&
            fits(departmentTotals[1], b + d) &&
            fits(total, a + b + c + d)
          )
            found.push([a, b, c, d])
  return found
}

describe(patternTable, () => {
  it('shows no number under the threshold', () => {
    fc.assert(
      fc.property(leads, (all) => {
        const shown = numbersOf(patternTable({ fields, departments, leads: all, atLeast }))
        expect(shown.filter((number) => number !== null && number < atLeast)).toEqual([])
      }),
    )
  })

  it('shows true numbers only', () => {
    fc.assert(
      fc.property(leads, (all) => {
        const { cells, total } = patternTable({ fields, departments, leads: all, atLeast })
        for (const [row, field] of fields.entries())
          for (const [column, department] of departments.entries()) {
            const shown = cells[row]?.[column]
            if (shown !== null) expect(shown).toBe(countIn(all, field, department))
          }
        if (total !== null) expect(total).toBe(all.length)
      }),
    )
  })

  it('lets nobody work out a small number from the rest, whatever they try', () => {
    const [two, more] = [
      ['land', 'permits'],
      ['housing', 'water'],
    ]
    fc.assert(
      fc.property(few, (all) => {
        const table = patternTable({ fields: two ?? [], departments: more ?? [], leads: all, atLeast })
        const tables = possible(table, all.length + 2)
        const places = (two ?? []).flatMap((field) => (more ?? []).map((department) => ({ field, department })))
        for (const [at, { field, department }] of places.entries()) {
          const count = countIn(all, field, department)
          if (count === 0 || count >= atLeast) continue
          expect(new Set(tables.map((one) => one[at])).size).toBeGreaterThan(1)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('hides nothing where every number is large', () => {
    const all = fields.flatMap((field) =>
      departments.flatMap((department) => Array.from({ length: atLeast }, () => ({ field, department }))),
    )
    expect(numbersOf(patternTable({ fields, departments, leads: all, atLeast }))).not.toContain(null)
  })

  it('hides a large neighbour with a single small number', () => {
    const times = (count: number, field: string, department: string) =>
      Array.from({ length: count }, () => ({ field, department }))
    const all = [
      ...times(2, 'land', 'housing'),
      ...times(9, 'land', 'water'),
      ...times(7, 'permits', 'housing'),
      ...times(8, 'permits', 'water'),
    ]
    const table = patternTable({
      fields: ['land', 'permits'],
      departments: ['housing', 'water'],
      leads: all,
      atLeast,
    })
    expect(table).toMatchObject({ fieldTotals: [11, 15], departmentTotals: [9, 17], total: 26 })
    expect(table.cells).toEqual([
      [null, null],
      [null, null],
    ])
  })
})

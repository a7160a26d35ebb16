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

function numbersOf({
  cells,
  fieldTotals,
  departmentTotals,
  total,
}: PatternTable): readonly (number | null)[] {
  return [...cells.flat(), ...fieldTotals, ...departmentTotals, total]
}

const countIn = (all: readonly CodedLead[], field: string, department: string) =>
  all.filter((one) => one.field === field && one.department === department).length

/** Every table of two fields and two departments that agrees with what is shown, by trying all of them. */
function possible({ cells, fieldTotals, departmentTotals, total }: PatternTable, most: number) {
  const shown = [...cells.flat(), ...fieldTotals, ...departmentTotals, total]
  const numbers = Array.from({ length: most + 1 }, (_, number) => number)
  const tables = numbers.flatMap((a) =>
    numbers.flatMap((b) => numbers.flatMap((c) => numbers.map((d) => [a, b, c, d] as const))),
  )
  return tables.filter(([a, b, c, d]) =>
    [a, b, c, d, a + b, c + d, a + c, b + d, a + b + c + d].every(
      (number, place) => shown[place] === null || shown[place] === number,
    ),
  )
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
    const [two, more] = [fields.slice(0, 2), departments.slice(0, 2)]
    fc.assert(
      fc.property(few, (all) => {
        const table = patternTable({ fields: two, departments: more, leads: all, atLeast })
        const tables = possible(table, all.length + 2)
        const places = two.flatMap((field) => more.map((department) => ({ field, department })))
        for (const [at, { field, department }] of places.entries()) {
          const count = countIn(all, field, department)
          if (count === 0 || count >= atLeast) continue
          expect(new Set(tables.map((one) => one[at])).size).toBeGreaterThan(1)
        }
      }),
      { numRuns: 120 },
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

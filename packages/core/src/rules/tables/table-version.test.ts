import { describe, expect, it } from 'vitest'
import { findTableVersion, parseTable, tableOn, tableVersion } from '../index.ts'

function aVersion(id: string, from: string, to?: string) {
  const table = parseTable({
    id,
    from,
    ...(to && { to }),
    hitPolicy: 'unique',
    outputs: ['level'],
    inputs: [{ expression: 'area', label: 'area', unit: 'm2' }],
    // oxlint-disable-next-line unicorn/no-thenable -- content says "then"
    rows: [{ id: 'all', when: ['-'], then: { level: from }, basis: 'law', source: 'law.md', mark: 'S' }],
  })
  if (!table.ok) throw new Error(JSON.stringify(table.because))
  return table.value
}

const tables = [
  aVersion('fire', '2024-01-01', '2025-12-31'),
  aVersion('fire', '2026-01-01'),
  aVersion('noise', '2020-01-01'),
]

describe(tableOn, () => {
  it.each([
    ['fire', '2025-12-31', 'fire@2024-01-01'],
    ['fire', '2026-01-01', 'fire@2026-01-01'],
    ['noise', '2026-01-01', 'noise@2020-01-01'],
  ])('takes of %s on %s the version %s', (id, day, version) => {
    const table = tableOn(tables, id, day)
    expect(table.ok && tableVersion(table.value)).toBe(version)
  })
  it('refuses a day before the first version and a table that is not there', () => {
    expect(tableOn(tables, 'fire', '2023-12-31')).toMatchObject({ code: 'no-version-in-force' })
    expect(tableOn(tables, 'water', '2026-01-01')).toMatchObject({ code: 'no-version-in-force' })
  })
})

describe(findTableVersion, () => {
  it('gives back the version a case kept, whatever is in force now', () => {
    expect(findTableVersion(tables, 'fire@2024-01-01')).toBe(tables[0])
    expect(findTableVersion(tables, 'fire@2019-01-01')).toBe(undefined)
  })
})

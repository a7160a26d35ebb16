/**
 * The decision tables of a zone: each readable, without gaps and overlaps, its numbers with units, its versions in a row.
 */

import { checkTable, checkVersions, parseTable, type ReadTable, type TableFinding } from '@guanjia/core/rules'
import { type ContentFile, type Finding, findingAt, isRecord, type ValuePath } from './content-file.ts'

interface PlacedTable {
  readonly file: ContentFile
  readonly path: ValuePath
  readonly read: ReadTable
}

/** Everything that is wrong with the tables under `rules/`; a file holds one table, or several under `tables`. */
export function ruleFindings(files: readonly ContentFile[]): readonly Finding[] {
  const findings: Finding[] = []
  const tables: PlacedTable[] = []
  for (const file of files.filter(({ place }) => place.startsWith('rules/'))) {
    for (const [path, content] of tablesOf(file.value)) {
      const read = parseTable(content)
      const wrong = read.ok
        ? [...checkTable(read.value), ...unitFindings(read.value)]
        : (read.because.findings as readonly TableFinding[])
      findings.push(...wrong.map((found) => placed(file, path, found)))
      if (read.ok) tables.push({ file, path, read: read.value })
    }
  }
  return [...findings, ...versionFindings(tables)]
}

function tablesOf(value: unknown): readonly (readonly [ValuePath, unknown])[] {
  if (isRecord(value) && Array.isArray(value.tables))
    return value.tables.map((table: unknown, index) => [['tables', index], table] as const)
  return [[[], value]]
}

function placed(file: ContentFile, path: ValuePath, found: TableFinding): Finding {
  return findingAt(file, [...path, ...found.path], found.code, found.sentence)
}

/** Inputs and outputs that hold numbers and do not say of what. */
function unitFindings({ table, inputs, rows }: ReadTable): readonly TableFinding[] {
  const lacking = (kind: string, index: number, name: string): TableFinding => ({
    code: 'unit-missing',
    path: [kind, index],
    sentence: `${name} holds numbers and has no unit.`,
  })
  const numeric = inputs.flatMap(({ input }, index) => {
    const cells = rows.flatMap((row) => row.cells[index]?.comparisons ?? [])
    const numbers = cells.some((cell) => ('sign' in cell ? cell.to : cell.low).kind === 'number')
    return numbers && input.unit === undefined ? [lacking('inputs', index, input.label)] : []
  })
  const given = table.outputs.flatMap(({ name, unit }, index) => {
    const numbers = table.rows.some((row) => typeof row.gives[name] === 'number')
    return numbers && unit === undefined ? [lacking('outputs', index, name)] : []
  })
  return [...numeric, ...given]
}

function versionFindings(tables: readonly PlacedTable[]): readonly Finding[] {
  const ids = new Set(tables.map(({ read }) => read.table.id))
  return [...ids].flatMap((id) => {
    const versions = tables.filter(({ read }) => read.table.id === id)
    return checkVersions(versions.map(({ read }) => read.table)).flatMap((found) => {
      const at = versions[Number(found.path[0])]
      return at ? [placed(at.file, at.path, { ...found, path: found.path.slice(1) })] : []
    })
  })
}

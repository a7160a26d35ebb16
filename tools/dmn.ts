/**
 * `node tools/dmn.ts export TABLE.yaml` prints a decision table as DMN 1.3; `node tools/dmn.ts import FILE.dmn` prints the
 * tables of a DMN document as YAML, with what is still wrong with them on the error stream.
 */

import { readFileSync } from 'node:fs'
import { parseTable, type TableFinding } from '@guanjia/core/rules'
import { parse, stringify } from 'yaml'
import { tableToDmn } from './dmn/dmn-export.ts'
import { dmnToTables } from './dmn/dmn-import.ts'

function printFindings(findings: unknown): void {
  for (const { code, path, sentence } of findings as readonly TableFinding[])
    console.error(`${path.join('.')}: ${code}: ${sentence}`)
  process.exitCode = 1
}

async function exportTable(file: string): Promise<void> {
  const table = parseTable(parse(readFileSync(file, 'utf8')))
  if (table.ok) console.log(await tableToDmn(table.value.table))
  else printFindings(table.because.findings)
}

async function importTables(file: string): Promise<void> {
  const { tables, warnings } = await dmnToTables(readFileSync(file, 'utf8'))
  for (const warning of warnings) console.error(warning)
  console.log(stringify({ tables }))
  for (const content of tables) {
    const table = parseTable(content)
    if (!table.ok) printFindings(table.because.findings)
  }
}

const [verb, file] = process.argv.slice(2)
if (verb === 'export' && file !== undefined) await exportTable(file)
else if (verb === 'import' && file !== undefined) await importTables(file)
else {
  console.error('node tools/dmn.ts export TABLE.yaml | import FILE.dmn')
  process.exitCode = 1
}

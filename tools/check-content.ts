/**
 * `node tools/check-content.ts [--json] [FOLDER]`: checks the content of every zone below FOLDER (content/), prints all
 * findings with file and line, and ends with 1 where there is one, or where nothing was read.
 */

import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { problemCodes } from './content/problem-codes.ts'
import { checkWholeZone } from './content/zone-check.ts'

const home = join(import.meta.dirname, '..')
const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const folder = resolve(positionals[0] ?? join(home, 'content'))
const codes = positionals[0] === undefined ? await problemCodes(join(home, 'packages/contract/src')) : []
const zones = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const checks = zones.map(({ name }) => checkWholeZone(join(folder, name), home, codes))
const findings = checks.flatMap((check) => check.findings)
const files = checks.reduce((sum, check) => sum + check.files, 0)

if (values.json) console.log(JSON.stringify({ files, findings }))
else {
  for (const { file, line, code, sentence } of findings) console.log(`${file}:${line}: ${code}: ${sentence}`)
  console.log(`${files} files of ${zones.length} zones read, ${findings.length} findings`)
}
process.exitCode = files > 0 && findings.length === 0 ? 0 : 1

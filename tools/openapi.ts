/**
 * Prints the description of the API into packages/contract/openapi.json; without `--write` only says whether the file
 * there still is what the contract prints.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { declaredRoutes } from '../packages/server/src/declared-routes.ts'
import { openApiDocument } from '../packages/server/src/platform/http/description/openapi-document.ts'

const file = join(import.meta.dirname, '../packages/contract/openapi.json')
const text = `${JSON.stringify(openApiDocument(declaredRoutes), undefined, 1)}\n`

if (process.argv.includes('--write')) writeFileSync(file, text)
else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.log('packages/contract/openapi.json is not what the contract says: node tools/openapi.ts --write')
  process.exit(1)
}

/**
 * Prints the description of the API into packages/contract/openapi.json; without `--write` only says whether the file
 * there still is what the contract prints.
 *
 * The statuses of refusals stand in the problem tables of the slices, which only a house that has opened knows: `--write`
 * opens one, the comparison takes them from the file, and a test of the house compares the file with what is served.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import setUpDatabases from '../packages/devkit/src/postgres-global-setup.ts'
import { testApp } from '../packages/devkit/src/test-app/index.ts'
import { declaredRoutes } from '../packages/server/src/declared-routes.ts'
import { openApiDocument } from '../packages/server/src/platform/http/description/openapi-document.ts'
import { printedStatuses } from '../packages/server/src/platform/http/description/refusal-status.ts'

const file = join(import.meta.dirname, '../packages/contract/openapi.json')

function print(document: unknown): string {
  return `${JSON.stringify(document, undefined, 1)}\n`
}

async function served(): Promise<string> {
  const sweepUp = setUpDatabases()
  try {
    await using house = await testApp()
    return print((await house.stranger.get('/api/openapi.json')).json())
  } finally {
    sweepUp()
  }
}

/** What the kept file does not say as the contract has it now, or undefined. */
function finding(): string | undefined {
  if (!existsSync(file)) return 'there is no packages/contract/openapi.json'
  const kept = readFileSync(file, 'utf8')
  try {
    const printed = print(openApiDocument(declaredRoutes, printedStatuses(JSON.parse(kept))))
    return printed === kept ? undefined : 'packages/contract/openapi.json is not what the contract says'
  } catch (error) {
    return String(error)
  }
}

if (process.argv.includes('--write')) writeFileSync(file, await served())
else {
  const found = finding()
  if (found !== undefined) {
    console.log(`${found}: node tools/openapi.ts --write`)
    process.exit(1)
  }
}

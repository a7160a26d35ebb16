/**
 * Runs dependency-cruiser over a tree and reads its answer: the violations, and how many modules were examined.
 * An answer over zero modules is a failure, because a parser that reads nothing finds nothing.
 */

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const home = join(import.meta.dirname, '../..')

interface Violation {
  readonly rule: { readonly name: string }
  readonly from: string
  readonly to: string
}

interface Cruise {
  readonly summary: { readonly totalCruised: number; readonly violations: readonly Violation[] }
}

/** What the import rules say of the packages under `root`. */
export function cruise(root: string): { examined: number; violations: readonly Violation[] } {
  const command = join(home, 'node_modules/.bin/depcruise')
  const rules = join(home, '.dependency-cruiser.mjs')
  const answer = spawnSync(command, ['packages', '--config', rules, '--output-type', 'json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  const { summary } = JSON.parse(answer.stdout) as Cruise
  return { examined: summary.totalCruised, violations: summary.violations }
}

if (process.argv[1] === import.meta.filename) {
  const { examined, violations } = cruise(process.argv[2] ?? home)
  for (const { rule, from, to } of violations) console.log(`${rule.name}: ${from} -> ${to}`)
  if (examined === 0) console.log('no module was examined: is the swc parser installed?')
  console.log(`walls: ${examined} modules, ${violations.length} violations`)
  process.exit(examined === 0 || violations.length > 0 ? 1 : 0)
}

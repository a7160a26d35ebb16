/**
 * `npm run check`: format, lint, types, walls, names, unused code. Everything but the tests.
 */

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const typeProjects = [
  'packages/core',
  'packages/core/tsconfig.test.json',
  'packages/contract',
  'packages/server',
  'packages/web',
  'packages/devkit',
  'tools',
]

const steps: readonly (readonly [string, ...string[]])[] = [
  ['biome', 'ci', '--diagnostic-level=error', '.'],
  ['oxlint', '--deny-warnings', '--report-unused-disable-directives', 'packages', 'tools'],
  ...typeProjects.map((project) => ['tsc', '-p', project] as const),
  ['node', 'tools/house/walls.ts'],
  ['node', 'tools/house/house-check.ts'],
  ['node', 'tools/check-content.ts'],
  ['node', 'tools/openapi.ts'],
  ['knip', '--no-progress'],
]

function run([command, ...rest]: readonly [string, ...string[]]): boolean {
  const started = performance.now()
  const { status, stdout, stderr, error } = spawnSync(command, rest, { cwd: root, encoding: 'utf8' })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${seconds.padStart(5)} s  ${command} ${rest.join(' ')}`)
  if (status !== 0) console.log(`${stdout ?? ''}${stderr ?? ''}${error ? String(error) : ''}`)
  return status === 0
}

const failed = steps.filter((step) => !run(step)).length
console.log(failed === 0 ? 'all checks pass' : `${failed} of ${steps.length} checks fail`)
process.exit(failed === 0 ? 0 : 1)

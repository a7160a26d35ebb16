/**
 * `npm test`: the checks, then units, properties, database, API and access tests, then the stories in a browser.
 * Ends with one line that counts them all.
 */

import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const reports = join(root, '.tmp')

interface Count {
  readonly passed: number
  readonly failed: number
}

function run(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): boolean {
  console.log(`\n> ${command} ${args.join(' ')}`)
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  })
  return status === 0
}

function runChecks(): Count {
  return run('node', ['tools/check.ts']) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function runVitest(): Count {
  const file = join(reports, 'vitest.json')
  const ok = run('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`])
  const report = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number }
  return counted({ passed: report.numPassedTests, failed: report.numFailedTests }, ok)
}

/** Before everything that looks at them. */
function buildPages(): Count {
  return run('node', ['tools/build-web.ts']) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function runStories(): Count {
  const file = join(reports, 'stories.json')
  const ok = run('playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file })
  const report = JSON.parse(readFileSync(file, 'utf8')) as { stats: { expected: number; unexpected: number } }
  return counted({ passed: report.stats.expected, failed: report.stats.unexpected }, ok)
}

/** A runner that fails without a failed test has failed all the same; so has one that ran nothing. */
function counted(count: Count, ok: boolean): Count {
  const sound = ok && count.passed > 0
  return sound || count.failed > 0 ? count : { passed: count.passed, failed: 1 }
}

mkdirSync(reports, { recursive: true })
const counts = [runChecks(), buildPages(), runVitest(), runStories()]
const total = counts.reduce((sum, count) => ({
  passed: sum.passed + count.passed,
  failed: sum.failed + count.failed,
}))
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)

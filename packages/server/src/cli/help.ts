/**
 * The help of the tool and of each command.
 */

import type { CliCommand } from './command.ts'

/** What `guanjia --help` prints. */
export function toolHelp(commands: readonly CliCommand[]): string {
  const usages = commands.map((command) => usageOf(command, 'needed'))
  const wide = Math.max(...usages.map((usage) => usage.length)) + 2
  return [
    'guanjia: government services of a development zone',
    '',
    'Usage: guanjia COMMAND [--json] [--help]',
    '',
    ...commands.map((command, index) => `  ${(usages[index] ?? '').padEnd(wide)}${command.summary}`),
    '',
    'Every command answers JSON with --json and explains itself with --help.',
    'A refusal exits with 1, a wrong call with 2; with --json both print {"problem":{"code","message"}}.',
  ].join('\n')
}

/** What `guanjia COMMAND --help` prints. */
export function commandHelp(command: CliCommand): string {
  const own = Object.entries(command.options ?? {}).map(
    ([name, { takes, does }]) => [takes === undefined ? `--${name}` : `--${name} ${takes}`, does] as const,
  )
  const options = [...own, ['--json', 'answer in JSON'], ['--help', 'this text']] as const
  const wide = Math.max(...options.map(([name]) => name.length)) + 2
  return [
    command.summary,
    '',
    `Usage: guanjia ${usageOf(command, 'all')} [--json]`,
    '',
    ...options.map(([name, does]) => `  ${name.padEnd(wide)}${does}`),
    '',
    `Example: ${command.example}`,
  ].join('\n')
}

/** The call in one line: all options, or those alone that are needed. */
function usageOf(command: CliCommand, which: 'all' | 'needed'): string {
  const options = Object.entries(command.options ?? {}).flatMap(([name, { takes, needed }]) => {
    const words = takes === undefined ? `--${name}` : `--${name} ${takes}`
    if (needed) return [words]
    return which === 'all' ? [`[${words}]`] : []
  })
  return [command.name, ...command.takes, ...options].join(' ')
}

/**
 * From the words typed to the answer printed.
 */

import { parseArgs } from 'node:util'
import { type CliCommand, type CliProblem, isProblem } from './command.ts'
import { commandHelp, toolHelp } from './help.ts'

/** What is printed where, and with which exit code the process ends. */
export interface Printed {
  readonly out: string
  readonly err: string
  readonly exitCode: number
}

/** Runs the command that the words name. */
export async function invoke(commands: readonly CliCommand[], words: readonly string[]): Promise<Printed> {
  const json = words.includes('--json')
  const plain = words.filter((word) => !word.startsWith('-'))
  const command = commands.find(({ name }) => name === plain.slice(0, name.split(' ').length).join(' '))
  const wantsHelp = words.includes('--help') || words.includes('-h') || words.length === 0
  if (command === undefined) {
    if (wantsHelp) return { out: toolHelp(commands), err: '', exitCode: words.length === 0 ? 2 : 0 }
    return refusal(
      { code: 'command-unknown', message: `There is no such command. Try: guanjia --help` },
      json,
      2,
    )
  }
  if (wantsHelp) return { out: commandHelp(command), err: '', exitCode: 0 }
  return runCommand(command, words, json)
}

async function runCommand(command: CliCommand, words: readonly string[], json: boolean): Promise<Printed> {
  const parsed = parse(command, words)
  if ('code' in parsed) return refusal(parsed, json, 2)
  try {
    const outcome = await command.run(parsed)
    if (isProblem(outcome)) return refusal(outcome, json, 1)
    const { exitCode = 0 } = outcome
    return { out: json ? JSON.stringify(outcome.json) : outcome.text, err: '', exitCode }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return refusal({ code: 'command-failed', message }, json, 1)
  }
}

function parse(command: CliCommand, words: readonly string[]) {
  const own = Object.entries(command.options ?? {}).map(
    ([name, { takes }]) => [name, { type: takes === undefined ? 'boolean' : 'string' }] as const,
  )
  try {
    const { positionals, values } = parseArgs({
      args: [...words],
      options: { ...Object.fromEntries(own), json: { type: 'boolean' } },
      allowPositionals: true,
    })
    const given = positionals.slice(command.name.split(' ').length)
    if (given.length !== command.takes.length) {
      return wrongCall(command, `It takes ${command.takes.join(' ') || 'nothing'}.`)
    }
    const missing = Object.entries(command.options ?? {}).find(
      ([name, { needed }]) => needed && !(name in values),
    )
    if (missing !== undefined) return wrongCall(command, `It needs --${missing[0]}.`)
    return { positionals: given, options: values }
  } catch (error) {
    return wrongCall(command, error instanceof Error ? error.message : '')
  }
}

function wrongCall(command: CliCommand, message: string): CliProblem {
  return { code: 'call-malformed', message: `${message} Try: guanjia ${command.name} --help` }
}

function refusal(problem: CliProblem, json: boolean, exitCode: number): Printed {
  const { code, message } = problem
  return json
    ? { out: JSON.stringify({ problem: { code, message } }), err: '', exitCode }
    : { out: '', err: message, exitCode }
}

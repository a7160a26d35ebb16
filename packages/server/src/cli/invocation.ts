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
  const plain = plainWords(commands, words)
  const command = commands.find(({ name }) => name === plain.slice(0, name.split(' ').length).join(' '))
  const wantsHelp = words.includes('--help') || words.includes('-h') || words.length === 0
  if (command !== undefined)
    return wantsHelp ? { out: commandHelp(command), err: '', exitCode: 0 } : runCommand(command, words, json)
  const group = commands.filter(({ name }) => plain.length > 0 && name.startsWith(`${plain.join(' ')} `))
  if (wantsHelp) {
    const out = toolHelp(group.length > 0 ? group : commands)
    return { out, err: '', exitCode: words.length === 0 ? 2 : 0 }
  }
  return refusal({ code: 'command-unknown', message: unknownCommand(plain, group) }, json, 2)
}

function unknownCommand(plain: readonly string[], group: readonly CliCommand[]): string {
  if (group.length === 0) return 'There is no such command. Try: guanjia --help'
  const usages = group.map(({ name, takes }) => ['guanjia', name, ...takes].join(' '))
  return `"${plain.join(' ')}" is the beginning of: ${usages.join('; ')}`
}

/** The words that are neither options nor their values, wherever the options stand. */
function plainWords(commands: readonly CliCommand[], words: readonly string[]): readonly string[] {
  const options = Object.assign({}, ...commands.map(optionTypes)) as ReturnType<typeof optionTypes>
  const { positionals } = parseArgs({
    args: guarded(words),
    options,
    allowPositionals: true,
    strict: false,
  })
  return positionals.map(unguarded)
}

function optionTypes({ options = {} }: CliCommand): Record<string, { readonly type: 'boolean' | 'string' }> {
  const own = Object.entries(options).map(
    ([name, { takes }]) => [name, { type: takes === undefined ? 'boolean' : 'string' }] as const,
  )
  return { ...Object.fromEntries(own), json: { type: 'boolean' } }
}

/** A number below zero is a word, not an option; it goes through the parser behind a guard. */
const guard = '\u0000'

function guarded(words: readonly string[]): string[] {
  return words.map((word) => (/^-\d/.test(word) ? guard + word : word))
}

function unguarded(word: string): string {
  return word.startsWith(guard) ? word.slice(guard.length) : word
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
  try {
    const { positionals, values } = parseArgs({
      args: guarded(words),
      options: optionTypes(command),
      allowPositionals: true,
    })
    const given = positionals.slice(command.name.split(' ').length).map(unguarded)
    if (given.length !== command.takes.length) {
      return wrongCall(command, `It takes ${command.takes.join(' ') || 'nothing'}.`)
    }
    const missing = Object.entries(command.options ?? {}).find(
      ([name, { needed }]) => needed && !(name in values),
    )
    if (missing !== undefined) return wrongCall(command, `It needs --${missing[0]}.`)
    const options = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, plainValue(value)]),
    )
    return { positionals: given, options }
  } catch (error) {
    return wrongCall(command, error instanceof Error ? error.message : '')
  }
}

function plainValue(
  value: string | boolean | (string | boolean)[] | undefined,
): string | boolean | undefined {
  if (typeof value === 'string') return unguarded(value)
  return typeof value === 'boolean' ? value : undefined
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

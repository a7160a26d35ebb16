/**
 * A command of the command-line tool: what it is called, what it takes, and what it answers, for people and programs.
 */

/** An answer: JSON for programs, a text for people. */
export interface CliAnswer {
  readonly json: unknown
  readonly text: string
  /** 0 where left out */
  readonly exitCode?: number
}

/** Why a command did not answer. */
export interface CliProblem {
  readonly code: string
  readonly message: string
}

/** What was typed after the command's name. */
export interface CliInput {
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

/** One option. */
export interface CliOption {
  /** name of its value, in capitals; a switch where left out */
  readonly takes?: string
  readonly does: string
  /** the command cannot do without it */
  readonly needed?: true
}

/** One command. */
export interface CliCommand {
  /** words, `calendar due` */
  readonly name: string
  /** names of what must follow, in capitals */
  readonly takes: readonly string[]
  /** options besides --json and --help, with a sentence each */
  readonly options?: Readonly<Record<string, CliOption>>
  readonly summary: string
  readonly example: string
  readonly run: (input: CliInput) => Promise<CliAnswer | CliProblem>
}

/** Whether a command refused. */
export function isProblem(outcome: CliAnswer | CliProblem): outcome is CliProblem {
  return 'code' in outcome
}

/** The value of an option that takes one. */
export function optionText(input: CliInput, name: string): string | undefined {
  const value = input.options[name]
  return typeof value === 'string' ? value : undefined
}

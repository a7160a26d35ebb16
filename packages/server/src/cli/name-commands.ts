/**
 * Company names, asked from the command line.
 */

import { join } from 'node:path'
import { nameCheckCommand, nameParseCommand } from '@guanjia/core/registration'
import { type CliCommand, optionText } from './command.ts'
import { contentFolder } from './content-folder.ts'
import { readRegister } from './register-file.ts'

const parseCommand: CliCommand = {
  name: 'name parse',
  takes: ['NAME'],
  summary: 'The four parts of a company name: region, trade word, industry, form',
  example: 'guanjia name parse 青岛海晨智能科技有限公司',
  run: async ({ positionals: [name = ''] }) => {
    const parts = nameParseCommand(await tables(), name)
    const lines = Object.entries(parts).map(([part, text]) => `${part.padEnd(9)}${text ?? '-'}`)
    return { json: parts, text: lines.join('\n') }
  },
}

const checkCommand: CliCommand = {
  name: 'name check',
  takes: ['NAME'],
  options: { register: { takes: 'FILE', does: 'the live names of one registrar, one a line', needed: true } },
  summary: 'Whether a name may be registered, with every rule, article and name in conflict',
  example: 'guanjia name check 青岛海晨智能科技有限公司 --register names.txt --json',
  run: async (input) => {
    const [name = ''] = input.positionals
    const file = optionText(input, 'register')
    if (file === undefined)
      return { code: 'register-missing', message: 'Name the register: --register FILE.' }
    const nameTables = await tables()
    const lines = readRegister(file, (line) => nameParseCommand(nameTables, line).form !== null)
    if (lines === undefined) {
      const message = `${file} cannot be read as a text of names: save it as UTF-8, one name a line.`
      return { code: 'register-unreadable', message }
    }
    const answer = nameCheckCommand(nameTables, name, lines)
    const findings = answer.findings.map(({ rule, article, existing }) =>
      [rule, article, existing ?? ''].join('  ').trimEnd(),
    )
    return { json: answer, text: [answer.verdict, ...findings].join('\n') }
  },
}

/** Loaded only here: the tables of sounds and variants are large. */
async function tables() {
  const { loadNameTables } = await import('../registration/index.ts')
  return loadNameTables(join(contentFolder(), 'names'))
}

/** The commands of this file. */
export const nameCommands: readonly CliCommand[] = [parseCommand, checkCommand]

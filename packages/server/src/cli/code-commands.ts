/**
 * Numbers with check characters, asked from the command line.
 */

import { localMoment } from '@guanjia/core/calendar'
import { checkIdentityNumber, checkUnifiedCode } from '@guanjia/core/registration'
import { readZoneContent } from '../platform/zone-content.ts'
import type { CliAnswer, CliCommand } from './command.ts'
import { contentFolder } from './content-folder.ts'

const codeCommand: CliCommand = {
  name: 'code check',
  takes: ['CODE'],
  summary: 'Whether a unified social credit code (统一社会信用代码) holds together',
  example: 'guanjia code check 91370222MA3TXXXX0A --json',
  run: async ({ positionals: [code = ''] }) => verdict(checkUnifiedCode(code)),
}

const identityCommand: CliCommand = {
  name: 'code check-id',
  takes: ['NUMBER'],
  summary: 'Whether a citizen identity number holds together; the answer never repeats it',
  example: 'guanjia code check-id 11010519491231002X',
  run: async ({ positionals: [number = ''] }) => {
    const { utcOffsetMinutes } = readZoneContent(contentFolder())
    const { date } = localMoment(Date.now(), utcOffsetMinutes)
    return verdict(checkIdentityNumber(number, date))
  },
}

function verdict(checked: {
  readonly valid: boolean
  readonly because: readonly { readonly text: string }[]
}): CliAnswer {
  const { valid, because } = checked
  const reasons = because.map(({ text }) => `- ${text}`)
  return { json: { valid, because }, text: [valid ? 'valid' : 'not valid', ...reasons].join('\n') }
}

/** The commands of this file. */
export const codeCommands: readonly CliCommand[] = [codeCommand, identityCommand]

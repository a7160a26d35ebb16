/**
 * `guanjia`: the command-line tool.
 */

import { calendarCommands } from './calendar-commands.ts'
import { codeCommands } from './code-commands.ts'
import type { CliCommand } from './command.ts'
import { contentCommands } from './content-commands.ts'
import { invoke } from './invocation.ts'
import { leadsCommands } from './leads-command.ts'
import { ledgerCommands } from './ledger-commands.ts'
import { lightsCommand } from './lights-command.ts'
import { nameCommands } from './name-commands.ts'
import { planningCommands } from './planning/index.ts'
import { serveCommands } from './serve-commands.ts'
import { staffCommands } from './staff-commands.ts'

const commands: readonly CliCommand[] = [
  ...serveCommands,
  ...staffCommands,
  ...contentCommands,
  ...calendarCommands,
  ...codeCommands,
  ...nameCommands,
  ...planningCommands,
  lightsCommand,
  ...leadsCommands,
  ...ledgerCommands,
]

const { out, err, exitCode } = await invoke(commands, process.argv.slice(2))
if (out !== '') console.log(out)
if (err !== '') console.error(err)
process.exitCode = exitCode

/**
 * Planning, asked from the command line.
 */

import type { CliCommand } from '../command.ts'
import { networkCommand } from './network-command.ts'
import { planCommand } from './plan-command.ts'

/** The commands of this folder. */
export const planningCommands: readonly CliCommand[] = [networkCommand, planCommand]
export { readText } from './text-file.ts'

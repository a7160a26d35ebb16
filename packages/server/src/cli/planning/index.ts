/**
 * Planning, asked from the command line.
 */

import type { CliCommand } from '../command.ts'
import { networkCommand } from './network-command.ts'

/** The commands of this folder. */
export const planningCommands: readonly CliCommand[] = [networkCommand]

/**
 * Runs commands for the command-line tool, beside or without a running server: in one transaction with their trail and
 * their leaves, which the server's sequencer takes up. A tool leaves no events.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { assert } from '@guanjia/core/kernel'
import { commitValue, leafParts } from './ledger/index.ts'
import { systemClock } from './platform/clock.ts'
import { auditPart } from './platform/commands/audit-trail.ts'
import { type Command, createCommandRunner, type RunCommand } from './platform/commands/command.ts'
import type { Database } from './platform/database/database.ts'
import { newId } from './platform/identifier.ts'

/** The runner over a database, and new ids for it. */
export function openToolRunner(database: Database): {
  readonly runCommand: RunCommand
  readonly newId: () => string
} {
  const runCommand = createCommandRunner({
    database,
    clock: systemClock,
    auditPart,
    leafParts,
    commitValue,
    eventParts: (events) => {
      assert(events.length === 0, 'a tool leaves no events')
      return []
    },
    enter: () => () => undefined,
    wake: () => undefined,
    observe: () => undefined,
  })
  return { runCommand, newId }
}

/** A legal act of whoever sits at the machine. */
export function toolCommand(name: string, correlationId: string): Command {
  return { name, principal: systemPrincipal('tool'), correlationId, subject: '', legal: true }
}

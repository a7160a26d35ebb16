/**
 * Runs a command: one transaction that holds the work, the answer under its idempotency key, the audit entry, the
 * ledger leaves and the events. A refusal, or a crash at any point, leaves nothing of it behind.
 */

import type { Principal } from '@guanjia/core/access'
import { principalRef } from '@guanjia/core/access'
import type { AuditEntry } from '@guanjia/core/audit'
import { accept, assert, type Refused, type Result, refuse } from '@guanjia/core/kernel'
import type { Clock } from '../clock.ts'
import type { Database, Transaction } from '../database/database.ts'
import { constraintOf, isLostRace, isUniqueViolation } from '../database/database-error.ts'
import { type ClosingPart, runClosing } from './closing-statement.ts'
import { answerPart, claimKey, type KeyUse } from './idempotency-key.ts'

/** Something that happened, for the reactions of other rooms. */
export interface EventDraft {
  readonly type: string
  /** what it happened to; events of one subject reach a reaction in their order */
  readonly subject: string
  readonly body: Record<string, unknown>
}

/** A leaf of the ledger; personal data stands in it only as `commit(value)`. */
export interface LeafDraft {
  readonly act: string
  readonly subject: string
  readonly body: Record<string, unknown>
}

/** A commitment and the salt that opens it; whoever deletes the salt makes the commitment mute. */
export interface Opening {
  readonly commitment: string
  readonly salt: string
}

/** What the work of a command is given. */
export interface CommandContext {
  readonly tx: Transaction
  readonly now: Date
  readonly principal: Principal
  readonly correlationId: string
  readonly emit: (event: EventDraft) => void
  readonly record: (leaf: LeafDraft) => void
  readonly commit: (value: string) => string
}

/** Who wants what done to which subject. */
export interface Command {
  readonly name: string
  readonly principal: Principal
  readonly correlationId: string
  readonly subject: string
  readonly key?: string | undefined
  /** hash of what was sent under `key`; the same key with another hash is refused */
  readonly bodyHash?: string | undefined
  /** a legal act must record a leaf, and its key never expires */
  readonly legal: boolean
}

/** Turns the violation of a named constraint into the room's own refusal; undefined lets it be tried again. */
export type OnConflict<C extends string> = (constraint: string) => Refused<C> | undefined

/** Runs the work of a command in its transaction. The answer is read back from JSON: dates are strings. */
export type RunCommand = <T, C extends string>(
  command: Command,
  work: (context: CommandContext) => Promise<Result<T, C>>,
  onConflict?: OnConflict<C>,
) => Promise<Result<T, C | 'idempotency-key-reused'>>

/** What happened to a command, for the log. */
export interface CommandOutcome {
  readonly command: string
  readonly principal: string
  readonly correlationId: string
  readonly outcome: string
  readonly milliseconds: number
}

/** What the runner needs; the rooms that own audit and ledger hand in their doors. */
export interface CommandRunnerPorts {
  readonly database: Database
  readonly clock: Clock
  readonly auditPart: (entry: AuditEntry) => ClosingPart
  readonly leafParts: (
    leaves: readonly LeafDraft[],
    openings: readonly Opening[],
    now: Date,
  ) => readonly ClosingPart[]
  readonly commitValue: (value: string) => Opening
  readonly eventParts: (
    events: readonly EventDraft[],
    origin: { readonly correlationId: string; readonly now: Date },
  ) => readonly ClosingPart[]
  /** called when somebody waits for a command; what it gives is called when they wait no longer */
  readonly enter: () => () => void
  /** called after the commit of a command that left events or leaves */
  readonly wake: (left: Left) => void
  readonly observe: (outcome: CommandOutcome) => void
}

/** How much a committed command left for others to work on. */
export interface Left {
  readonly events: number
  readonly leaves: number
}

/** Carries a refusal out of the transaction, which rolls back. */
class Rollback extends Error {
  readonly refused: Refused

  constructor(refused: Refused) {
    super(refused.code)
    this.refused = refused
  }
}

const mostAttempts = 6

/** The runner of commands over these ports. */
export function createCommandRunner(ports: CommandRunnerPorts): RunCommand {
  return async (command, work, onConflict) => {
    const started = performance.now()
    const leave = ports.enter()
    const observe = (outcome: string) =>
      ports.observe({
        command: command.name,
        principal: principalRef(command.principal),
        correlationId: command.correlationId,
        outcome,
        milliseconds: performance.now() - started,
      })
    try {
      const result = await withRetries(() => attempt(ports, command, work), onConflict)
      observe(result.ok ? 'done' : result.code)
      return result
    } catch (error) {
      observe('failed')
      throw error
    } finally {
      leave()
    }
  }
}

async function withRetries<T, C extends string>(
  once: () => Promise<Result<T, C>>,
  onConflict: OnConflict<C> | undefined,
): Promise<Result<T, C>> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await once()
    } catch (error) {
      const constraint = isUniqueViolation(error) ? constraintOf(error) : undefined
      const refused = constraint === undefined ? undefined : onConflict?.(constraint)
      if (refused !== undefined) return refused
      if (attempts >= mostAttempts || !(constraint !== undefined || isLostRace(error))) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * 2 ** attempts))
    }
  }
}

type Answered<T, C extends string> = Result<T, C | 'idempotency-key-reused'>

async function attempt<T, C extends string>(
  ports: CommandRunnerPorts,
  command: Command,
  work: (context: CommandContext) => Promise<Result<T, C>>,
): Promise<Answered<T, C>> {
  let left: Left = { events: 0, leaves: 0 }
  try {
    const answer = await ports.database.transaction().execute(async (tx): Promise<Answered<T, C>> => {
      const use = keyUseOf(command)
      const claim = use === undefined ? undefined : await claimKey<T>(tx, use)
      if (claim?.state === 'answered') return accept(claim.answer)
      if (claim?.state === 'used-otherwise') return refuse('idempotency-key-reused')
      const now = await timeOf(ports, { tx, command, claimedAt: claim?.claimedAt })
      const { context, drafts } = openContext(ports, { tx, now, command })
      const result = await work(context)
      if (!result.ok) throw new Rollback(result)
      assert(!command.legal || drafts.leaves.length > 0, `the legal act ${command.name} records a leaf`)
      // as everybody reads it who comes with the key again: from its JSON
      const answer = JSON.stringify({ value: result.value })
      await runClosing(tx, closingParts(ports, { now, command, drafts, use, answer }))
      left = { events: drafts.events.length, leaves: drafts.leaves.length }
      return accept((JSON.parse(answer) as { value: T }).value)
    })
    if (left.events + left.leaves > 0) ports.wake(left)
    return answer
  } catch (error) {
    if (error instanceof Rollback) return error.refused as Refused<C>
    throw error
  }
}

interface Drafts {
  readonly events: EventDraft[]
  readonly leaves: LeafDraft[]
  readonly openings: Opening[]
}

interface Running {
  readonly tx: Transaction
  readonly now: Date
  readonly command: Command
}

function openContext(ports: CommandRunnerPorts, running: Running) {
  const drafts: Drafts = { events: [], leaves: [], openings: [] }
  const context: CommandContext = {
    tx: running.tx,
    now: running.now,
    principal: running.command.principal,
    correlationId: running.command.correlationId,
    emit: (event) => void drafts.events.push(event),
    record: (leaf) => void drafts.leaves.push(leaf),
    commit: (value) => {
      const opening = ports.commitValue(value)
      drafts.openings.push(opening)
      return opening.commitment
    },
  }
  return { context, drafts }
}

interface Closing {
  readonly now: Date
  readonly command: Command
  readonly drafts: Drafts
  readonly use: KeyUse | undefined
  readonly answer: string
}

function closingParts(ports: CommandRunnerPorts, closing: Closing): readonly ClosingPart[] {
  const { now, command, drafts, use, answer } = closing
  const { name, principal, subject, correlationId } = command
  const { leaves, openings, events } = drafts
  return [
    ...(leaves.length === 0 ? [] : ports.leafParts(leaves, openings, now)),
    ...(events.length === 0 ? [] : ports.eventParts(events, { correlationId, now })),
    ports.auditPart({ principal: principalRef(principal), command: name, subject, correlationId }),
    ...(use === undefined ? [] : [answerPart(use, answer)]),
  ]
}

async function timeOf(
  { clock }: CommandRunnerPorts,
  run: { readonly tx: Transaction; readonly command: Command; readonly claimedAt: Date | undefined },
): Promise<Date> {
  if (!run.command.legal) return clock.now()
  return run.claimedAt === undefined ? clock.legalNow(run.tx) : clock.legalTime(run.claimedAt)
}

function keyUseOf({ name, principal, key, bodyHash = '', legal }: Command): KeyUse | undefined {
  return key === undefined
    ? undefined
    : { principal: principalRef(principal), key, command: name, bodyHash, legal }
}

/**
 * Corrections that wait for a host: its word lets a lead go on, its refusal or its silence ends the correction.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import {
  type HostAnswerRefusal,
  type HostAnswerState,
  takeCorrectionAnswer,
} from '@guanjia/core/registration'
import type { CommandContext } from '../../platform/commands/command.ts'
import { tokenHash } from '../../platform/secret-links.ts'
import { handle, type LoadedApplication, lockApplication, writeApplication } from '../application-store.ts'
import type { HostAnswering } from '../hosts/host-commands.ts'
import type { RegistrationPorts } from '../registration-ports.ts'
import { registrationTables } from '../registration-tables.ts'

type Answered = Promise<
  Result<
    { state: Exclude<HostAnswerState, 'asked'>; answeredAt: string },
    'hosting-link-unknown' | HostAnswerRefusal
  >
>

/** Writes down what the host of the new seat answers; a refusal ends the correction, and the licence stays as it is. */
export async function answerCorrection(
  context: CommandContext,
  { token, name, answer }: HostAnswering,
): Answered {
  const found = await findQuestion(context, { column: 'h.token_hash', value: tokenHash(token) })
  if (found === undefined) return refuse('hosting-link-unknown')
  const loaded = await lockApplication(context, found.applicationId)
  const { row } = loaded
  const asked = await findQuestion(context, { column: 'h.correction_id', value: found.correctionId })
  const { state = found.state, correction = found.correction } = asked ?? {}
  const taken = takeCorrectionAnswer(
    { state, stage: row.stage, isWaiting: correction === 'proposed' },
    answer,
  )
  if (!taken.ok) return taken
  const reason = answer.outcome === 'refused' ? answer.reason : null
  await registrationTables(context.tx)
    .updateTable('registration_correction_host')
    .set({ state: taken.value, answered_by: name, reason, answered_at: context.now })
    .where('correction_id', '=', found.correctionId)
    .execute()
  const by = { by: context.commit(name), ...(reason === null ? {} : { reason: context.commit(reason) }) }
  context.record({
    act: `registration.host-${taken.value}`,
    subject: row.number,
    body: { seat: found.seat, host: found.hostCode, occasion: 'correction', ...by },
  })
  if (taken.value === 'refused') await endCorrection(context, { loaded, found, because: 'declined', reason })
  else
    context.emit({ type: 'registration.correction-hosted', subject: row.id, body: toldOf(row.number, found) })
  return accept({ state: taken.value, answeredAt: context.now.toISOString() })
}

interface Question {
  readonly correctionId: string
  readonly applicationId: string
  readonly correction: 'proposed' | 'confirmed' | 'rejected' | 'ended'
  readonly proposedBy: string
  readonly seat: string
  readonly host: string
  readonly hostCode: string
  readonly state: HostAnswerState
}

interface Key {
  readonly column: 'h.token_hash' | 'h.correction_id'
  readonly value: string
}

async function findQuestion({ tx }: CommandContext, { column, value }: Key): Promise<Question | undefined> {
  return registrationTables(tx)
    .selectFrom('registration_correction_host as h')
    .innerJoin('registration_correction as c', 'c.id', 'h.correction_id')
    .select(['c.id as correctionId', 'c.application_id as applicationId', 'c.state as correction'])
    .select(['c.proposed_by as proposedBy', 'h.seat_code as seat', 'h.host_name as host'])
    .select(['h.host_code as hostCode', 'h.state'])
    .where(column, '=', value)
    .executeTakeFirst()
}

function toldOf(number: string, { host, proposedBy }: Question) {
  return { number, host, officerId: proposedBy }
}

interface Ending {
  readonly loaded: LoadedApplication
  readonly found: Question
  readonly because: 'declined' | 'lapsed'
  /** what the host said */
  readonly reason: string | null
}

/** Ends a correction without an officer; who proposed it, the leads and the subject are told. */
async function endCorrection(
  context: CommandContext,
  { loaded, found, because, reason }: Ending,
): Promise<void> {
  const handled = handle(loaded, { type: 'end-correction', because })
  if (!handled.ok) return
  await registrationTables(context.tx)
    .updateTable('registration_correction')
    .set({ state: 'ended', settled_at: context.now, settled_reason: reason })
    .where('id', '=', found.correctionId)
    .execute()
  await writeApplication(context, loaded, handled.value)
  const { number, id } = loaded.row
  context.record({
    act: 'registration.correction-ended',
    subject: number,
    body: { because, seat: found.seat, host: found.hostCode },
  })
  context.emit({ type: `registration.correction-${because}`, subject: id, body: toldOf(number, found) })
}

const job = 'registration.end-corrections'
const mostAtOnce = 500

/** Ends, every minute, corrections whose host has said nothing in its time. */
export function handleSilentHosts(ports: RegistrationPorts): void {
  const { jobs } = ports
  jobs.handle(job, () => lookAtSilentHosts(ports))
  jobs.every(job, '* * * * *')
}

async function lookAtSilentHosts(ports: RegistrationPorts): Promise<void> {
  const waiting = await registrationTables(ports.database)
    .selectFrom('registration_correction_host as h')
    .innerJoin('registration_correction as c', 'c.id', 'h.correction_id')
    .select(['c.id', 'c.application_id as applicationId'])
    .where('h.state', '=', 'asked')
    .where('c.state', '=', 'proposed')
    .where('h.due_at', '<=', ports.clock.now())
    .orderBy('h.due_at')
    .limit(mostAtOnce)
    .execute()
  const principal = systemPrincipal('expiry')
  for (const { id, applicationId: subject } of waiting)
    await ports.runCommand(
      {
        name: 'registration.end-correction',
        subject,
        principal,
        correlationId: ports.newId(),
        legal: true,
      },
      (context) => endSilent(context, { id, subject }),
    )
}

/** The host, or a lead, may have answered in the meantime: under the lock it is asked again. */
async function endSilent(
  context: CommandContext,
  { id, subject }: { readonly id: string; readonly subject: string },
) {
  const loaded = await lockApplication(context, subject)
  const found = await findQuestion(context, { column: 'h.correction_id', value: id })
  if (found?.correction === 'proposed' && found.state === 'asked')
    await endCorrection(context, { loaded, found, because: 'lapsed', reason: null })
  return accept({})
}

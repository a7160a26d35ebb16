/**
 * The answer of a host about a filed address.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import {
  type HostAnswer,
  type HostAnswerRefusal,
  type HostAnswerState,
  takeHostAnswer,
} from '@guanjia/core/registration'
import type { CommandContext } from '../../platform/commands/command.ts'
import { tokenHash } from '../../platform/secret-links.ts'
import { lockApplication } from '../application-store.ts'
import { registrationTables } from '../registration-tables.ts'
import { releaseSeat } from '../seat-commands.ts'

/** An answer, and who gives it. */
export interface HostAnswering {
  readonly token: string
  /** name of whoever answers for the host */
  readonly name: string
  readonly answer: HostAnswer
}

/** Why an answer is not taken. */
type AnswerRefusal = 'hosting-link-unknown' | HostAnswerRefusal

/** Writes the answer down; a refusal frees the seat while the form is still with the applicant. */
export async function answerFiling(
  context: CommandContext,
  { token, name, answer }: HostAnswering,
): Promise<Result<{ state: Exclude<HostAnswerState, 'asked'>; answeredAt: string }, AnswerRefusal>> {
  const asked = await lockQuestion(context, token)
  if (asked === undefined) return refuse('hosting-link-unknown')
  const { row } = await lockApplication(context, asked.application_id)
  const question = {
    state: asked.state,
    stage: row.stage,
    asked: asked.seat_code,
    seat: row.answers.seat?.code,
  }
  const taken = takeHostAnswer(question, answer)
  if (!taken.ok) return taken
  const reason = answer.outcome === 'refused' ? answer.reason : null
  await registrationTables(context.tx)
    .updateTable('registration_host_confirmation')
    .set({ state: taken.value, answered_by: name, reason, answered_at: context.now })
    .where('application_id', '=', row.id)
    .execute()
  if (taken.value === 'refused' && row.stage !== 'with-officer') await releaseSeat(context, row.id)
  context.record({
    act: `registration.host-${taken.value}`,
    subject: row.number,
    body: {
      seat: asked.seat_code,
      host: asked.host_code,
      by: context.commit(name),
      ...(reason === null ? {} : { reason: context.commit(reason) }),
    },
  })
  context.emit({
    type: `registration.host-${taken.value}`,
    subject: row.id,
    body: { number: row.number, host: asked.host_name },
  })
  return accept({ state: taken.value, answeredAt: context.now.toISOString() })
}

async function lockQuestion({ tx }: CommandContext, token: string) {
  return registrationTables(tx)
    .selectFrom('registration_host_confirmation')
    .selectAll()
    .where('token_hash', '=', tokenHash(token))
    .forUpdate()
    .executeTakeFirst()
}

/**
 * Routes behind the link of a host.
 */

import * as contract from '@guanjia/contract/registration'
import { accept, refuse } from '@guanjia/core/kernel'
import { findSeat } from '@guanjia/core/registration'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import { tokenHash } from '../../platform/secret-links.ts'
import { answerCorrection } from '../afterwards/hosted-correction.ts'
import { act } from '../registration-acts.ts'
import type { RegistrationPorts } from '../registration-ports.ts'
import { registrationTables } from '../registration-tables.ts'
import { answerFiling, type HostAnswering } from './host-commands.ts'

const problems = {
  'hosting-link-unknown': 404,
  'filing-answered': 409,
  'filing-settled': 409,
  'filing-moved': 409,
} as const

/** Answers the routes. */
export function implementHostRoutes(ports: RegistrationPorts): void {
  const { implement } = ports
  implement(
    contract.readFiledAddress,
    async ({ params: { token } }) => {
      const found = await findQuestion(ports, token)
      return found === undefined ? refuse('hosting-link-unknown') : accept(found)
    },
    { 'hosting-link-unknown': 404 },
  )
  implement(
    contract.answerFiledAddress,
    (input) => {
      const { token } = input.params
      const { name, ...answer } = input.body
      // the subject of the audit entry is no secret
      const id = tokenHash(token).slice(0, 16)
      return act(ports, { name: 'registration.answer-filed-address', id, input, legal: true }, (context) =>
        answerHost(context, { token, name, answer }),
      )
    },
    problems,
  )
}

async function findQuestion({ database, content }: RegistrationPorts, token: string) {
  const ofFiling = await findFiling(database, token)
  const row = ofFiling ?? (await findCorrection(database, token))
  if (row === undefined) return undefined
  const { name } = row.answers
  return {
    occasion: ofFiling === undefined ? ('correction' as const) : ('filing' as const),
    company: name?.use === 'name' ? name.text : row.number,
    address: findSeat(content.seats, row.seat_code)?.address ?? row.seat_code,
    host: row.host_name,
    askedAt: row.asked_at.toISOString(),
    state: row.state,
    answeredAt: row.answered_at?.toISOString() ?? null,
  }
}

async function findFiling(database: Database, token: string) {
  return registrationTables(database)
    .selectFrom('registration_host_confirmation as h')
    .innerJoin('registration_application as a', 'a.id', 'h.application_id')
    .select(['h.seat_code', 'h.host_name', 'h.asked_at', 'h.state', 'h.answered_at', 'a.answers', 'a.number'])
    .where('h.token_hash', '=', tokenHash(token))
    .executeTakeFirst()
}

async function findCorrection(database: Database, token: string) {
  return registrationTables(database)
    .selectFrom('registration_correction_host as h')
    .innerJoin('registration_correction as c', 'c.id', 'h.correction_id')
    .innerJoin('registration_application as a', 'a.id', 'c.application_id')
    .select(['h.seat_code', 'h.host_name', 'h.asked_at', 'h.state', 'h.answered_at', 'a.answers', 'a.number'])
    .where('h.token_hash', '=', tokenHash(token))
    .executeTakeFirst()
}

/** The link of a correction is looked for where no filing has it. */
async function answerHost(context: CommandContext, answering: HostAnswering) {
  const answered = await answerFiling(context, answering)
  return answered.ok || answered.code !== 'hosting-link-unknown'
    ? answered
    : answerCorrection(context, answering)
}

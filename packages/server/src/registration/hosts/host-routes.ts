/**
 * Routes behind the link of a host.
 */

import * as contract from '@guanjia/contract/registration'
import { accept, refuse } from '@guanjia/core/kernel'
import { findSeat } from '@guanjia/core/registration'
import { tokenHash } from '../../platform/secret-links.ts'
import { act } from '../registration-acts.ts'
import type { RegistrationPorts } from '../registration-ports.ts'
import { registrationTables } from '../registration-tables.ts'
import { answerFiling } from './host-commands.ts'

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
        answerFiling(context, { token, name, answer }),
      )
    },
    problems,
  )
}

async function findQuestion({ database, content }: RegistrationPorts, token: string) {
  const row = await registrationTables(database)
    .selectFrom('registration_host_confirmation as h')
    .innerJoin('registration_application as a', 'a.id', 'h.application_id')
    .select(['h.seat_code', 'h.host_name', 'h.asked_at', 'h.state', 'h.answered_at', 'a.answers', 'a.number'])
    .where('h.token_hash', '=', tokenHash(token))
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { name } = row.answers
  return {
    company: name?.use === 'name' ? name.text : row.number,
    address: findSeat(content.seats, row.seat_code)?.address ?? row.seat_code,
    host: row.host_name,
    askedAt: row.asked_at.toISOString(),
    state: row.state,
    answeredAt: row.answered_at?.toISOString() ?? null,
  }
}

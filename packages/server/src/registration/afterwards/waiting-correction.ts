/**
 * The correction that waits for a lead, in words: what stands on the licence, and what shall stand there.
 */

import { assert, moneyText, parseMoney } from '@guanjia/core/kernel'
import { findSeat, type LicenceDocument, personsOf, readScope } from '@guanjia/core/registration'
import { findCorrectionHost } from '../hosts/correction-hosts.ts'
import type { RegistrationPorts } from '../registration-ports.ts'
import { type ApplicationRow, registrationTables } from '../registration-tables.ts'
import type { CorrectionWish } from './corrected-field.ts'

/** The correction that waits, or null. */
export async function findWaitingCorrection(ports: RegistrationPorts, row: ApplicationRow) {
  const found = await registrationTables(ports.database)
    .selectFrom('registration_correction as c')
    .innerJoin('person as p', 'p.id', 'c.proposed_by')
    .innerJoin('licence as l', 'l.application_id', 'c.application_id')
    .select(['c.id', 'c.wish', 'c.reason', 'c.proposed_at', 'p.name as proposedBy', 'l.document'])
    .where('c.application_id', '=', row.id)
    .where('c.state', '=', 'proposed')
    .where('l.status', '=', 'valid')
    .executeTakeFirst()
  if (found === undefined) return null
  const { wish, document, reason, proposedBy, proposed_at: at } = found
  const change = { before: standing(document, wish.field), after: wished(ports, row, wish) }
  const host = hostWaitedFor(await findCorrectionHost(ports.database, found.id))
  return { wish, change, reason, proposedBy, proposedAt: at.toISOString(), host }
}

/** The latest correction where a host ended it, or null. */
export async function findEndedCorrection({ database, content }: RegistrationPorts, applicationId: string) {
  const latest = await registrationTables(database)
    .selectFrom('registration_correction as c')
    .leftJoin('registration_correction_host as h', 'h.correction_id', 'c.id')
    .select(['c.state', 'c.settled_at', 'h.seat_code', 'h.host_name', 'h.reason'])
    .where('c.application_id', '=', applicationId)
    .orderBy('c.proposed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (latest?.state !== 'ended' || latest.settled_at === null) return null
  const { seat_code: code, host_name: host, reason, settled_at: at } = latest
  const premises = findSeat(content.seats, code ?? '')?.address ?? code ?? ''
  return { premises, host: host ?? '', reason, endedAt: at.toISOString() }
}

function hostWaitedFor(asked: Awaited<ReturnType<typeof findCorrectionHost>>) {
  if (asked === undefined) return null
  const { name, state, askedAt, dueAt } = asked
  return { name, state, askedAt: askedAt.toISOString(), dueAt: dueAt.toISOString() }
}

function standing(document: LicenceDocument, field: CorrectionWish['field']): string {
  switch (field) {
    case 'name':
      return document.name ?? ''
    case 'premises':
    case 'own-premises':
      return document.premises
    case 'representative':
      return document.representative.name
    case 'capital':
      return document.capitalMinor === null ? '' : yuan(BigInt(document.capitalMinor))
    default:
      return document.scope
  }
}

function wished({ content }: RegistrationPorts, { answers }: ApplicationRow, wish: CorrectionWish): string {
  switch (wish.field) {
    case 'name':
      return wish.name
    case 'premises':
      return findSeat(content.seats, wish.seat)?.address ?? wish.seat
    case 'own-premises':
      return wish.address
    case 'representative':
      return personsOf(answers).get(wish.partyId)?.name ?? ''
    case 'capital': {
      const money = parseMoney(wish.amount)
      assert(money.ok, 'an amount was read when it was proposed')
      return yuan(money.value.minor)
    }
    default:
      return readScope(content.scope, { entryIds: wish.entryIds }).text
  }
}

function yuan(minor: bigint): string {
  return `${moneyText({ minor, currency: 'CNY' })} 元`
}

/**
 * The correction that waits for a lead, in words: what stands on the licence, and what shall stand there.
 */

import { assert, moneyText, parseMoney } from '@guanjia/core/kernel'
import { findSeat, type LicenceDocument, personsOf, readScope } from '@guanjia/core/registration'
import type { RegistrationPorts } from '../registration-ports.ts'
import { type ApplicationRow, registrationTables } from '../registration-tables.ts'
import type { CorrectionWish } from './corrected-field.ts'

/** The correction that waits, or null. */
export async function findWaitingCorrection(ports: RegistrationPorts, row: ApplicationRow) {
  const found = await registrationTables(ports.database)
    .selectFrom('registration_correction as c')
    .innerJoin('person as p', 'p.id', 'c.proposed_by')
    .innerJoin('licence as l', 'l.application_id', 'c.application_id')
    .select(['c.wish', 'c.reason', 'c.proposed_at', 'p.name as proposedBy', 'l.document'])
    .where('c.application_id', '=', row.id)
    .where('c.state', '=', 'proposed')
    .where('l.status', '=', 'valid')
    .executeTakeFirst()
  if (found === undefined) return null
  const { wish, document, reason, proposedBy, proposed_at: at } = found
  const change = { before: standing(document, wish.field), after: wished(ports, row, wish) }
  return { wish, change, reason, proposedBy, proposedAt: at.toISOString() }
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

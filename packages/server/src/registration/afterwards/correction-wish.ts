/**
 * What may be corrected on a licence, and whether the wish is lawful: each field by the rules a set-up is checked by.
 */

import { accept, parseMoney, type Result, refuse } from '@guanjia/core/kernel'
import {
  ageOn,
  checkCapital,
  type LicenceDocument,
  limitOf,
  parseIdentityNumber,
  personsOf,
  readScope,
  writtenName,
} from '@guanjia/core/registration'
import { sql } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import { nameWish, relatedNames } from '../name-wish.ts'
import { dayOf, type RegistrationPorts } from '../registration-ports.ts'
import type { ApplicationRow } from '../registration-tables.ts'
import type { CorrectionWish } from './corrected-field.ts'
import { currentSeat, newPremises, type PremisesFault, refusesTrade } from './corrected-premises.ts'

/** Why a correction is not lawful. */
export type CorrectionFault =
  | 'correction-changes-nothing'
  | 'correction-name-unlawful'
  | 'correction-representative-unlawful'
  | 'correction-capital-unlawful'
  | 'correction-scope-unlawful'
  | PremisesFault

/** A licence about to be corrected. */
export interface Correcting {
  readonly row: ApplicationRow
  readonly before: LicenceDocument
}

type Corrected = Result<Partial<LicenceDocument>, CorrectionFault>

/** The facts as they would stand on the new licence. */
export async function correctedFacts(
  ports: RegistrationPorts,
  context: CommandContext,
  correcting: Correcting & { readonly wish: CorrectionWish },
): Promise<Corrected> {
  const { wish, before } = correcting
  const changed = await changedFacts(ports, context, correcting)
  if (!changed.ok) return changed
  const isSame = Object.entries(changed.value).every(
    ([name, value]) => JSON.stringify(before[name as keyof LicenceDocument]) === JSON.stringify(value),
  )
  return isSame ? refuse('correction-changes-nothing', { field: wish.field }) : changed
}

function changedFacts(
  ports: RegistrationPorts,
  context: CommandContext,
  { wish, ...correcting }: Correcting & { readonly wish: CorrectionWish },
): Promise<Corrected> | Corrected {
  switch (wish.field) {
    case 'name':
      return newName(ports, context, { ...correcting, name: wish.name })
    case 'premises':
      return newPremises(ports, context, { row: correcting.row, code: wish.seat })
    case 'own-premises':
      return accept({ premises: wish.address })
    case 'representative':
      return newRepresentative(ports, context, { ...correcting, partyId: wish.partyId })
    case 'capital':
      return newCapital(ports, { ...correcting, amount: wish.amount })
    default:
      return newScope(ports, context, { ...correcting, entryIds: wish.entryIds })
  }
}

/** Nothing but a name that is free may take the place of another; one's own does not stand in its way. */
async function newName(
  ports: RegistrationPorts,
  { tx, now }: CommandContext,
  { row, before, name: wanted }: Correcting & { readonly name: string },
): Promise<Corrected> {
  if (before.name === null) return refuse('correction-name-unlawful', { rule: 'no-name' })
  await ports.names.catchUp(tx)
  const today = dayOf(ports, now)
  const wish = nameWish(ports, { today, draft: row.answers, related: await relatedNames(tx, row.answers) })
  const judged = ports.names.judge(wanted, { ...wish, own: before.name })
  if (judged.verdict !== 'available' || judged.barred || judged.human)
    return refuse('correction-name-unlawful', { rule: judged.findings[0]?.rule ?? '' })
  return accept({ name: writtenName(ports.names.tables, wanted) })
}

/** A director or the manager, of age, barred from nothing. @see 公司法 10, 178 */
async function newRepresentative(
  ports: RegistrationPorts,
  { tx, now }: CommandContext,
  { row, before, partyId }: Correcting & { readonly partyId: string },
): Promise<Corrected> {
  const person = personsOf(row.answers).get(partyId)
  if (row.answers.kind !== 'LLC' || person === undefined)
    return refuse('correction-representative-unlawful', { why: 'not-named' })
  const { posts } = row.answers
  if (posts?.manager !== partyId && posts?.directors.includes(partyId) !== true)
    return refuse('correction-representative-unlawful', { why: 'neither-director-nor-manager' })
  const today = dayOf(ports, now)
  const identity = parseIdentityNumber(person.identityNumber, today)
  if (!identity.ok || ageOn(identity.value.bornOn, today) < limitOf(ports.content.checks.rules, 'fullAge'))
    return refuse('correction-representative-unlawful', { why: 'under-age' })
  const { rows } = await sql`
    select rule from registration_bar
    where identity_number = ${person.identityNumber} and (until is null or until >= ${today}::date)`.execute(
    tx,
  )
  if (rows.length > 0) return refuse('correction-representative-unlawful', { why: 'barred' })
  return accept({ representative: { ...before.representative, name: person.name } })
}

function newCapital(
  ports: RegistrationPorts,
  { row, before, amount }: Correcting & { readonly amount: string },
): Corrected {
  if (row.answers.kind !== 'LLC' || row.answers.capital === undefined)
    return refuse('correction-capital-unlawful', { why: 'no-capital' })
  const { paidInBy } = row.answers.capital
  const checked = checkCapital({ amount, paidInBy }, before.establishedOn, ports.content.capital)
  const money = parseMoney(amount)
  if (!checked.ok || !money.ok)
    return refuse('correction-capital-unlawful', { why: checked.ok ? 'amount-not-readable' : checked.code })
  return accept({ capitalMinor: String(money.value.minor) })
}

async function newScope(
  ports: RegistrationPorts,
  { tx }: CommandContext,
  { row, entryIds }: Correcting & { readonly entryIds: readonly string[] },
): Promise<Corrected> {
  const reading = readScope(ports.content.scope, { entryIds })
  if (reading.unknown.length > 0) return refuse('correction-scope-unlawful', { why: 'scope-not-standard' })
  if (reading.needsPriorPermit) return refuse('correction-scope-unlawful', { why: 'prior-permit' })
  const seat = await currentSeat(ports, tx, row.id)
  if (seat !== undefined && refusesTrade(seat, reading))
    return refuse('correction-scope-unlawful', { why: 'carrier-refuses', carrier: seat.carrier.name })
  return accept({ scope: reading.text })
}

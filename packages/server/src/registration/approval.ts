/**
 * What an approval writes, in the transaction that decides: the four records under one decision, the code, the register
 * entry, the licence, the name and the seat in use, and what is pushed to other authorities.
 */

import { assert, parseMoney, type Result, refuse } from '@guanjia/core/kernel'
import {
  allotUnifiedCode,
  type CompleteApplication,
  type DecisionFacts,
  type DecisionTrace,
  findSeat,
  type LicenceDocument,
  personsOf,
  readScope,
  representativeId,
} from '@guanjia/core/registration'
import { sql } from 'kysely'
import type { CommandContext } from '../platform/command.ts'
import { serviceFor } from './registration-content.ts'
import type { RegistrationPorts } from './registration-ports.ts'
import type { ApplicationRow } from './registration-tables.ts'

/** A decision about to be written. */
export interface Decided {
  readonly decisionId: string
  readonly row: ApplicationRow
  readonly facts: DecisionFacts
  readonly trace: DecisionTrace
  readonly outcome: 'approved' | 'refused'
  /** who decided by hand; undefined for the automatic decision */
  readonly officer?: { readonly id: string; readonly reason: string }
}

/** What the applicant is told of a licence. */
export interface IssuedLicence {
  readonly number: string
  readonly unifiedCode: string
  readonly name: string | null
  readonly establishedOn: string
}

const steps = ['pre-review', 'acceptance', 'approval', 'closing'] as const

/** Writes the decision and its four records; one decision an application is a constraint of the table. */
export async function writeDecision(context: CommandContext, decided: Decided): Promise<void> {
  const { decisionId, row, facts, trace, outcome, officer } = decided
  const by = officer === undefined ? 'system' : 'officer'
  const isAuto = officer === undefined && row.human_acts === 0
  await sql`
    with decision as (
      insert into registration_decision
        (id, application_id, outcome, fully_auto, officer, rule_version, trace, facts, reason, decided_at)
      values (${decisionId}, ${row.id}, ${outcome}, ${isAuto}, ${officer?.id ?? null}, ${trace.ruleVersion},
        ${JSON.stringify(trace)}::jsonb, ${JSON.stringify(facts)}::jsonb, ${officer?.reason ?? null}, ${context.now})
      returning id
    )
    insert into registration_record (decision_id, step, outcome, by, at)
    select decision.id, step, ${outcome}, ${by}, ${context.now}
    from decision, unnest(${[...steps]}::text[]) as step`.execute(context.tx)
}

/** Issues code, register entry and licence. */
export async function approve(
  ports: RegistrationPorts,
  context: CommandContext,
  decided: Decided,
): Promise<Result<IssuedLicence, 'code-numbers-exhausted' | 'name-taken' | 'seat-taken'>> {
  const { row, facts, officer } = decided
  const numbers = await nextNumbers(context)
  const service = serviceFor(ports.content, row.kind)
  const code = allotUnifiedCode({
    category: service.category,
    registrar: ports.content.services.registrar.code,
    prefix: ports.content.services.unifiedCodePrefix,
    sequence: numbers.code,
  })
  if (!code.ok) return code
  const number = `${ports.content.services.registrar.code}${facts.today.replaceAll('-', '')}${String(numbers.licence).padStart(6, '0')}`
  const document = licenceDocument(ports, facts, { number, unifiedCode: code.value })
  const credential = await ports.licences.issueCredential(document)
  const isAuto = officer === undefined && row.human_acts === 0
  await writeEntity(ports, context, { decided, document, credential, isAuto })
  if (!(await useName(context, { row, code: code.value, today: facts.today }))) return refuse('name-taken')
  if (!(await useSeat(context, decided))) return refuse('seat-taken')
  context.emit({
    type: 'registration.approved',
    subject: row.id,
    body: { number: row.number, licence: number, unifiedCode: code.value },
  })
  const { name, establishedOn } = document
  return { ok: true, value: { number, unifiedCode: code.value, name, establishedOn } }
}

async function nextNumbers({
  tx,
}: CommandContext): Promise<{ readonly code: number; readonly licence: number }> {
  const { rows } = await sql<{ code: number; licence: number }>`
    select nextval('guanjia.registration_unified_code') as code,
      nextval('guanjia.registration_licence_number') as licence`.execute(tx)
  const [numbers] = rows
  assert(numbers !== undefined, 'a sequence gives a number')
  return numbers
}

/** The facts of the licence as they are signed and printed. */
function licenceDocument(
  ports: RegistrationPorts,
  facts: DecisionFacts,
  { number, unifiedCode }: { readonly number: string; readonly unifiedCode: string },
): LicenceDocument {
  const { application, today } = facts
  const { content } = ports
  return {
    number,
    unifiedCode,
    name: application.name.use === 'name' ? application.name.text : null,
    type: licenceType(ports, application),
    representative: representativeOf(application),
    scope: readScope(content.scope, application.scope.entryIds).text,
    capitalMinor: application.kind === 'LLC' ? capitalMinor(application.capital.amount) : null,
    composition: application.kind === 'IND' ? content.services.composition[application.composition] : null,
    establishedOn: today,
    premises: findSeat(content.seats, application.seat.code)?.address ?? '',
    authority: content.services.registrar.authority,
    issuedOn: today,
  }
}

function representativeOf(application: CompleteApplication): LicenceDocument['representative'] {
  const person = personsOf(application).get(representativeId(application) ?? '')
  assert(person !== undefined, 'the representative is named in the application')
  return { role: application.kind === 'LLC' ? 'legal-representative' : 'operator', name: person.name }
}

function licenceType(ports: RegistrationPorts, application: CompleteApplication): string {
  const { licenceType: types } = serviceFor(ports.content, application.kind)
  if (application.kind === 'IND') return types.one
  if (application.parties.some(({ kind }) => kind === 'company')) return types.company
  return application.shareholders.length === 1 ? types.one : types.several
}

function capitalMinor(amount: string): string {
  const money = parseMoney(amount)
  assert(money.ok, `the capital ${amount} was checked`)
  return String(money.value.minor)
}

interface Entity {
  readonly decided: Decided
  readonly document: LicenceDocument
  readonly credential: string
  readonly isAuto: boolean
}

/** One statement: entity, version, people, licence, pushes. */
async function writeEntity(
  ports: RegistrationPorts,
  { tx, now }: CommandContext,
  entity: Entity,
): Promise<void> {
  const { decided, document, credential, isAuto } = entity
  const { row, decisionId } = decided
  const { unifiedCode, name, establishedOn } = document
  const receivers = ports.receivers.map(({ id }) => ({ id: ports.newId(), receiver: id }))
  await sql`
    with entity as (
      insert into market_entity
        (unified_code, kind, is_enterprise, established_on, electronic, fully_auto, application_id, recorded_at)
      values (${unifiedCode}, ${row.kind}, ${row.kind === 'LLC'}, ${establishedOn}::date, true, ${isAuto}, ${row.id}, ${now})
      returning unified_code
    ), version as (
      insert into market_entity_version (unified_code, status, name, document, valid_from, recorded_from, decision_id)
      select unified_code, 'registered', ${name}, ${JSON.stringify(document)}::jsonb, ${establishedOn}::date, ${now}, ${decisionId}
      from entity
    ), people as (
      insert into market_entity_person (unified_code, person_id, duties, since)
      select entity.unified_code, s.person_id, array_agg(distinct duty), ${now}::timestamptz
      from entity, registration_signature s, unnest(s.duties) as duty
      where s.application_id = ${row.id} group by 1, 2
    ), push as (
      insert into registration_push (id, application_id, unified_code, receiver, state, created_at)
      select p.id, ${row.id}, entity.unified_code, p.receiver, 'waiting', ${now}
      from entity, jsonb_to_recordset(${JSON.stringify(receivers)}::jsonb) as p (id uuid, receiver text)
    )
    insert into licence (id, number, unified_code, application_id, document, credential, status, issued_at)
    select ${ports.newId()}::uuid, ${document.number}, unified_code, ${row.id}, ${JSON.stringify(document)}::jsonb, ${credential},
      'valid', ${now} from entity`.execute(tx)
}

/** The name is registered for good; false where its time has run out and somebody else may have it. */
async function useName(
  { tx }: CommandContext,
  { row, code, today }: { readonly row: ApplicationRow; readonly code: string; readonly today: string },
): Promise<boolean> {
  if (row.answers.name?.use !== 'name') return true
  const { rows } = await sql`
    with kept as (
      update registration_name set state = 'registered', until = null, unified_code = ${code}
      where application_id = ${row.id} and state = 'reserved' and until >= ${today}::date
      returning name
    )
    insert into registration_name_change (removed, added) select name, name from kept returning id`.execute(
    tx,
  )
  return rows.length > 0
}

/**
 * The seat is in use; false where the booking has run out since the checks looked at it. An officer may approve an address
 * that was not booked (check Q6): then there is no seat to use.
 */
async function useSeat({ tx, now }: CommandContext, { row, officer }: Decided): Promise<boolean> {
  const { rows } = await sql`
    with used as (
      update registration_seat set state = 'used', until = null, changed_at = ${now}
      where application_id = ${row.id} and code = ${row.answers.seat?.code ?? ''}
        and state in ('held', 'reserved', 'filed') and until > ${now}
      returning code, application_id, changed_at
    )
    insert into registration_seat_event (code, application_id, state, at)
    select code, application_id, 'used', changed_at from used returning id`.execute(tx)
  return rows.length > 0 || officer !== undefined
}

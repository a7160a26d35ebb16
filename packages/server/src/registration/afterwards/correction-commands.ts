/**
 * Correcting a clerical fault of a licence: one registrar proposes, a lead confirms or rejects. A confirmed correction
 * issues a new licence, a new version of the entity and a leaf, and the receivers are told.
 */

import { accept, assert, type Result, refuse } from '@guanjia/core/kernel'
import {
  findSeat,
  type LicenceDocument,
  type Premises,
  protectedUntil,
  type Seat,
  takenFile,
} from '@guanjia/core/registration'
import { sql } from 'kysely'
import { findLatestDocument } from '../../cases/index.ts'
import type { CommandContext } from '../../platform/commands/command.ts'
import { handle, type LoadedApplication, lockApplication, writeApplication } from '../application-store.ts'
import type { IssuedLicence } from '../approval.ts'
import { officerOf } from '../desk/claim-commands.ts'
import { openedBy } from '../handed-in/paper-files.ts'
import { askHostOfCorrection, correctionHostStanding, keepHostWord } from '../hosts/correction-hosts.ts'
import { lockNames } from '../name-commands.ts'
import { dayOf, type RegistrationPorts } from '../registration-ports.ts'
import { type ApplicationRow, registrationTables } from '../registration-tables.ts'
import { stepSeat } from '../seat-commands.ts'
import type { CorrectionWish } from './corrected-field.ts'
import { type CorrectionFault, correctedFacts } from './correction-wish.ts'
import { correctVersion, replaceLicence, writePushes } from './entity-versions.ts'

/** A wish as it is sent: the proof of premises of one's own is a document of the library of who proposes. */
export type AskedCorrection =
  | Exclude<CorrectionWish, { readonly field: 'own-premises' }>
  | (Premises & { readonly field: 'own-premises'; readonly document: string })

/** A proposal. */
export interface CorrectionProposal {
  readonly id: string
  readonly wish: AskedCorrection
  readonly reason: string
}

/** First half: the wish is checked and waits for the host of its seat, where it needs one, and then for a lead. */
export async function proposeCorrection(
  ports: RegistrationPorts,
  context: CommandContext,
  { id, wish: asked, reason }: CorrectionProposal,
): Promise<
  Result<
    { proposed: true; awaits: 'host' | 'lead' },
    CorrectionFault | ProofFault | 'application-not-approved' | 'correction-waiting'
  >
> {
  const loaded = await lockApplication(context, id)
  const officer = officerOf(context)
  const handled = handle(loaded, { type: 'propose-correction', officer })
  if (!handled.ok) return handled
  if ((await findProposal(context, id)) !== undefined) return refuse('correction-waiting')
  const read = await withProof(ports, context, { asked, ownerIds: [officer, loaded.row.owner_id] })
  if (!read.ok) return read
  const wish = read.value
  const before = await validLicence(context, id)
  const facts = await correctedFacts(ports, context, { row: loaded.row, before, wish })
  if (!facts.ok) return facts
  const correctionId = ports.newId()
  await registrationTables(context.tx)
    .insertInto('registration_correction')
    .values({
      id: correctionId,
      application_id: id,
      wish: JSON.stringify(wish),
      reason,
      proposed_by: officer,
      proposed_at: context.now,
    })
    .execute()
  await writeApplication(context, loaded, handled.value)
  const body = { field: wish.field, officer: context.commit(officer), reason: context.commit(reason) }
  context.record({ act: 'registration.correction-proposed', subject: loaded.row.number, body })
  const seat = seatWished(ports, wish)
  if (
    seat !== undefined &&
    (await askHostOfCorrection(ports, context, { row: loaded.row, correctionId, seat }))
  )
    return accept({ proposed: true, awaits: 'host' })
  context.emit({
    type: 'registration.correction-proposed',
    subject: id,
    body: { number: loaded.row.number, actorId: officer },
  })
  return accept({ proposed: true, awaits: 'lead' })
}

/** The seat a wish moves to; undefined where it moves to none. */
function seatWished({ content }: RegistrationPorts, wish: CorrectionWish): Seat | undefined {
  return wish.field === 'premises' ? findSeat(content.seats, wish.seat) : undefined
}

/** Why a document is no proof. */
type ProofFault = 'document-unknown' | 'paper-format-not-taken' | 'paper-too-large'

interface Asked {
  readonly asked: AskedCorrection
  readonly ownerIds: readonly string[]
}

/** The wish with the file itself in place of the document: what the lead reads is what was proposed. */
async function withProof(
  ports: RegistrationPorts,
  { tx, now }: CommandContext,
  { asked, ownerIds }: Asked,
): Promise<Result<CorrectionWish, ProofFault>> {
  if (asked.field !== 'own-premises') return accept(asked)
  const { document, ...wish } = asked
  const found = await findLatestDocument(tx, { document, ownerIds })
  if (found === undefined) return refuse('document-unknown')
  const { file: digest, kind: format, size: bytes, name } = found
  const proof = takenFile(ports.content.papers, {
    digest,
    format,
    bytes,
    name,
    attachedAt: now.toISOString(),
  })
  return proof.ok ? accept({ ...wish, proof: proof.value }) : proof
}

/** The proposal that waits, or undefined. */
async function findProposal({ tx }: CommandContext, applicationId: string) {
  return registrationTables(tx)
    .selectFrom('registration_correction')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
}

async function validLicence({ tx }: CommandContext, applicationId: string): Promise<LicenceDocument> {
  const row = await registrationTables(tx)
    .selectFrom('licence')
    .select('document')
    .where('application_id', '=', applicationId)
    .where('status', '=', 'valid')
    .executeTakeFirst()
  assert(row !== undefined, 'an approved application has a valid licence')
  return row.document
}

type Settling = Promise<
  Result<
    { licence: IssuedLicence },
    | CorrectionFault
    | 'application-not-approved'
    | 'correction-not-proposed'
    | 'second-officer-required'
    | 'papers-unread'
    | 'host-not-confirmed'
  >
>

/** Second half: checked once more, since others may have taken name or seat meanwhile, and carried out. */
export async function confirmCorrection(
  ports: RegistrationPorts,
  context: CommandContext,
  id: string,
): Settling {
  const loaded = await lockApplication(context, id)
  const proposal = await findProposal(context, id)
  if (proposal === undefined) return refuse('correction-not-proposed')
  const officer = officerOf(context)
  const handled = handle(loaded, { type: 'confirm-correction', officer, proposedBy: proposal.proposed_by })
  if (!handled.ok) return handled
  const { wish } = proposal
  const ready = await readyToConfirm(ports, context, { row: loaded.row, correctionId: proposal.id, wish })
  if (!ready.ok) return ready
  if (wish.field === 'name') await lockNames(context)
  const before = await validLicence(context, id)
  const facts = await correctedFacts(ports, context, { row: loaded.row, before, wish })
  if (!facts.ok) return facts
  const moved = await takeEffect(ports, context, {
    loaded,
    wish,
    before,
    after: { ...before, ...facts.value },
  })
  if (!moved.ok) return moved
  await keepHostWord(context, proposal.id)
  const document = await issue(ports, context, { id, after: { ...before, ...facts.value } })
  await settleProposal(context, proposal.id, { state: 'confirmed', reason: null })
  await writeApplication(context, loaded, handled.value)
  const { number, unifiedCode, name, establishedOn } = document
  const body = {
    field: wish.field,
    licence: number,
    replaces: before.number,
    officer: context.commit(officer),
  }
  context.record({ act: 'registration.licence-corrected', subject: loaded.row.number, body })
  context.emit({
    type: 'registration.licence-corrected',
    subject: id,
    body: { number: loaded.row.number, licence: number },
  })
  return accept({ licence: { number, unifiedCode, name, establishedOn } })
}

interface Confirming {
  readonly row: ApplicationRow
  readonly correctionId: string
  readonly wish: CorrectionWish
}

/** Nobody confirms a proof they have not read, or a seat whose host has not said that it takes the subject in. */
async function readyToConfirm(
  ports: RegistrationPorts,
  context: CommandContext,
  { row, correctionId, wish }: Confirming,
): Promise<Result<null, 'papers-unread' | 'host-not-confirmed'>> {
  if (wish.field === 'own-premises') {
    const opened = await openedBy(registrationTables(context.tx), { id: row.id, officer: officerOf(context) })
    if (!opened.has(wish.proof.digest)) return refuse('papers-unread', { unread: 1 })
  }
  const seat = seatWished(ports, wish)
  if (seat === undefined) return accept(null)
  const host = await correctionHostStanding(context.tx, { row, correctionId, seat })
  return host === 'confirmed' || host === 'not-needed' ? accept(null) : refuse('host-not-confirmed', { host })
}

/** A new licence, a new version, news to the receivers. */
async function issue(
  ports: RegistrationPorts,
  context: CommandContext,
  { id, after }: { readonly id: string; readonly after: LicenceDocument },
): Promise<LicenceDocument> {
  const { rows } = await sql<{ next: number }>`
    select nextval('guanjia.registration_licence_number') as next`.execute(context.tx)
  const today = dayOf(ports, context.now)
  const sequence = String(rows[0]?.next ?? 0).padStart(6, '0')
  const number = `${ports.content.services.registrar.code}${today.replaceAll('-', '')}${sequence}`
  const document: LicenceDocument = { ...after, number, issuedOn: today }
  await replaceLicence(ports, context, { applicationId: id, document })
  await correctVersion(context, document)
  const { unifiedCode: code } = document
  await writePushes(ports, context, { applicationId: id, code, occasion: 'correction', licence: number })
  return document
}

interface Effect {
  readonly loaded: LoadedApplication
  readonly wish: CorrectionWish
  readonly before: LicenceDocument
  readonly after: LicenceDocument
}

/** What else changes with a field: the name kept, the seat in use, who represents the company. */
async function takeEffect(
  ports: RegistrationPorts,
  context: CommandContext,
  { loaded, wish, before, after }: Effect,
): Promise<Result<null, 'seat-taken' | 'seat-unknown' | 'correction-name-unlawful'>> {
  const { id } = loaded.row
  if (wish.field === 'name')
    return rename(ports, context, { id, from: before.name ?? '', to: after.name ?? '' })
  if (wish.field === 'premises') return moveSeat(ports, context, { id, code: wish.seat })
  if (wish.field === 'own-premises') await freeSeatInUse(context, id)
  if (wish.field === 'representative')
    await sql`
      update market_entity_person p set duties = case
        when s.party_id = ${wish.partyId} then array_append(array_remove(p.duties, 'legal-representative'), 'legal-representative')
        else array_remove(p.duties, 'legal-representative') end
      from registration_signature s
      where p.unified_code = ${after.unifiedCode} and s.application_id = ${id} and s.person_id = p.person_id`.execute(
      context.tx,
    )
  return accept(null)
}

async function moveSeat(
  ports: RegistrationPorts,
  context: CommandContext,
  { id, code }: { readonly id: string; readonly code: string },
): Promise<Result<null, 'seat-taken' | 'seat-unknown'>> {
  await freeSeatInUse(context, id)
  for (const command of ['hold', 'use'] as const) {
    const stepped = await stepSeat(ports, context, { code, applicationId: id, command })
    if (!stepped.ok) return refuse(stepped.code === 'seat-unknown' ? 'seat-unknown' : 'seat-taken')
  }
  return accept(null)
}

/** The seat of a registered subject is free again: it moved, or it is no more. */
export async function freeSeatInUse({ tx, now }: CommandContext, applicationId: string): Promise<void> {
  await sql`
    with freed as (
      update registration_seat set state = 'free', application_id = null, until = null, changed_at = ${now}
      where application_id = ${applicationId}::uuid returning code, changed_at
    )
    insert into registration_seat_event (code, state, at) select code, 'free', changed_at from freed`.execute(
    tx,
  )
}

/** The old name stands in the way for another while (rule C10), the new one as long as the entity. */
async function rename(
  ports: RegistrationPorts,
  { tx, now }: CommandContext,
  { id, from, to }: { readonly id: string; readonly from: string; readonly to: string },
): Promise<Result<null, 'correction-name-unlawful'>> {
  const today = dayOf(ports, now)
  const until = protectedUntil(ports.names.tables, { state: 'renamed', on: today })
  const [oldKey, newKey] = [ports.names.sameKey(from), ports.names.sameKey(to)]
  if (oldKey === newKey) {
    await sql`
      with kept as (
        update registration_name set name = ${to} where application_id = ${id}::uuid returning name
      )
      insert into registration_name_change (removed, added) select ${from}, name from kept`.execute(tx)
    return accept(null)
  }
  const { rows } = await sql<{ added: string }>`
    with old as (
      update registration_name set state = 'renamed', until = ${until}::date, application_id = null
      where application_id = ${id}::uuid returning name, unified_code, until
    ), new as (
      insert into registration_name (same_key, name, application_id, unified_code, state, until, since)
      select ${newKey}, ${to}, ${id}::uuid, unified_code, 'registered', null, ${now} from old
      on conflict (same_key) do update
        set name = excluded.name, application_id = excluded.application_id, unified_code = excluded.unified_code,
            state = 'registered', until = null, since = excluded.since
        where registration_name.until < ${today}::date
      returning name
    )
    insert into registration_name_change (removed, added, until)
    select name, name, until from old union all select null, name, null from new
    returning added`.execute(tx)
  return rows.some(({ added }) => added === to)
    ? accept(null)
    : refuse('correction-name-unlawful', { rule: 'S1' })
}

interface Settled {
  readonly state: 'confirmed' | 'rejected'
  readonly reason: string | null
}

async function settleProposal(
  context: CommandContext,
  id: string,
  { state, reason }: Settled,
): Promise<void> {
  await registrationTables(context.tx)
    .updateTable('registration_correction')
    .set({ state, settled_by: officerOf(context), settled_at: context.now, settled_reason: reason })
    .where('id', '=', id)
    .execute()
}

/** Second half the other way: the licence stays as it is. */
export async function rejectCorrection(
  context: CommandContext,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<
  Result<
    { rejected: true },
    'application-not-approved' | 'correction-not-proposed' | 'second-officer-required'
  >
> {
  const loaded = await lockApplication(context, id)
  const proposal = await findProposal(context, id)
  if (proposal === undefined) return refuse('correction-not-proposed')
  const officer = officerOf(context)
  const handled = handle(loaded, { type: 'reject-correction', officer, proposedBy: proposal.proposed_by })
  if (!handled.ok) return handled
  await settleProposal(context, proposal.id, { state: 'rejected', reason })
  await writeApplication(context, loaded, handled.value)
  const body = {
    field: proposal.wish.field,
    officer: context.commit(officer),
    reason: context.commit(reason),
  }
  context.record({ act: 'registration.correction-rejected', subject: loaded.row.number, body })
  return accept({ rejected: true })
}

/**
 * Applications in and out of the database: the row, the life it stands for, and the line of events beside it.
 */

import { principalRef } from '@guanjia/core/access'
import { accept, type Result } from '@guanjia/core/kernel'
import {
  type ApplicationCommand,
  type ApplicationEvent,
  type ApplicationLife,
  type ApplicationRefusal,
  type ApplicationStage,
  evolveApplication,
  handleApplication,
} from '@guanjia/core/registration'
import { sql } from 'kysely'
import type { CommandContext } from '../platform/commands/command.ts'
import type { Transaction } from '../platform/database/database.ts'
import {
  type ApplicationRow,
  type ApplicationUpdate,
  type RegistrationDatabase,
  registrationTables,
} from './registration-tables.ts'

/** An application under a lock, as its row and as the life it stands for. */
export interface LoadedApplication {
  readonly row: ApplicationRow
  readonly life: ApplicationLife
}

/** The row of an application, or undefined. */
export function findApplication(
  database: RegistrationDatabase,
  id: string,
): Promise<ApplicationRow | undefined> {
  return database.selectFrom('registration_application').selectAll().where('id', '=', id).executeTakeFirst()
}

/**
 * Locks an application and reads it, with the keys of those who have not signed; the route has made sure it exists. Who has not
 * signed is read once the lock is held: a statement that waited for it would still see them as before the wait.
 */
export async function lockApplication({ tx }: CommandContext, id: string): Promise<LoadedApplication> {
  const tables = registrationTables(tx)
  const row = await tables
    .selectFrom('registration_application')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Error('the application was found a moment ago')
  return { row, life: lifeOf(row, row.stage === 'signing' ? await findMissing(tables, id) : []) }
}

async function findMissing(tables: RegistrationDatabase, id: string): Promise<string[]> {
  const rows = await tables
    .selectFrom('registration_signature')
    .select('party_id')
    .where('application_id', '=', id)
    .where('signed_at', 'is', null)
    .orderBy('party_id')
    .execute()
  return rows.map((row) => row.party_id)
}

/**
 * The life that a row stands for.
 *
 * @param missing - keys of those who have not signed yet
 */
export function lifeOf(row: ApplicationRow, missing: readonly string[]): ApplicationLife {
  return { stage: stageOf(row, missing), humanActs: row.human_acts }
}

function stageOf(row: ApplicationRow, missing: readonly string[]): ApplicationStage {
  const decisionId = row.decision_id ?? ''
  switch (row.stage) {
    case 'signing':
      return { at: 'signing', documentsDigest: row.documents_digest ?? '', missing }
    case 'with-officer':
      return { at: 'with-officer', officer: row.officer }
    case 'revocation-proposed':
      return { at: 'revocation-proposed', decisionId, proposedBy: row.revocation_proposed_by ?? '' }
    case 'approved':
    case 'refused':
    case 'revoked':
      return { at: row.stage, decisionId }
    default:
      return { at: row.stage }
  }
}

/** What follows from a command on a loaded application. */
export interface Handled {
  readonly events: readonly ApplicationEvent[]
  readonly after: ApplicationLife
}

/** Asks the core what follows. */
export function handle<Given extends ApplicationCommand>(
  loaded: LoadedApplication,
  command: Given,
): Result<Handled, ApplicationRefusal<Given['type']>> {
  const answer = handleApplication(loaded.life, command)
  if (!answer.ok) return answer
  const after = answer.value.reduce(evolveApplication, loaded.life)
  return { ok: true, value: { events: answer.value, after } }
}

/** Columns that a command changes besides the stage. */
export type ApplicationPatch = Partial<Omit<ApplicationRow, 'id' | 'number' | 'stage' | 'human_acts'>>

/** Writes what followed: the row, and one line for each event. */
export async function writeApplication(
  context: CommandContext,
  { row }: Pick<LoadedApplication, 'row'>,
  { events, after }: Handled,
  patch: ApplicationPatch = {},
): Promise<void> {
  const tables = registrationTables(context.tx)
  await tables
    .updateTable('registration_application')
    .set({
      ...columnsOf(patch),
      stage: after.stage.at,
      human_acts: after.humanActs,
      updated_at: context.now,
    })
    .where('id', '=', row.id)
    .execute()
  await appendEvents(context, row.id, events)
}

/** JSON columns are written as text: the driver would take a list for an array of PostgreSQL. */
function columnsOf({
  answers,
  papers,
  due_because,
  reasons,
  referral_trace,
  ...rest
}: ApplicationPatch): ApplicationUpdate {
  const json = { answers, papers, due_because, reasons, referral_trace }
  const texts = Object.entries(json).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value === null ? null : JSON.stringify(value)] as const],
  )
  return { ...rest, ...Object.fromEntries(texts) }
}

/** Adds events to the line of an application. */
export async function appendEvents(
  { tx, now, principal }: CommandContext,
  applicationId: string,
  events: readonly ApplicationEvent[],
): Promise<void> {
  const rows = events.map(
    (event) =>
      sql`(${applicationId}::uuid, ${event.type}, ${JSON.stringify(event)}::jsonb, ${principalRef(principal)}, ${now}::timestamptz)`,
  )
  if (rows.length === 0) return
  await sql`
    insert into registration_event (application_id, type, body, principal, at) values ${sql.join(rows)}`.execute(
    tx,
  )
}

/** Whether an act counts as the applicant's own or as that of the staff. */
export function actorOf({ principal }: Pick<CommandContext, 'principal'>): 'applicant' | 'staff' {
  const isStaff = principal.kind === 'person' && principal.roles.some((role) => role !== 'applicant')
  return isStaff ? 'staff' : 'applicant'
}

/** What of an application its applicant changes. */
type Changed = Pick<ApplicationPatch, 'answers' | 'papers' | 'pledged_at'>

/** Writes new answers or papers and voids what was signed over the old ones; the new version. */
export async function changeAnswers(
  context: CommandContext,
  loaded: LoadedApplication,
  changed: Changed,
): Promise<Result<number, 'application-not-open'>> {
  const handled = handle(loaded, { type: 'save-answers', by: actorOf(context) })
  if (!handled.ok) return handled
  const version = loaded.row.version + 1
  await writeApplication(context, loaded, handled.value, { ...changed, version })
  return accept(version)
}

/** Saved as it is: its time begins anew, and nothing else changes; the version as it was. */
export async function keepLonger(
  context: CommandContext,
  loaded: LoadedApplication,
): Promise<Result<number, 'application-not-open'>> {
  const handled = handle(loaded, { type: 'save-answers', by: actorOf(context) })
  if (!handled.ok) return handled
  await writeApplication(context, loaded, { events: [], after: loaded.life })
  return accept(loaded.row.version)
}

/** The people of an application. */
export interface ApplicationPeople {
  /** whose it is */
  readonly owner: string | undefined
  readonly signers: readonly string[]
}

/** Whose an application is, and who signs it; nobody where there is none. */
export async function findApplicationPeople(tx: Transaction, id: string): Promise<ApplicationPeople> {
  const found = await findPeopleOfApplications(tx, [id])
  return found.get(id) ?? { owner: undefined, signers: [] }
}

/** The people of each of these applications that there is. */
export async function findPeopleOfApplications(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ApplicationPeople>> {
  const { rows } = await sql<{ id: string; owner: string; signers: string[] }>`
    select a.id, a.owner_id as owner,
      array(select distinct s.person_id::text from registration_signature s where s.application_id = a.id) as signers
    from registration_application a where a.id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, ...people }) => [id, people]))
}

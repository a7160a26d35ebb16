/**
 * One project as its stewards see it: what the board knows of it, its open gates, reminders, photos and journeys.
 */

import type { readStewardPage } from '@guanjia/contract/projects'
import type { RouteOutput } from '@guanjia/contract/route'
import { accept, type Result } from '@guanjia/core/kernel'
import { type Contact, zeroVisitCount } from '@guanjia/core/projects'
import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import { readBoard } from '../board/board.ts'
import { laneName } from '../board/risk-view.ts'
import type { ProjectsRoom } from '../projects-ports.ts'

type Page = RouteOutput<typeof readStewardPage>

/** What a page is read with. */
export interface StewardPageWish {
  readonly projectId: string
  readonly now: Date
  readonly language: 'zh-CN' | 'en'
}

/** The stewards' side of a project. */
export async function stewardPage(
  room: ProjectsRoom,
  { projectId, now, language }: StewardPageWish,
): Promise<Result<Page, 'calendar-not-published'>> {
  const { database } = room
  const board = await readBoard(room, database, { scope: { projectId }, now, language })
  if (!board.ok) return board
  const [row] = board.value.rows
  const stored = board.value.stored.get(projectId)
  if (row === undefined || stored === undefined)
    throw new Error('a project that was found is on its own board')
  return accept({
    row,
    owner: { name: await ownerOf(database, projectId) },
    gates: stored.gates.map((gate) => ({
      step: gate.step,
      name: gate.name[language] ?? gate.step,
      who: laneName(room, gate.lane, language),
      isBegun: gate.isBegun,
      start: gate.startOn,
      end: gate.endOn,
      late: gate.lateOn,
      float: gate.float,
    })),
    reminders: await readReminders(database, projectId),
    photos: await readPhotos(database, projectId),
    journeys: await readJourneys(database, projectId),
  })
}

async function ownerOf(database: Database, projectId: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select person.name from project join person on person.id = project.owner_id
    where project.id = ${projectId}`.execute(database)
  return rows[0]?.name ?? ''
}

async function readReminders(database: Database, projectId: string): Promise<Page['reminders']> {
  const { rows } = await sql<Page['reminders'][number]>`
    select reminder.id, reminder.text, sender.name as by, recipient.name as recipient,
      to_char(batch.sends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
      case when project.owner_id = recipient.id then 'applicant' else 'authority' end as role
    from project_reminder reminder
      join reminder_batch batch on batch.id = reminder.batch_id and batch.state = 'sent'
      join project on project.id = reminder.project_id
      join person sender on sender.id = batch.sender_id
      join person recipient on recipient.id = reminder.recipient_id
    where reminder.project_id = ${projectId} order by batch.sends_at desc, reminder.id`.execute(database)
  return rows
}

async function readPhotos(database: Database, projectId: string): Promise<Page['photos']> {
  const { rows } = await sql<Page['photos'][number]>`
    select photo.id, photo.contact_id as contact, photo.size from project_contact_photo photo
      join project_contact contact on contact.id = photo.contact_id
    where contact.project_id = ${projectId} order by photo.kept_at, photo.id`.execute(database)
  return rows
}

/** Cases of the project, and what of them cost the applicant a journey: a contact, or a case received at a counter. */
async function readJourneys(database: Database, projectId: string): Promise<Page['journeys']> {
  const { rows: cases } = await sql<{ id: string }>`
    select case_id as id from project_step_case where project_id = ${projectId}
    union select case_id from project_contact where project_id = ${projectId} and case_id is not null`.execute(
    database,
  )
  const ids = cases.map(({ id }) => id)
  const { rows } = await sql<{ id: string; channel: Contact['channel']; by: Contact['by']; caseId: string }>`
    select contact.id, contact.channel, contact.by, contact.case_id as "caseId" from project_contact contact
    where contact.project_id = ${projectId} and contact.case_id is not null
    union all
    select file.id, 'counter', 'applicant', file.id from case_file file
    where file.channel = 'counter' and file.id = any(${ids}::uuid[])
    union all
    select event.case_id, 'counter', 'applicant', event.case_id from case_event event
    where event.type = 'delivered' and event.body->>'how' = 'counter' and event.case_id = any(${ids}::uuid[])`.execute(
    database,
  )
  const contacts = rows.map((row) => ({ ...row, at: 0 }))
  const { cases: counted, withoutVisit } = zeroVisitCount(ids, contacts)
  return { cases: counted, withoutVisit, visits: await countVisits(database, projectId) }
}

async function countVisits(database: Database, projectId: string): Promise<number> {
  const { rows } = await sql<{ visits: number }>`
    select count(*)::int as visits from project_contact
    where project_id = ${projectId} and channel = 'visit' and by = 'steward'`.execute(database)
  return rows[0]?.visits ?? 0
}

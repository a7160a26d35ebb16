/**
 * Writing reminders, sending them after a few seconds, taking them back.
 */

import { accept, filled, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import { type Board, readBoard } from '../board/board.ts'
import type { BoardScope } from '../board/board-rows.ts'
import { type ProjectsRoom, personOf } from '../projects-ports.ts'
import { enqueueBatch } from './reminder-jobs.ts'
import { type AtRisk, findRecipientsOf, type ReminderRecipient } from './reminder-recipients.ts'
import { reminderTables } from './reminder-tables.ts'

/** Who asks about which projects. */
export interface ReminderQuestion {
  readonly scope: BoardScope
  readonly projects: readonly string[]
  readonly now: Date
  readonly steward: string
}

/** A message to one recipient about one project. */
export interface DraftedReminder {
  readonly projectId: string
  readonly number: string
  readonly name: string
  readonly recipientId: string
  readonly recipient: string
  readonly role: ReminderRecipient['role']
  readonly text: string
}

/** A project about which nobody is reminded. */
export interface NotReminded {
  readonly projectId: string
  readonly number: string
  readonly name: string
  readonly because: string
}

type QuestionRefusal = 'project-not-stewarded' | 'calendar-not-published'

const longestText = 300

/** The messages as they would be sent, and the projects that have none. */
export async function previewReminders(
  room: ProjectsRoom,
  database: Database,
  question: ReminderQuestion,
): Promise<Result<{ messages: DraftedReminder[]; without: NotReminded[] }, QuestionRefusal>> {
  const board = await boardFor(room, database, question)
  if (!board.ok) return board
  const chosen = question.projects.flatMap((id) => board.value.rows.find((row) => row.id === id) ?? [])
  const atRisk = projectsAtRisk(board.value, question.projects)
  const recipients = await findRecipientsOf(database, atRisk)
  const { noGate, nobody } = room.content.reminder
  const without = chosen
    .filter(({ id }) => (recipients.get(id) ?? []).length === 0)
    .map(({ id, number, name, risk }) => ({
      projectId: id,
      number,
      name,
      because: (risk === null ? noGate : nobody)['zh-CN'],
    }))
  const messages = atRisk.flatMap((project) =>
    (recipients.get(project.row.id) ?? []).map((recipient) => drafted(room, project, recipient, question)),
  )
  return accept({ messages, without })
}

function drafted(
  { content }: ProjectsRoom,
  { row }: AtRisk,
  { id, name, role }: ReminderRecipient,
  { steward }: ReminderQuestion,
): DraftedReminder {
  const text = filled(content.reminder[role]['zh-CN'], {
    project: row.name,
    number: row.number,
    sentence: row.risk.sentence,
    steward,
  })
  return {
    projectId: row.id,
    number: row.number,
    name: row.name,
    recipientId: id,
    recipient: name,
    role,
    text: text.slice(0, longestText),
  }
}

/** The board of whoever asks; every project asked about must stand on it. */
async function boardFor(
  room: ProjectsRoom,
  database: Database,
  { scope, projects, now }: ReminderQuestion,
): Promise<Result<Board, QuestionRefusal>> {
  const board = await readBoard(room, database, { scope, now, language: 'zh-CN' })
  if (!board.ok) return board
  const stranger = projects.find((id) => !board.value.stored.has(id))
  return stranger === undefined ? board : refuse('project-not-stewarded', { project: stranger })
}

function projectsAtRisk({ rows, stored }: Board, projects: readonly string[]): readonly AtRisk[] {
  return projects.flatMap((id) => {
    const row = rows.find((one) => one.id === id)
    const kept = stored.get(id)
    if (kept === undefined || row === undefined || row.risk === null) return []
    return [{ row: { ...row, risk: row.risk }, stored: kept }]
  })
}

/** A message as somebody wants it sent. */
export interface WantedReminder {
  readonly projectId: string
  readonly recipientId: string
  readonly text: string
}

type SendingRefusal = QuestionRefusal | 'recipient-not-concerned' | 'recipient-named-twice'

/** Keeps a batch that leaves when the seconds to take it back are over. */
export async function sendReminders(
  room: ProjectsRoom,
  context: CommandContext,
  { scope, messages }: { readonly scope: BoardScope; readonly messages: readonly WantedReminder[] },
): Promise<Result<{ batch: string; messages: number; sendsAt: string }, SendingRefusal>> {
  const projects = [...new Set(messages.map(({ projectId }) => projectId))]
  const question = { scope, projects, now: context.now, steward: '' }
  const board = await boardFor(room, context.tx, question)
  if (!board.ok) return board
  const checked = await checkedMessages(context, projectsAtRisk(board.value, projects), messages)
  if (!checked.ok) return checked
  const sendsAt = new Date(context.now.getTime() + room.content.undoWithin.value * 1000)
  const batch = room.newId()
  const tables = reminderTables(context.tx)
  await tables
    .insertInto('reminder_batch')
    .values({
      id: batch,
      sender_id: personOf(context),
      made_at: context.now,
      sends_at: sendsAt,
      state: 'waiting',
    })
    .execute()
  await tables
    .insertInto('project_reminder')
    .values(checked.value.map((row) => ({ id: room.newId(), batch_id: batch, ...row })))
    .execute()
  await enqueueBatch(room, context.tx, { batch, sendsAt })
  return accept({ batch, messages: messages.length, sendsAt: sendsAt.toISOString() })
}

/** Each message belongs to a recipient of its project, and each recipient hears of a project once. */
async function checkedMessages(
  { tx }: CommandContext,
  atRisk: readonly AtRisk[],
  messages: readonly WantedReminder[],
) {
  const recipients = await findRecipientsOf(tx, atRisk)
  const seen = new Set<string>()
  const rows = []
  for (const { projectId, recipientId, text } of messages) {
    const project = atRisk.find(({ row }) => row.id === projectId)
    const isConcerned = recipients.get(projectId)?.some(({ id }) => id === recipientId) === true
    if (project === undefined || !isConcerned) return refuse('recipient-not-concerned', { projectId })
    const key = `${projectId} ${recipientId}`
    if (seen.has(key)) return refuse('recipient-named-twice', { projectId })
    seen.add(key)
    const { step, by, stepName } = project.row.risk
    rows.push({
      project_id: projectId,
      recipient_id: recipientId,
      step,
      step_name: { 'zh-CN': stepName },
      due_on: by,
      text,
    })
  }
  return accept(rows)
}

/** Takes a batch back while it waits. */
export async function undoReminders(
  context: CommandContext,
  batch: string,
): Promise<Result<{ batch: string }, 'reminders-unknown' | 'reminders-sent'>> {
  const tables = reminderTables(context.tx)
  const known = await tables
    .selectFrom('reminder_batch')
    .select(['state', 'sends_at'])
    .where('id', '=', batch)
    .where('sender_id', '=', personOf(context))
    .forUpdate()
    .executeTakeFirst()
  if (known === undefined) return refuse('reminders-unknown')
  if (known.state === 'undone') return accept({ batch })
  if (known.state === 'sent' || known.sends_at <= context.now) return refuse('reminders-sent')
  await tables.updateTable('reminder_batch').set({ state: 'undone' }).where('id', '=', batch).execute()
  return accept({ batch })
}

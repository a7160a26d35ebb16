/**
 * Opening, saving and taking back an application.
 */

import { isDeepStrictEqual } from 'node:util'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import {
  type ApplicationDraft,
  caseNumber,
  plainAnswers,
  type SectionProgress,
  taskList,
} from '@guanjia/core/registration'
import { sql } from 'kysely'
import type { CommandContext } from '../platform/commands/command.ts'
import {
  appendEvents,
  changeAnswers,
  findApplication,
  handle,
  keepLonger,
  lockApplication,
  writeApplication,
} from './application-store.ts'
import { handedIn, paperViews } from './handed-in/handed-in.ts'
import { alignNamePeriod, releaseName } from './name-commands.ts'
import { applicationRules } from './registration-content.ts'
import type { Language } from './registration-english.ts'
import { dayOf, type RegistrationPorts } from './registration-ports.ts'
import { type ApplicationRow, registrationTables } from './registration-tables.ts'
import { releaseSeatOf } from './seat-commands.ts'

/** What is opened. */
export interface Opening {
  readonly id: string
  readonly ownerId: string
  readonly kind: 'LLC' | 'IND'
  /** application whose answers are taken over; its name and seat are not */
  readonly copyOf?: string | undefined
  readonly special?: ApplicationDraft['special'] | undefined
}

/** What an application begins with: the answers taken over without name and seat, and what was asked before. */
function firstAnswers(answers: ApplicationDraft, special: Opening['special']): Partial<ApplicationDraft> {
  const { name: _name, seat: _seat, ...taken } = answers
  return special === undefined ? taken : { ...taken, special }
}

interface Source {
  readonly answers: ApplicationDraft
  readonly papers: ApplicationRow['papers']
}

/** The application whose answers and papers are taken over: one's own, of the same kind. */
async function findSource(
  { tx }: CommandContext,
  { copyOf, ownerId, kind }: Opening,
): Promise<Result<Source, 'application-unknown'>> {
  if (copyOf === undefined) return accept({ answers: { kind }, papers: [] })
  const source = await findApplication(registrationTables(tx), copyOf)
  return source?.owner_id === ownerId && source.kind === kind ? accept(source) : refuse('application-unknown')
}

/** Opens an application. */
export async function createApplication(
  ports: RegistrationPorts,
  context: CommandContext,
  opening: Opening,
): Promise<Result<{ id: string; number: string; version: number }, 'application-unknown'>> {
  const { id, ownerId, kind, special } = opening
  const tables = registrationTables(context.tx)
  const source = await findSource(context, opening)
  if (!source.ok) return source
  const answers = firstAnswers(source.value.answers, special)
  const { rows } = await sql<{ next: number }>`
    select nextval('guanjia.registration_case_number') as next`.execute(context.tx)
  const year = Number(dayOf(ports, context.now).slice(0, 4))
  const number = caseNumber(ports.content.services.caseNumberPrefix, year, rows[0]?.next ?? 0)
  await tables
    .insertInto('registration_application')
    .values({
      id,
      number,
      owner_id: ownerId,
      kind,
      answers: JSON.stringify(answers),
      papers: JSON.stringify(source.value.papers),
      created_at: context.now,
      updated_at: context.now,
    })
    .execute()
  await appendEvents(context, id, [{ type: 'opened' }])
  return accept({ id, number, version: 1 })
}

/** What is saved, and over which version. */
export interface Saving {
  readonly id: string
  readonly version: number
  readonly answers: ApplicationDraft
  /** of who saves */
  readonly language: Language
}

/** The answer to a save. */
export interface Saved {
  readonly version: number
  readonly tasks: SectionProgress[]
  readonly papers: ReturnType<typeof paperViews>
  readonly savedAt: string
}

/**
 * Saves all answers over a version that the sender has seen. Where they are those that stand already, nothing moves but the day
 * from which the application is kept: signatures stay, and so does the version.
 */
export async function saveAnswers(
  ports: RegistrationPorts,
  context: CommandContext,
  saving: Saving,
): Promise<Result<Saved, 'answers-changed-meanwhile' | 'kind-fixed' | 'application-not-open'>> {
  const loaded = await lockApplication(context, saving.id)
  if (loaded.row.kind !== saving.answers.kind) return refuse('kind-fixed')
  if (loaded.row.version !== saving.version)
    return refuse('answers-changed-meanwhile', { version: loaded.row.version })
  const answers = plainAnswers(saving.answers)
  const isSame = isDeepStrictEqual(JSON.parse(JSON.stringify(answers)), loaded.row.answers)
  const saved = isSame ? await keepLonger(context, loaded) : await changeAnswers(context, loaded, { answers })
  if (!saved.ok) return saved
  await alignNamePeriod(ports, context, { id: saving.id, answers })
  const rules = applicationRules(ports.content, dayOf(ports, context.now))
  const now = { answers, papers: loaded.row.papers }
  return accept({
    version: saved.value,
    tasks: [...taskList(answers, rules, handedIn(ports, now))],
    papers: paperViews(ports, now, saving.language),
    savedAt: context.now.toISOString(),
  })
}

/** Takes an application back and frees its name and its seat. */
export async function withdrawApplication(
  context: CommandContext,
  id: string,
): Promise<Result<{ stage: 'withdrawn' }, 'application-not-open'>> {
  const loaded = await lockApplication(context, id)
  const handled = handle(loaded, { type: 'withdraw' })
  if (!handled.ok) return handled
  await releaseName(context, id)
  await releaseSeatOf(context, id)
  await writeApplication(context, loaded, handled.value)
  context.record({ act: 'registration.withdrawn', subject: loaded.row.number, body: {} })
  context.emit({ type: 'registration.withdrawn', subject: id, body: { number: loaded.row.number } })
  return accept({ stage: 'withdrawn' })
}

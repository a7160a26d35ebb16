/**
 * Plays the work of supervision: every step is a request of somebody with the duty for it, on its day.
 */

import { addDays, type PlainDate } from '@guanjia/core/calendar'
import type { AccessTables } from '../../access/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { PlayedClock, Send } from '../projects/people-at-work.ts'
import { type PlayedPartner, playedPartners } from './played-partner.ts'
import type { SupervisionStep } from './supervision-script.ts'

/** What it is played with. */
export interface SupervisionPlaying {
  readonly send: Send
  readonly clock: PlayedClock
  readonly database: Database
  /** the day the demonstration stands at */
  readonly asOf: PlainDate
}

/** Plays the steps in the order of their days; those of one day in the order of the script. */
export async function playSupervision(
  { send, clock, database, asOf }: SupervisionPlaying,
  steps: readonly SupervisionStep[],
): Promise<void> {
  const answers = new Map<string, Answer>()
  const known = { answers, people: await accountsOf(database), partner: playedPartners(), asOf }
  const addressOf = (path: string) =>
    `/api/supervision/${path.replace(/\{(\w+)\}/g, (_, wanted: string) => String(answered(known, wanted, 'id')))}`
  for (const step of steps.toSorted((one, other) => one.on - other.on)) {
    const { on, who, post, get, as: name, body = {} } = step
    clock.set(new Date(`${addDays(asOf, on)}T06:00:00Z`))
    if (get !== undefined) await send(who, 'GET', addressOf(get))
    if (post === undefined) continue
    const answer = await send<Answer>(who, 'POST', addressOf(post), filled(body, known))
    if (name !== undefined) answers.set(name, answer)
  }
}

/** People by their log-in. */
async function accountsOf(database: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await database
    .withTables<AccessTables>()
    .selectFrom('staff_account')
    .select(['username', 'person_id'])
    .execute()
  return new Map(rows.map(({ username, person_id }) => [username, person_id]))
}

type Answer = Readonly<Record<string, string | number>>

interface Known {
  readonly answers: ReadonlyMap<string, Answer>
  readonly people: ReadonlyMap<string, string>
  readonly partner: (id: string) => PlayedPartner
  readonly asOf: PlainDate
}

/** What an earlier step of the script was answered with. */
function answered({ answers }: Known, name: string, field: string): string | number {
  const value = answers.get(name)?.[field]
  if (value === undefined) throw new Error(`the script speaks of ${field} of ${name} before it is there`)
  return value
}

function personOf({ people }: Known, name: string): string {
  const id = people.get(name)
  if (id === undefined) throw new Error(`nobody logs in as ${name}`)
  return id
}

/** The body with its days, ids and signatures; everything else stays as it is written. */
function filled(value: unknown, known: Known): unknown {
  if (Array.isArray(value)) return value.map((member) => filled(member, known))
  if (typeof value !== 'object' || value === null) return value
  const stands = standIn(value, known)
  if (stands !== undefined) return stands
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, filled(member, known)]))
}

/** What a placeholder stands for; undefined where it is none. */
// oxlint-disable-next-line complexity -- one line a placeholder
function standIn(value: object, known: Known): unknown {
  if ('days' in value && typeof value.days === 'number') return addDays(known.asOf, value.days)
  if ('momentOf' in value && typeof value.momentOf === 'number')
    return `${addDays(known.asOf, value.momentOf)}T06:00:00Z`
  if ('idOf' in value && typeof value.idOf === 'string') return answered(known, value.idOf, 'id')
  if ('personOf' in value && typeof value.personOf === 'string') return personOf(known, value.personOf)
  if ('answerOf' in value && typeof value.answerOf === 'string') {
    const [name = '', field = '', last] = value.answerOf.split('.')
    const answer = answered(known, name, field)
    return last === undefined ? answer : String(answer).slice(-Number(last))
  }
  if ('keyOf' in value && typeof value.keyOf === 'string') return known.partner(value.keyOf).publicKey
  if ('signedBy' in value && typeof value.signedBy === 'string' && 'as' in value && 'says' in value)
    return known
      .partner(value.signedBy)
      .file(String(value.as), filled(value.says, known) as Readonly<Record<string, string | number>>)
  return undefined
}

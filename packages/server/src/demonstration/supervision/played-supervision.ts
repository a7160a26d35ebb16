/**
 * Plays the work of supervision: every step is a request of somebody with the duty for it, on its day.
 */

import { addDays, type PlainDate } from '@guanjia/core/calendar'
import type { AccessTables } from '../../access/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { PlayedClock, Send } from '../projects/people-at-work.ts'
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
  const ids = new Map<string, string>()
  const people = await accountsOf(database)
  for (const { on, who, post, as: name, body = {} } of steps.toSorted((one, other) => one.on - other.on)) {
    clock.set(new Date(`${addDays(asOf, on)}T06:00:00Z`))
    const path = post.replace(/\{(\w+)\}/g, (_, known: string) => idOf(ids, known))
    const sent = filled(body, { ids, people, asOf })
    const answer = await send<{ readonly id?: string }>(who, 'POST', `/api/supervision/${path}`, sent)
    if (name !== undefined && answer.id !== undefined) ids.set(name, answer.id)
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

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`the script speaks of ${name} before it is there`)
  return id
}

interface Known {
  readonly ids: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
  readonly asOf: PlainDate
}

/** The body with its days; everything else stays as it is written. */
function filled(value: unknown, known: Known): unknown {
  if (Array.isArray(value)) return value.map((member) => filled(member, known))
  if (typeof value !== 'object' || value === null) return value
  if ('days' in value && typeof value.days === 'number') return addDays(known.asOf, value.days)
  if ('idOf' in value && typeof value.idOf === 'string') return idOf(known.ids, value.idOf)
  if ('personOf' in value && typeof value.personOf === 'string') return idOf(known.people, value.personOf)
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, filled(member, known)]))
}

/**
 * Plays the leads of a demonstration: keys made as a handler's browser makes them, reports sealed as the intake seals them.
 */

import { webcrypto } from 'node:crypto'
import { addDays, type PlainDate } from '@guanjia/core/calendar'
import { makeLockedKey } from '@guanjia/core/leads'
import { fileWritten } from '../../leads/index.ts'
import type { DatabaseAddress } from '../../platform/database/database.ts'
import type { PlayedClock, Send } from '../projects/people-at-work.ts'
import type { LeadScript } from './leads-content.ts'

/** What the leads are played with. */
export interface LeadPlaying {
  readonly send: Send
  readonly clock: PlayedClock
  /** the intake's way to the schema of leads */
  readonly intake: DatabaseAddress
  /** the day the demonstration stands at */
  readonly asOf: PlainDate
}

/** Plays the script: keys first, then what happened, day by day. */
export async function playLeads(
  playing: LeadPlaying,
  { passphrase, keys, leads }: LeadScript,
): Promise<void> {
  const { clock, intake, asOf } = playing
  const first = Math.min(...leads.map(({ on }) => on))
  clock.set(noonOf(addDays(asOf, first - 1)))
  for (const key of keys) await makeKey(playing, key, passphrase)
  const ids: string[] = []
  for (const { on, about, identity, acts: _, ...said } of leads) {
    const report = { ...said, isRetaliation: false, files: [] }
    const filed = await fileWritten(intake, { about, on: addDays(asOf, on), report, identity })
    ids.push(filed.id)
  }
  const acts = leads.flatMap((lead, place) => lead.acts.map((act) => ({ ...act, id: ids[place] ?? '' })))
  for (const act of acts.toSorted((one, other) => one.on - other.on)) {
    clock.set(noonOf(addDays(asOf, act.on)))
    await playing.send(act.who, 'POST', `/api/leads/${act.id}/acts`, act.do)
  }
}

/** Noon in the zone. */
function noonOf(day: PlainDate): Date {
  return new Date(`${day}T04:00:00Z`)
}

async function makeKey({ send }: LeadPlaying, key: LeadScript['keys'][number], passphrase: string) {
  const made = await makeLockedKey(webcrypto, passphrase)
  if (!made.ok) throw new Error(`demonstration/leads.yaml: ${made.code}`)
  await send(key.who, 'POST', '/api/leads/keys', { office: key.office, ...made.value.locked })
  await send(key.sheet, 'POST', `/api/leads/keys/${made.value.locked.keyId}/sheet`, {})
}

/**
 * The people of a demonstration at their screens: what they do goes through the same door, the same permissions and the same
 * commands as what anybody does, at the time the demonstration's clock shows.
 */

import { randomUUID } from 'node:crypto'
import { type AccessTables, admitNamedPerson, openSession, sessionCookie } from '../../access/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Http } from '../../platform/http/http.ts'
import { newId } from '../../platform/identifier.ts'
import type { DemonstrationPeople } from '../people.ts'

/** A clock that is put to the days of the demonstration. */
export interface PlayedClock extends Clock {
  readonly set: (instant: Date) => void
}

/** A clock that begins at an instant; legal time is the same time. */
export function playedClock(start: Date): PlayedClock {
  let now = start
  return {
    now: () => now,
    legalNow: async () => now,
    legalTime: () => now,
    machineTime: (at) => at,
    set: (instant) => {
      now = instant
    },
  }
}

/** Somebody who follows a link and is not signed in. */
export const passerBy = 'passer-by'

/** Sends as somebody; what is refused ends the play. */
export type Send = <T>(
  who: string,
  method: 'GET' | 'POST' | 'PATCH',
  url: string,
  body?: unknown,
) => Promise<T>

/** What the play is played on. */
export interface Stage {
  readonly http: Pick<Http, 'inject'>
  readonly database: Database
  readonly clock: PlayedClock
  readonly people: DemonstrationPeople
}

/** Opens the screens; everybody has a session of the day they act on. People are named by their log-in. */
export function peopleAtWork({ http, database, clock, people }: Stage): Send {
  const sessions = new Map<string, { readonly day: string; readonly token: string }>()
  const tokenOf = async (who: string): Promise<string> => {
    const day = clock.now().toISOString().slice(0, 13)
    const known = sessions.get(who)
    if (known?.day === day) return known.token
    const token = await signIn(database, { who, people, now: clock.now() })
    sessions.set(who, { day, token })
    return token
  }
  return async (who, method, url, body) => {
    const answer = await http.inject({
      method,
      url,
      cookies: who === passerBy ? {} : { [sessionCookie]: await tokenOf(who) },
      headers: { 'idempotency-key': randomUUID() },
      ...(body === undefined ? {} : { body }),
    })
    if (answer.status >= 300) throw new Error(`${who}: ${method} ${url} was refused: ${answer.text}`)
    // a paper or a piece of evidence is opened to have been opened
    const isJson = String(answer.headers['content-type']).includes('json')
    return (isJson ? answer.json() : undefined) as never
  }
}

async function signIn(
  database: Database,
  { who, people, now }: { readonly who: string; readonly people: DemonstrationPeople; readonly now: Date },
): Promise<string> {
  const access = database.withTables<AccessTables>()
  const applicant = people.applicants.find(({ subject }) => subject === who)
  const named = applicant ?? people.staff.find(({ username, name }) => username === who || name === who)
  if (named === undefined) throw new Error(`the demonstration knows no ${who}`)
  const personId = await admitNamedPerson(access, named, newId())
  return openSession(access, { personId, assurance: applicant ? 'face' : 'two-factor', now })
}

/**
 * Clients register companies while the server, and now and then PostgreSQL with it, is killed and started again (A1), or
 * PostgreSQL alone is restarted at once (A14).
 */

import { randomUUID } from 'node:crypto'
import type { Draw } from '../name-generator.ts'
import type { House } from './house-under-attack.ts'
import type { Prepared } from './prepared-applications.ts'
import type { Acknowledged } from './registration-oracle.ts'
import { type HttpClient, openHttpClient } from './stubborn-client.ts'

/** Clients that register until they are told to stop. */
export interface Load {
  readonly acknowledged: readonly Acknowledged[]
  /** keys whose repeated answer was not the first one, byte for byte */
  readonly differing: readonly string[]
  readonly replayed: () => number
  readonly retries: () => number
  /** lets requests under way end, then settles */
  readonly stop: () => Promise<void>
}

/** One in so many acknowledged requests is sent again. */
const replayOneIn = 20

/** Starts the clients; each takes the next application and insists on an answer. */
export function startLoad(
  house: House,
  applications: Prepared[],
  { clients, draw }: { readonly clients: number; readonly draw: Draw },
): Load {
  const http = openHttpClient(house.port, clients)
  const acknowledged: Acknowledged[] = []
  const differing: string[] = []
  let isStopping = false
  let replayed = 0
  const register = async () => {
    while (!isStopping) {
      const application = applications.pop()
      if (application === undefined) return
      acknowledged.push(await submit(http, application))
      if (draw(replayOneIn) > 0) continue
      const earlier = acknowledged[draw(acknowledged.length)]
      if (earlier === undefined) continue
      replayed += 1
      if (!(await repeatsItself(http, earlier, sessions.get(earlier.id) ?? ''))) differing.push(earlier.key)
    }
  }
  const sessions = new Map(applications.map(({ id, session }) => [id, session]))
  const running = Promise.all(Array.from({ length: clients }, register))
  running.catch(() => undefined)
  return {
    acknowledged,
    differing,
    replayed: () => replayed,
    retries: http.retries,
    stop: async () => {
      isStopping = true
      await running
      http.close()
    },
  }
}

async function submit(http: HttpClient, application: Prepared): Promise<Acknowledged> {
  const { id, number, seat, name, session } = application
  const key = randomUUID()
  const answer = await http.insist({ ...submission(id), session, key })
  return { id, number, seat, name, key, answer }
}

/** The request that submits an application. */
export function submission(id: string) {
  return {
    method: 'POST',
    path: `/api/registration/applications/${id}/submit`,
    body: {},
  } as const
}

async function repeatsItself(http: HttpClient, earlier: Acknowledged, session: string): Promise<boolean> {
  const again = await http.insist({ ...submission(earlier.id), session, key: earlier.key })
  return again.status === earlier.answer.status && again.text === earlier.answer.text
}

/** How often to kill what. */
export interface Storm {
  readonly kills: number
  /** how many of the kills take PostgreSQL as well */
  readonly postmasterKills: number
  /** milliseconds the server lives before it is killed */
  readonly livesFor: readonly [from: number, to: number]
  readonly draw: Draw
}

/**
 * Kills and starts. Every second kill meets a server that is still starting, the others one that has been at work; a server
 * that ended by itself is counted by the house.
 */
export async function rage(house: House, { kills, postmasterKills, livesFor, draw }: Storm): Promise<void> {
  const [from, to] = livesFor
  const everyNth = postmasterKills === 0 ? kills + 1 : Math.floor(kills / postmasterKills)
  for (let kill = 1; kill <= kills; kill += 1) {
    const takesDatabase = kill % everyNth === 0
    const isAtWork = takesDatabase || kill % 2 === 0
    if (!house.isUp()) {
      if (isAtWork) await house.start()
      else house.launch()
    }
    await pause(from + draw(to - from))
    await house.kill()
    if (takesDatabase) house.killPostmaster()
  }
  await house.start()
}

/** Waits. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

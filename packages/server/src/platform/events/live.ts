/**
 * Live news for browsers: who may hear a topic hears that something changed, by id alone, and then asks for it by the
 * ordinary routes. News travels between server processes by PostgreSQL's notifications.
 */

import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import type { Listener } from './listener.ts'

/** Something changed: ids only. */
export interface News {
  /** who may hear it: `person:<id>` or `role:<role>` */
  readonly topic: string
  /** what happened, `registration.decided` */
  readonly type: string
  /** to what */
  readonly id: string
}

/** The news of the house. */
export interface Live {
  /** tells everybody on the topic, once the transaction has committed */
  readonly publish: (tx: Transaction, ...news: readonly News[]) => Promise<void>
  /** a stream of server-sent events on these topics, open until the reader leaves */
  readonly follow: (topics: readonly string[]) => Readable
  readonly close: () => void
}

const channel = 'guanjia_live'
const mostBytes = 7_900
const pulseMilliseconds = 20_000

interface Follower {
  readonly topics: ReadonlySet<string>
  readonly stream: Readable
}

/** The news over a listening connection. */
export function createLive(listener: Listener): Live {
  const followers = new Set<Follower>()
  let closed = false
  listener.on(channel, (payload) => {
    const { topic, type, id } = JSON.parse(payload) as News
    for (const { topics, stream } of followers) {
      if (topics.has(topic)) stream.push(`event: ${type}\ndata: ${JSON.stringify({ id })}\n\n`)
    }
  })
  const pulse = setInterval(() => {
    for (const { stream } of followers) stream.push(': pulse\n\n')
  }, pulseMilliseconds).unref()
  return {
    publish: async (tx, ...news) => {
      const payloads = news.map((one) => JSON.stringify(one))
      if (payloads.some((payload) => Buffer.byteLength(payload) > mostBytes))
        throw new Error('news carries ids only')
      await sql`
        select pg_notify(${channel}, payload) from unnest(${payloads}::text[]) as payload`.execute(tx)
    },
    follow: (topics) => {
      const stream = new Readable({ read: () => undefined })
      const follower = { topics: new Set(topics), stream }
      followers.add(follower)
      stream.once('close', () => followers.delete(follower))
      stream.push('retry: 3000\n\n')
      // who comes while the house closes is sent away to ask again
      if (closed) stream.push(null)
      return stream
    },
    close: () => {
      closed = true
      clearInterval(pulse)
      for (const { stream } of followers) stream.push(null)
    },
  }
}

/**
 * Live news for browsers: who may hear a topic hears that something changed, by id alone, and then asks for it by the
 * ordinary routes. News travels between server processes by PostgreSQL's notifications.
 *
 * A stream stays open for hours, a session does not: with every pulse, and at once when `powersChanged` is told of, the
 * follower is asked who they are now. Who is nobody any more is sent away.
 */

import { Readable } from 'node:stream'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
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

/** Who follows. */
export interface FollowerAsked {
  /** whose streams are counted together */
  readonly name: string
  readonly topics: readonly string[]
  /** the topics they may hear now; none sends them away */
  readonly topicsNow: () => Promise<readonly string[]>
}

/** The news of the house. */
export interface Live {
  /** tells everybody on the topic, once the transaction has committed */
  readonly publish: (tx: Transaction, ...news: readonly News[]) => Promise<void>
  /** a stream of server-sent events, open until the reader leaves, falls behind or may hear nothing any more */
  readonly follow: (follower: FollowerAsked) => Result<Readable, 'too-many-requests'>
  /** sends everybody away to come again: they may have missed something */
  readonly restart: () => void
  readonly close: () => void
}

/** News of this type is not passed on: it asks the followers of its topic who they are now. */
export const powersChanged = 'access.powers-changed'

/** The news that a person's session or powers have changed. */
export function powersChangedOf(personId: string): News {
  return { topic: `person:${personId}`, type: powersChanged, id: personId }
}

const channel = 'guanjia_live'
const mostBytes = 7_900
const pulseMilliseconds = 20_000
/** A browser holds one for each page that is open. */
const mostStreamsOfOne = 12
/** What a reader may leave unread before they are sent away to come again. */
const mostUnreadBytes = 32 * 1024

interface Follower {
  readonly name: string
  readonly stream: Readable
  readonly topicsNow: () => Promise<readonly string[]>
  topics: ReadonlySet<string>
}

/** The news over a listening connection; `pulse` is how often everybody is asked again, in milliseconds. */
export function createLive(listener: Listener, pulse = pulseMilliseconds): Live {
  const followers = new Set<Follower>()
  let closed = false
  listener.on(channel, (payload) => {
    const news = newsOf(payload)
    if (news === undefined) return
    for (const follower of followers) {
      if (!follower.topics.has(news.topic)) continue
      if (news.type === powersChanged) void askAgain(followers, follower)
      else tell(follower, `event: ${news.type}\ndata: ${JSON.stringify({ id: news.id })}\n\n`)
    }
  })
  const timer = setInterval(() => {
    for (const follower of followers) void askAgain(followers, follower)
  }, pulse).unref()
  const restart = () => {
    for (const follower of followers) sendAway(followers, follower)
  }
  return {
    publish,
    follow: (asked) => {
      if (countOf(followers, asked.name) >= mostStreamsOfOne) return refuse('too-many-requests')
      const stream = new Readable({ read: () => undefined, highWaterMark: mostUnreadBytes })
      const follower = { ...asked, topics: new Set(asked.topics), stream }
      followers.add(follower)
      stream.once('close', () => followers.delete(follower))
      stream.push('retry: 3000\n\n')
      // who comes while the house closes is sent away to ask again
      if (closed) sendAway(followers, follower)
      return accept(stream)
    },
    restart,
    close: () => {
      closed = true
      clearInterval(timer)
      restart()
    },
  }
}

async function publish(tx: Transaction, ...news: readonly News[]): Promise<void> {
  const payloads = news.map((one) => JSON.stringify(one))
  if (payloads.some((payload) => Buffer.byteLength(payload) > mostBytes))
    throw new Error('news carries ids only')
  await sql`select pg_notify(${channel}, payload) from unnest(${payloads}::text[]) as payload`.execute(tx)
}

/** The news in a notification; whoever may connect to the database can send one, and not every one is ours. */
function newsOf(payload: string): News | undefined {
  try {
    const news: unknown = JSON.parse(payload)
    return isNews(news) ? news : undefined
  } catch {
    return undefined
  }
}

function isNews(value: unknown): value is News {
  if (typeof value !== 'object' || value === null) return false
  const fields = value as Record<string, unknown>
  // a line break would begin another event
  const isWord = (name: string) => typeof fields[name] === 'string' && !/[\r\n]/.test(fields[name])
  return ['topic', 'type', 'id'].every(isWord)
}

function countOf(followers: ReadonlySet<Follower>, name: string): number {
  let count = 0
  for (const follower of followers) if (follower.name === name) count += 1
  return count
}

/** Hands a text over; who does not read what they were sent would fill our memory. */
function tell({ stream }: Follower, text: string): void {
  if (!stream.push(text)) stream.destroy()
}

/** Nothing may follow the end of a stream, so who is sent away is forgotten first. */
function sendAway(followers: Set<Follower>, follower: Follower): void {
  followers.delete(follower)
  follower.stream.push(null)
}

async function askAgain(followers: Set<Follower>, follower: Follower): Promise<void> {
  // a database that is away for a moment says nothing about the session: the next pulse asks again
  const topics = await follower.topicsNow().catch(() => [...follower.topics])
  if (!followers.has(follower)) return
  follower.topics = new Set(topics)
  if (topics.length === 0) sendAway(followers, follower)
  else tell(follower, ': pulse\n\n')
}

/**
 * What notifications are handed.
 */

import type { Database } from '../platform/database/database.ts'
import type { Ports } from '../platform/ports.ts'
import type { NoticesContent } from './notices-content.ts'

/** An event or a notice, and the person it singles out where it does. */
export interface ConfidenceAsked {
  readonly type: string
  readonly subject: string
  readonly personId: string | null
  /** message that the event refers to, where it does */
  readonly messageId: string | null
}

/** What an event only refers to, and nobody but the recipient may read. */
export interface Confidence {
  /** number to reach them at in this matter; null where the one that is known will do */
  readonly phone: string | null
  /** secret values of the words, a link by which to sign */
  readonly values: Readonly<Record<string, string>>
  /** words that stand in no event, and may stand in a notice */
  readonly words?: Readonly<Record<string, string>>
}

/** What this room needs of the platform. */
export interface NotificationsDoors
  extends Pick<
    Ports,
    | 'implement'
    | 'database'
    | 'clock'
    | 'runCommand'
    | 'jobs'
    | 'outbox'
    | 'live'
    | 'zone'
    | 'newId'
    | 'sendMessage'
    | 'contentFolder'
    | 'origin'
  > {
  /** looks up what the rooms keep for themselves; nothing of it is stored here */
  readonly confide: (database: Database, asked: ConfidenceAsked) => Promise<Confidence | undefined>
}

/** The platform's doors and this room's own content. */
export interface NotificationsPorts extends NotificationsDoors {
  readonly content: NoticesContent
}

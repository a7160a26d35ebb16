/**
 * What notifications are handed.
 */

import type { Ports } from '../platform/ports.ts'
import type { NoticesContent } from './notices-content.ts'

/** What this room needs of the platform. */
export type NotificationsDoors = Pick<
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
>

/** The platform's doors and this room's own content. */
export interface NotificationsPorts extends NotificationsDoors {
  readonly content: NoticesContent
}

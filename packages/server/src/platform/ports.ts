/**
 * What a room is handed by the root: the doors of the platform and nothing of other rooms.
 */

import type { Clock } from './clock.ts'
import type { RunCommand } from './commands/command.ts'
import type { Database } from './database/database.ts'
import type { Live } from './events/live.ts'
import type { Outbox } from './events/outbox.ts'
import type { Files } from './files.ts'
import type { Implement } from './http/handler.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { SendMessage } from './messages/messages.ts'
import type { Signing } from './signing/index.ts'
import type { ZoneContent } from './zone-content.ts'

/** The doors. */
export interface Ports {
  readonly implement: Implement
  readonly database: Database
  readonly clock: Clock
  readonly runCommand: RunCommand
  readonly jobs: Jobs
  readonly outbox: Outbox
  readonly live: Live
  readonly files: Files
  readonly sendMessage: SendMessage
  readonly signing: Signing
  /** a new internal id, a UUID of version 7 */
  readonly newId: () => string
  /** the zone: its time, its calendars and hours */
  readonly zone: ZoneContent
  /** folder of the zone's content */
  readonly contentFolder: string
  /** folder of everything that must be backed up */
  readonly dataFolder: string
  /** folder of the keys, shared by all hosts of one database */
  readonly keysFolder: string
  /** origin under which the house is reached, without a slash at the end */
  readonly origin: string
  readonly demonstration: boolean
}

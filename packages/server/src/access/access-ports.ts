/**
 * What the room of access is handed by the root.
 */

import type { Clock } from '../platform/clock.ts'
import type { RunCommand } from '../platform/commands/command.ts'
import type { Database } from '../platform/database/database.ts'
import type { Live } from '../platform/events/live.ts'
import type { Implement } from '../platform/http/handler.ts'
import type { IdentityService } from './identity-service.ts'
import type { SecretSeal } from './secret-seal.ts'

/** A staff log-in that the demonstration shows to everybody. */
export interface DemonstrationAccount {
  readonly username: string
  readonly name: string
  readonly title: string
  readonly password: string
  readonly oneTimeSecret: string
}

export interface AccessPorts {
  readonly implement: Implement
  readonly database: Database
  readonly clock: Clock
  readonly runCommand: RunCommand
  readonly live: Pick<Live, 'publish'>
  readonly identityService: IdentityService
  /** origin under which the house is reached, without a slash at the end */
  readonly origin: string
  readonly newId: () => string
  readonly seal: SecretSeal
  /** what a partner organisation of the zone is called; undefined where none has that id */
  readonly partnerName: (id: string, language: 'zh-CN' | 'en') => string | undefined
  /** undefined in a real zone */
  readonly demonstration: { readonly accounts: () => readonly DemonstrationAccount[] } | undefined
}

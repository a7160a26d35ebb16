/**
 * What questionnaires are handed besides the doors of the room.
 */

import type { RegisteredFirm } from '@guanjia/core/feedback'
import type { Database } from '../../platform/database/database.ts'
import type { SecretLinks } from '../../platform/secret-links.ts'
import type { QuestionnairesContent } from '../content/questionnaires-content.ts'
import type { FeedbackPorts } from '../feedback-ports.ts'

/** A firm by name, as the register has it now. */
export interface NamedFirm extends RegisteredFirm {
  readonly name: string
}

/** What the room of registration hands in. */
export interface FirmDoors {
  /** the firms on the register that have a name */
  readonly findFirms: (database: Database) => Promise<readonly NamedFirm[]>
  /** numbers that firms have left to be called at, by unified code */
  readonly findFirmPhones: (
    database: Database,
    codes: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>
}

/** The room with its questionnaires and links. */
export interface QuestionnairePorts extends FeedbackPorts, FirmDoors {
  readonly questionnaires: QuestionnairesContent
  readonly surveyLinks: SecretLinks
}

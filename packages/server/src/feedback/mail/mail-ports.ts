/**
 * What mail is handled with.
 */

import type { FeedbackPorts } from '../feedback-ports.ts'
import type { AnswerLimit } from './answer-limit.ts'
import type { ConnectedMailbox } from './connected-mailbox.ts'
import type { MailContent } from './mail-content.ts'

/** The register's doors, and the mailbox. */
export interface MailPorts extends FeedbackPorts {
  readonly mail: MailContent
  readonly connected: ConnectedMailbox
  readonly answerLimit: AnswerLimit
}

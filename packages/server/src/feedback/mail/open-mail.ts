/**
 * Opens the mailbox: its routes always, its visits and answers where one is connected.
 */

import type { FeedbackPorts } from '../feedback-ports.ts'
import { answerLimit } from './answer-limit.ts'
import { sendMailAnswers } from './mail-answers.ts'
import { readMailContent } from './mail-content.ts'
import { visitByTheClock } from './mail-jobs.ts'
import { implementMailboxRoutes } from './mailbox-routes.ts'

/** Reads the zone's words about mail, so that a fault in them is found with or without a mailbox. */
export function openMail(ports: FeedbackPorts): void {
  const { mailbox: connected, clock, content, contentFolder } = ports
  const mail = readMailContent(contentFolder, content.topics)
  implementMailboxRoutes({ ...ports, connected })
  if (connected === undefined) return
  const own = { now: clock.now, own: connected.ownAddresses }
  const mailPorts = { ...ports, mail, connected, answerLimit: answerLimit(mail.limits.answersADay, own) }
  sendMailAnswers(mailPorts)
  visitByTheClock(mailPorts)
}

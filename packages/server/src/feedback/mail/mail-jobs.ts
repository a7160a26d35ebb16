/**
 * The mailbox is visited every minute. That it cannot be reached is noted for people and is no reason to pile up jobs.
 */

import { faultSentence } from './fault-sentence.ts'
import type { MailPorts } from './mail-ports.ts'
import { mailTables } from './mail-tables.ts'
import { visitMailbox } from './mailbox-visit.ts'

/** The job that visits the mailbox. */
export const visitJob = 'feedback.visit-mailbox'

/** Answers the job, and has it run every minute. */
export function visitByTheClock(ports: MailPorts): void {
  const { jobs } = ports
  jobs.handle(visitJob, () => lookInto(ports))
  jobs.every(visitJob, '* * * * *')
}

async function lookInto(ports: MailPorts): Promise<void> {
  const { clock, log, connected } = ports
  try {
    await visitMailbox(ports)
    await noteLook(ports, { looked_at: clock.now(), failed_at: null, failure: null })
  } catch (error) {
    const words = faultSentence(error)
    log.warn(`the mailbox ${connected.mailbox.name} could not be read: ${words}`)
    await noteLook(ports, { failed_at: clock.now(), failure: words })
  }
}

async function noteLook(
  { database, connected }: MailPorts,
  look: { readonly looked_at?: Date; readonly failed_at: Date | null; readonly failure: string | null },
): Promise<void> {
  await mailTables(database)
    .insertInto('mailbox_look')
    .values({ mailbox: connected.mailbox.name, looked_at: null, ...look })
    .onConflict((conflict) => conflict.column('mailbox').doUpdateSet(look))
    .execute()
}

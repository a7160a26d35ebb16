/**
 * What the ledger holds of the intake: the hash of the script that browsers are given, and the digest of every report, on
 * the day after it came in. A script that is changed in secret, or a report that goes missing, can be shown.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { localMoment } from '@guanjia/core/calendar'
import { accept } from '@guanjia/core/kernel'
import type { DatabaseAddress } from '../../platform/database/database.ts'
import type { Ports } from '../../platform/ports.ts'
import type { IntakeScript } from '../intake/intake-ports.ts'
import { type LeadDatabase, openLeadDatabase } from '../store/lead-database.ts'
import { digestOf } from '../store/taking-in.ts'

type PublishingPorts = Pick<Ports, 'jobs' | 'runCommand' | 'newId' | 'clock' | 'zone'>

const job = 'leads.publish'
const principal = systemPrincipal('leads')
/** leads of a day that one leaf holds */
const mostAtOnce = 500

/** Publishes every ten minutes what is to be published; the answer ends its connection. */
export function registerLeadPublishing(
  ports: PublishingPorts,
  address: DatabaseAddress,
  script: Pick<IntakeScript, 'sha256'> | undefined,
): () => Promise<void> {
  const leads = openLeadDatabase({ ...address, connections: 1 })
  ports.jobs.handle(job, async () => {
    if (script !== undefined) await publishScript(ports, script.sha256)
    while ((await publishDigests(ports, leads)) > 0) continue
  })
  ports.jobs.every(job, '*/10 * * * *')
  return () => leads.destroy()
}

/** A script is published once: its hash is the key of the act. */
async function publishScript({ runCommand, newId }: PublishingPorts, sha256: string): Promise<void> {
  const command = {
    name: 'leads.publish-script',
    principal,
    correlationId: newId(),
    subject: 'leads-script',
    key: `leads-script-${sha256}`,
    bodyHash: sha256,
    legal: true,
  }
  await runCommand(command, async (context) => {
    context.record({ act: 'leads.script-published', subject: 'leads-script', body: { sha256 } })
    return accept(null)
  })
}

/**
 * Publishes digests of one earlier day. The leaf comes first: what fails after it publishes them again, which harms nothing.
 *
 * @returns how many were published; 0 where nothing is left
 */
async function publishDigests(ports: PublishingPorts, leads: LeadDatabase): Promise<number> {
  const { clock, zone, newId, runCommand } = ports
  const today = localMoment(clock.now().getTime(), zone.utcOffsetMinutes).date
  const rows = await leads
    .selectFrom('leads.lead as lead')
    .innerJoin('leads.envelope as report', (join) =>
      join.onRef('report.lead_id', '=', 'lead.id').on('report.position', '=', 0),
    )
    .select(['lead.id', 'received_on', 'report.content'])
    .where('published_on', 'is', null)
    .where('received_on', '<', today)
    .orderBy('received_on')
    .limit(mostAtOnce)
    .execute()
  const day = rows[0]?.received_on
  const ofDay = rows.filter((row) => row.received_on === day)
  if (day === undefined) return 0
  // in the order of the digests: the order of arrival is nobody's affair
  const digests = ofDay.map(({ content }) => digestOf(content)).toSorted()
  const name = 'leads.publish-digests'
  await runCommand(
    { name, principal, correlationId: newId(), subject: day, legal: true },
    async (context) => {
      context.record({ act: 'leads.digests-published', subject: day, body: { day, digests } })
      return accept(null)
    },
  )
  const ids = ofDay.map(({ id }) => id)
  await leads.updateTable('leads.lead').set({ published_on: today }).where('id', 'in', ids).execute()
  return ids.length
}

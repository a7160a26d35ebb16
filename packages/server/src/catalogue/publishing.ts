/**
 * Publishes the content of the zone as the next version of the catalogue.
 */

import { localMoment, type PlainDate } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { Command } from '../platform/commands/command.ts'
import type { Ports } from '../platform/ports.ts'
import { readCatalogueContent } from './catalogue-content.ts'
import { catalogueTables } from './catalogue-tables.ts'

/** What publishing needs of the platform. */
export type PublishingPorts = Pick<
  Ports,
  'database' | 'runCommand' | 'clock' | 'zone' | 'contentFolder' | 'newId'
>

/** Who publishes. */
export interface Publisher {
  readonly principal: Command['principal']
  /** the principal as the trail names it */
  readonly name: string
}

/** Who publishes, and from when the version is in force. */
export interface Publication {
  readonly publisher: Publisher
  readonly effectiveOn: PlainDate
}

/** What was published. */
export interface Published {
  readonly number: number
  readonly hash: string
}

/** Why nothing was published: it is what the newest version says already, or another version came at the same moment. */
export type PublishingRefusal = 'catalogue-unchanged' | 'catalogue-outdated'

/** Publishes the content as it lies in the folder; throws where it has faults. */
export function publishCatalogue(
  ports: PublishingPorts,
  { publisher, effectiveOn }: Publication,
): Promise<Result<Published, PublishingRefusal | 'idempotency-key-reused'>> {
  const { catalogue, content } = readCatalogueContent(ports.contentFolder)
  const hash = catalogue.version
  const command = {
    name: 'catalogue.publish',
    principal: publisher.principal,
    correlationId: ports.newId(),
    subject: 'catalogue',
    legal: true,
  }
  return ports.runCommand<Published, PublishingRefusal>(
    command,
    async ({ tx, now, record }) => {
      const versions = catalogueTables(tx)
      const newest = await versions
        .selectFrom('catalogue_version')
        .select(['number', 'hash'])
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst()
      if (newest?.hash === hash) return refuse('catalogue-unchanged', { number: newest.number })
      const number = (newest?.number ?? 0) + 1
      await versions
        .insertInto('catalogue_version')
        .values({
          number,
          hash,
          content: sql`${JSON.stringify(content)}::jsonb`,
          effective_on: effectiveOn,
          published_at: now,
          published_by: publisher.name,
        })
        .execute()
      record({
        act: 'catalogue.published',
        subject: `catalogue/${number}`,
        body: { number, hash, effectiveOn },
      })
      return accept({ number, hash })
    },
    (constraint) => (constraint === 'catalogue_version_pkey' ? refuse('catalogue-outdated') : undefined),
  )
}

/** Publishes the content as version 1, in force at once, where nothing was published yet. */
export async function publishFirstCatalogue(ports: PublishingPorts, publisher: Publisher): Promise<void> {
  const published = await catalogueTables(ports.database)
    .selectFrom('catalogue_version')
    .select('number')
    .limit(1)
    .executeTakeFirst()
  if (published) return
  const effectiveOn = localMoment(ports.clock.now().getTime(), ports.zone.utcOffsetMinutes).date
  await publishCatalogue(ports, { publisher, effectiveOn })
}

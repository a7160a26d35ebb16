/**
 * Versions of the catalogue come into being here: the first by the house itself, every later one by two people.
 */

import { localMoment } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { Command, CommandContext } from '../platform/commands/command.ts'
import type { Ports } from '../platform/ports.ts'
import { readCatalogueContent } from './catalogue-content.ts'
import { catalogueTables, type VersionSummary } from './catalogue-tables.ts'

/** What publishing needs of the platform. */
export type PublishingPorts = Pick<
  Ports,
  'database' | 'runCommand' | 'clock' | 'zone' | 'contentFolder' | 'newId'
>

/** Who publishes the first version. */
export interface Publisher {
  readonly principal: Command['principal']
  /** the principal as the trail names it */
  readonly name: string
}

/** A version to be. */
export interface NewVersion {
  /** plain content, checked */
  readonly content: unknown
  readonly hash: string
  /** first day on which it applies, YYYY-MM-DD */
  readonly effectiveOn: string
  /** from what and by whom; a first version is made by the house */
  readonly made: { readonly publisher: string } | MadeByTwo
}

/** A version from a draft: what it rests on, who proposed it and who confirmed it. */
export interface MadeByTwo {
  readonly base: number
  /** number of the earlier version whose text it brings back */
  readonly restores: number | null
  readonly reason: string
  /** ids of persons */
  readonly proposedBy: string
  readonly confirmedBy: string
  readonly summary: VersionSummary
}

/** What was published. */
export interface Published {
  readonly number: number
  readonly hash: string
}

/** Adds the next version and its leaf. Refuses where its base is no longer the newest. */
export async function appendVersion(
  context: Pick<CommandContext, 'tx' | 'now' | 'record' | 'commit'>,
  { content, hash, effectiveOn, made }: NewVersion,
): Promise<Result<Published, 'catalogue-outdated'>> {
  const { tx, now, record, commit } = context
  const versions = catalogueTables(tx)
  const newest = await versions
    .selectFrom('catalogue_version')
    .select(({ fn }) => fn.max('number').as('number'))
    .executeTakeFirst()
  const base = 'base' in made ? made.base : 0
  if ((newest?.number ?? 0) !== base) return refuse('catalogue-outdated')
  const number = base + 1
  await versions
    .insertInto('catalogue_version')
    .values({
      number,
      hash,
      content: sql`${JSON.stringify(content)}::jsonb`,
      effective_on: effectiveOn,
      published_at: now,
      ...peopleColumns(made),
    })
    .execute()
  const people = 'base' in made ? peopleInLeaf(made, commit) : {}
  record({
    act: 'catalogue.published',
    subject: `catalogue/${number}`,
    body: { number, hash, effectiveOn, ...people },
  })
  return accept({ number, hash })
}

function peopleColumns(made: NewVersion['made']) {
  if ('publisher' in made) {
    const nobody = { base: null, restores: null, reason: null, proposed_by: null, confirmed_by: null }
    return { ...nobody, published_by: made.publisher, summary: null }
  }
  const { base, restores, reason, proposedBy, confirmedBy, summary } = made
  return {
    base,
    restores,
    reason,
    proposed_by: proposedBy,
    confirmed_by: confirmedBy,
    published_by: `person:${confirmedBy}`,
    summary: sql<VersionSummary>`${JSON.stringify(summary)}::jsonb`,
  }
}

function peopleInLeaf(
  { base, restores, reason, proposedBy, confirmedBy }: MadeByTwo,
  commit: CommandContext['commit'],
) {
  return {
    base,
    ...(restores !== null && { restores }),
    reason: commit(reason),
    proposedBy: commit(proposedBy),
    confirmedBy: commit(confirmedBy),
  }
}

/** Two who publish at the same moment: the second is told that it was not the newest any more. */
export function versionConflict(constraint: string) {
  return constraint === 'catalogue_version_pkey' ? refuse('catalogue-outdated') : undefined
}

/** Publishes the content of the folder as version 1, in force at once, where nothing was published yet. */
export async function publishFirstCatalogue(ports: PublishingPorts, publisher: Publisher): Promise<void> {
  const published = await catalogueTables(ports.database)
    .selectFrom('catalogue_version')
    .select('number')
    .limit(1)
    .executeTakeFirst()
  if (published) return
  const { catalogue, content } = readCatalogueContent(ports.contentFolder)
  const command = {
    name: 'catalogue.publish',
    principal: publisher.principal,
    correlationId: ports.newId(),
    subject: 'catalogue',
    legal: true,
  }
  const effectiveOn = localMoment(ports.clock.now().getTime(), ports.zone.utcOffsetMinutes).date
  await ports.runCommand(
    command,
    (context) =>
      appendVersion(context, {
        content,
        hash: catalogue.version,
        effectiveOn,
        made: { publisher: publisher.name },
      }),
    versionConflict,
  )
}

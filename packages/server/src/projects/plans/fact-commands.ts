/**
 * Keeping answers about a project, and saying at once what they change.
 */

import type { Catalogue, PublicService } from '@guanjia/core/catalogue'
import { triggeredServices } from '@guanjia/core/catalogue'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { type FactsRefusal, readProjectFacts } from '@guanjia/core/planning'
import type { CommandContext } from '../../platform/commands/command.ts'
import { projectsTables } from '../projects-tables.ts'
import { knownFacts } from './plan-source.ts'

/** What answers changed. */
export interface FactsEffect {
  readonly added: readonly PublicService[]
  readonly removed: readonly PublicService[]
  /** how many services the project needs, or may need, now */
  readonly services: number
}

/** Keeps answers; what is not among them stays as it was. */
export async function saveFacts(
  catalogue: Catalogue,
  { tx }: CommandContext,
  { projectId, facts }: { readonly projectId: string; readonly facts: Readonly<Record<string, unknown>> },
): Promise<Result<FactsEffect, FactsRefusal | 'project-ended'>> {
  const tables = projectsTables(tx)
  const project = await tables
    .selectFrom('project')
    .select(['facts', 'state'])
    .where('id', '=', projectId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (project.state === 'ended') return refuse('project-ended')
  const merged = { ...project.facts, ...facts }
  const read = readProjectFacts(catalogue.attributes, merged)
  if (!read.ok) return read
  await tables.updateTable('project').set({ facts: merged }).where('id', '=', projectId).execute()
  const needed = (known: Readonly<Record<string, unknown>>) =>
    new Set(
      triggeredServices(catalogue, knownFacts(known)).triggers.flatMap((trigger) =>
        trigger.needed === false ? [] : [trigger.service],
      ),
    )
  const [before, after] = [needed(project.facts), needed(merged)]
  return accept({
    added: catalogue.services.filter(({ id }) => after.has(id) && !before.has(id)),
    removed: catalogue.services.filter(({ id }) => before.has(id) && !after.has(id)),
    services: after.size,
  })
}

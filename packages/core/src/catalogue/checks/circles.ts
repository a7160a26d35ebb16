/**
 * Steps that wait for themselves: services by their prerequisites, and services and activities by the whole path.
 */

import type { CatalogueEntries } from '../catalogue-entries.ts'
import type { ProjectPath } from '../projects/project-path.ts'
import type { ContentFinding } from '../reading/entry.ts'
import type { PublicService } from '../services/public-service.ts'

/** A step, where it stands, and all it may ever wait for: every member of an `anyOf`, whichever commitment is signed. */
interface Waiting {
  readonly id: string
  readonly at: ContentFinding['path']
  readonly for: readonly string[]
}

/** Every step on a circle, or behind one. */
export function circles({ services, path }: CatalogueEntries): readonly ContentFinding[] {
  const own = services.map(waitOf)
  const among = stuck(own)
  return findings(among.length > 0 ? among : stuck(withPath(own, services, path)))
}

function waitOf(service: PublicService, index: number): Waiting {
  return {
    id: service.id,
    at: ['services', index, 'after'],
    for: service.after.flatMap(({ anyOf }) => anyOf),
  }
}

function withPath(
  own: readonly Waiting[],
  services: readonly PublicService[],
  path: ProjectPath,
): readonly Waiting[] {
  const last = new Set(services.filter(({ stage }) => stage === 4).map(({ id }) => id))
  const fedBy = (id: string) =>
    path.activities
      .filter(({ feeds }) => (feeds === 'stage-4' ? last.has(id) : feeds.includes(id)))
      .map((a) => a.id)
  const extra = new Map(
    path.extraPrerequisites.map(({ service, after }) => [service, after.map(({ id }) => id)]),
  )
  const steps = [
    ...own,
    ...path.activities.map(({ id, after }, index) => ({
      id,
      at: ['path', 'activities', index, 'after'],
      for: after.map((before) => before.id),
    })),
  ]
  return steps.map((step) => ({
    ...step,
    for: [...step.for, ...fedBy(step.id), ...(extra.get(step.id) ?? [])],
  }))
}

/** Takes away what waits for nothing until nothing more goes. */
function stuck(steps: readonly Waiting[]): readonly Waiting[] {
  let waiting = steps
  for (let before = -1; before !== waiting.length; ) {
    before = waiting.length
    const ids = new Set(waiting.map(({ id }) => id))
    waiting = waiting.filter((step) => step.for.some((id) => ids.has(id)))
  }
  return waiting
}

function findings(steps: readonly Waiting[]): readonly ContentFinding[] {
  return steps.map(({ id, at }) => ({
    code: 'after-in-a-circle',
    path: at,
    sentence: `${id} waits for itself, or for steps that do.`,
  }))
}

/**
 * What differs between two versions of a catalogue.
 */

import { isFields } from '../reading/entry.ts'
import { type ContentChange, contentChanges } from './content-changes.ts'

/** A service that is new, gone, or says something else. */
export interface ServiceChange {
  readonly id: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** what differs in a service that stands in both */
  readonly changes: readonly ContentChange[]
}

/** The differences. */
export interface CatalogueChanges {
  readonly services: readonly ServiceChange[]
  /** in everything but the services: authorities, evidence, outputs, statutes, questions, the path */
  readonly others: readonly ContentChange[]
}

type Content = Readonly<Record<string, unknown>>

/** Compares the content of two versions; neither has to be free of faults. */
export function catalogueChanges(before: Content, after: Content): CatalogueChanges {
  const [old, now] = [servicesIn(before), servicesIn(after)]
  const { services: _before, ...othersBefore } = before
  const { services: _after, ...othersAfter } = after
  return {
    services: [...new Set([...now.keys(), ...old.keys()])].flatMap((id) =>
      serviceChange(id, old.get(id), now.get(id)),
    ),
    others: contentChanges(othersBefore, othersAfter),
  }
}

/** The services of plain content by id, in their order; entries without an id are left out. */
export function servicesIn({ services }: Content): ReadonlyMap<string, Content> {
  const entries: readonly unknown[] = Array.isArray(services) ? services : []
  return new Map(
    entries.flatMap((entry) =>
      isFields(entry) && typeof entry.id === 'string' ? [[entry.id, entry] as const] : [],
    ),
  )
}

/** The content with another entry in the place of a service; as it was where there is no such service. */
export function withService(content: Content, service: Content): Content {
  const entries: readonly unknown[] = Array.isArray(content.services) ? content.services : []
  const services = entries.map((entry) => (isFields(entry) && entry.id === service.id ? service : entry))
  return { ...content, services }
}

function serviceChange(
  id: string,
  before: Content | undefined,
  after: Content | undefined,
): readonly ServiceChange[] {
  if (before === undefined) return [{ id, kind: 'added', changes: [] }]
  if (after === undefined) return [{ id, kind: 'removed', changes: [] }]
  const changes = contentChanges(before, after)
  return changes.length === 0 ? [] : [{ id, kind: 'changed', changes }]
}

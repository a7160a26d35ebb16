/**
 * Reading a network as it comes from outside.
 */

import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { NetworkActivity, NetworkDescription, NetworkLink } from './network-description.ts'

/**
 * Reads `{goal?, activities: [{id, duration, after: [id or {id, lag?, waivedBy?, insteadOf?}]}]}`; other keys are left
 * alone, but `commitments: [{id}]` may declare some that no activity names. Refuses with the `path` of what is malformed.
 */
export function readNetwork(content: unknown): Result<NetworkDescription, 'network-not-readable'> {
  if (!isRecord(content) || !Array.isArray(content['activities'])) return malformed('activities')
  const { goal, commitments = [] } = content
  if (goal !== undefined && typeof goal !== 'string') return malformed('goal')
  const declared = readCommitments(commitments)
  if (declared === undefined) return malformed('commitments')
  const activities: NetworkActivity[] = []
  for (const [index, entry] of content['activities'].entries()) {
    const activity = readActivity(entry, `activities.${index}`)
    if (!activity.ok) return activity
    activities.push(activity.value)
  }
  return accept({ activities, commitments: declared, ...(goal !== undefined && { goal }) })
}

function readCommitments(entries: unknown): readonly string[] | undefined {
  if (!Array.isArray(entries)) return undefined
  const ids = entries.map((entry: unknown) => (isRecord(entry) ? entry['id'] : entry))
  return ids.every((id) => typeof id === 'string') ? ids : undefined
}

function readActivity(entry: unknown, path: string): Result<NetworkActivity, 'network-not-readable'> {
  if (!isRecord(entry)) return malformed(path)
  const { id, duration, after = [] } = entry
  if (typeof id !== 'string' || id === '') return malformed(`${path}.id`)
  if (typeof duration !== 'number') return malformed(`${path}.duration`)
  if (!Array.isArray(after)) return malformed(`${path}.after`)
  const links = after.map(readLink)
  const broken = links.indexOf(undefined)
  if (broken >= 0) return malformed(`${path}.after.${broken}`)
  return accept({ id, duration, after: links.filter((link) => link !== undefined) })
}

function readLink(entry: unknown): NetworkLink | undefined {
  if (typeof entry === 'string') return { id: entry }
  if (!isRecord(entry)) return undefined
  const { id, lag, waivedBy, insteadOf } = entry
  if (typeof id !== 'string' || !isNumberOrAbsent(lag)) return undefined
  if (!isTextOrAbsent(waivedBy) || !isTextOrAbsent(insteadOf)) return undefined
  return {
    id,
    ...(lag !== undefined && { lag }),
    ...(waivedBy !== undefined && { waivedBy }),
    ...(insteadOf !== undefined && { insteadOf }),
  }
}

function malformed(path: string) {
  return refuse('network-not-readable', { path })
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTextOrAbsent(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string'
}

function isNumberOrAbsent(value: unknown): value is number | undefined {
  return value === undefined || typeof value === 'number'
}

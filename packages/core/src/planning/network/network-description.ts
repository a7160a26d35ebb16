/**
 * A network as it is written down: ids, days and what waits for what.
 */

import { accept, type Result, refuse } from '../../kernel/index.ts'
import { column } from './column.ts'
import type { Network } from './network.ts'
import { linkOrder } from './network-order.ts'

/** What an activity waits for. */
export interface NetworkLink {
  readonly id: string
  /** working days that pass between the two, 0 where left out */
  readonly lag?: number
  /** id of the commitment that makes this wait fall away */
  readonly waivedBy?: string
  /** id of the commitment that brings this wait in */
  readonly insteadOf?: string
}

/** Something that takes days. */
export interface NetworkActivity {
  readonly id: string
  /** whole days, 0 or more */
  readonly duration: number
  /** the days are natural ones, and an end on a rest day rolls to the next working day */
  readonly naturalDays?: boolean
  readonly after: readonly NetworkLink[]
}

/** A network in words, as it is written down. */
export interface NetworkDescription {
  readonly goal?: string
  /** commitments that can be signed, besides those the links name */
  readonly commitments?: readonly string[]
  readonly activities: readonly NetworkActivity[]
}

/** Why a description is no network. */
export type NetworkRefusal =
  | 'activity-repeated'
  | 'activity-unknown'
  | 'commitment-unknown'
  | 'duration-not-whole'
  | 'circle'

/** Turns words into numbers. Refuses ids that are repeated or lead nowhere, and days that are not whole. */
export function network(
  description: NetworkDescription,
): Result<Network, Exclude<NetworkRefusal, 'circle' | 'commitment-unknown'>> {
  const { activities } = description
  const place = new Map<string, number>()
  for (const { id, duration, after } of activities) {
    if (place.has(id)) return refuse('activity-repeated', { activity: id })
    if (!isWhole(duration) || !after.every(({ lag = 0 }) => isWhole(lag)))
      return refuse('duration-not-whole', { activity: id })
    place.set(id, place.size)
  }
  const unknown = firstUnknown(description, place)
  if (unknown !== undefined) return refuse('activity-unknown', unknown)
  const unordered = inNumbers(description, place)
  const order = linkOrder(unordered, () => true)
  return accept(order.ok ? { ...unordered, order: order.value } : unordered)
}

function isWhole(days: number): boolean {
  return Number.isSafeInteger(days) && days >= 0
}

function firstUnknown({ goal, activities }: NetworkDescription, known: Places) {
  if (goal !== undefined && !known.has(goal)) return { activity: goal }
  for (const { id, after } of activities) {
    const link = after.find((link) => !known.has(link.id))
    if (link !== undefined) return { activity: link.id, neededBy: id }
  }
  return undefined
}

type Places = ReadonlyMap<string, number>

function inNumbers(description: NetworkDescription, place: Places): Network {
  const { goal, activities } = description
  const at = (id: string) => place.get(id) ?? -1
  const links = activities.flatMap(({ after }) => after)
  const commitments = commitmentsOf(description, links)
  const signing = (id: string | undefined) => (id === undefined ? -1 : commitments.indexOf(id))
  const firstLink = column(activities.length + 1, 0)
  for (const [index, { after }] of activities.entries())
    firstLink[index + 1] = (firstLink[index] ?? 0) + after.length
  return {
    ids: activities.map(({ id }) => id),
    goal: goal === undefined ? -1 : at(goal),
    commitments,
    durations: activities.map(({ duration }) => duration),
    naturalDays: activities.map(({ naturalDays }) => (naturalDays ? 1 : 0)),
    firstLink,
    from: links.map(({ id }) => at(id)),
    lag: links.some(({ lag = 0 }) => lag > 0) ? links.map(({ lag = 0 }) => lag) : [],
    waivedBy: commitments.length > 0 ? links.map(({ waivedBy }) => signing(waivedBy)) : [],
    insteadOf: commitments.length > 0 ? links.map(({ insteadOf }) => signing(insteadOf)) : [],
  }
}

function commitmentsOf({ commitments = [] }: NetworkDescription, links: readonly NetworkLink[]) {
  const ids = new Set(commitments)
  for (const { waivedBy, insteadOf } of links) {
    if (waivedBy !== undefined) ids.add(waivedBy)
    if (insteadOf !== undefined) ids.add(insteadOf)
  }
  return [...ids].toSorted()
}

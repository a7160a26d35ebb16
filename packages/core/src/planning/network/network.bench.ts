/**
 * What `npm run bench` measures of the networks, with the most that each may take.
 */

import { combinationEnds } from './combinations.ts'
import { criticalPath } from './critical-path.ts'
import {
  type NetworkActivity,
  type NetworkDescription,
  type NetworkLink,
  network,
} from './network-description.ts'

const commitments = Array.from({ length: 10 }, (_, place) => `C${place}`)

/** A network of links that lead back by at most 20 places, the same for the same seed. */
function someNetwork(size: number, seed: number, signable: readonly string[] = []): NetworkDescription {
  let state = seed
  const roll = (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 8) % sides
  }
  const link = (place: number): NetworkLink => {
    const id = `a${place - 1 - roll(Math.min(place, 20))}`
    const commitment = signable[roll(40)]
    if (commitment === undefined) return { id }
    return roll(2) === 0 ? { id, waivedBy: commitment } : { id, insteadOf: commitment }
  }
  const activity = (place: number): NetworkActivity => ({
    id: `a${place}`,
    duration: roll(20),
    after: Array.from({ length: place === 0 ? 0 : 1 + roll(3) }, () => link(place)),
  })
  return { activities: Array.from({ length: size }, (_, place) => activity(place)), commitments: signable }
}

function inNumbers(size: number, seed: number, signable?: readonly string[]) {
  const read = network(someNetwork(size, seed, signable))
  if (!read.ok) throw new Error('broken promise: the network can be read')
  return read.value
}

const sixty = inNumbers(60, 7, commitments)
const projects = Array.from({ length: 10_000 }, (_, seed) => inNumbers(120, seed))
const small = inNumbers(20_000, 1)
const large = inNumbers(200_000, 1)

/** Work with the most milliseconds it may take. */
export const goals: Readonly<Record<string, { readonly work: () => unknown; readonly mostMs: number }>> = {
  '60 activities, 1,024 combinations': { work: () => combinationEnds(sixty), mostMs: 16 },
  '10,000 projects of 120 activities': {
    work: () => {
      for (const project of projects) criticalPath(project, [])
    },
    mostMs: 150,
  },
}

/** Two sizes of the same work: the larger may take so many times as long. */
export const growth = {
  '200,000 activities against 20,000': {
    small: () => criticalPath(small, []),
    large: () => criticalPath(large, []),
    mostTimes: 15,
  },
}

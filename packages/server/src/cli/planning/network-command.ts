/**
 * A bare network, solved from the command line.
 */

import {
  combinationEnds,
  combinations,
  criticalChain,
  criticalPath,
  type NetworkDescription,
  network,
  readNetwork,
  scheduledActivities,
  signed,
} from '@guanjia/core/planning'
import { type CliAnswer, type CliCommand, type CliInput, type CliProblem, optionText } from '../command.ts'
import { readText } from './text-file.ts'

/** `guanjia network FILE`: dates, floats and the critical chain of a network of any size. */
export const networkCommand: CliCommand = {
  name: 'network',
  takes: ['FILE'],
  options: {
    sign: { takes: 'IDS', does: 'commitments that are signed, with commas between them' },
    'all-signs': { does: 'what every combination of commitments comes to, at most ten of them' },
  },
  summary: 'Dates, floats and critical path of a network of activities, with commitments signed or not',
  example: 'guanjia network network.json --sign C1,C3 --json',
  run: async (input) => {
    const description = read(input.positionals[0] ?? '')
    return 'code' in description ? description : solve(description, input)
  },
}

/** The ids of a comma-separated option; none where it is left out. */
export function idsIn(option: string | undefined): readonly string[] {
  const ids = (option ?? '').split(',').map((id) => id.trim())
  return [...new Set(ids.filter((id) => id !== ''))]
}

function read(file: string): NetworkDescription | CliProblem {
  const text = readText(file)
  if (text === undefined)
    return { code: 'file-unreadable', message: `${file} cannot be read as a text file.` }
  try {
    const read = readNetwork(JSON.parse(text))
    return read.ok ? read.value : problem(read)
  } catch (error) {
    const message = `${file} is no JSON: ${error instanceof Error ? error.message : ''}`
    return { code: 'file-not-json', message }
  }
}

function solve(description: NetworkDescription, input: CliInput): CliAnswer | CliProblem {
  const read = network(description)
  if (!read.ok) return problem(read)
  const marked = signed(read.value, idsIn(optionText(input, 'sign')))
  if (!marked.ok) return problem(marked)
  const solved = criticalPath(read.value, marked.value)
  if (!solved.ok) return problem(solved)
  const ends = input.options['all-signs'] === true ? combinationEnds(read.value) : undefined
  if (ends?.ok === false) return problem(ends)
  const activities = scheduledActivities(solved.value)
  const { duration } = solved.value
  const chain = criticalChain(solved.value)
  const tried = ends === undefined ? {} : { combinations: combinations(ends.value) }
  const lines = [
    ...activities.map(({ id, earlyStart, earlyFinish, totalFloat, critical }) =>
      [id, `${earlyStart}–${earlyFinish}`, critical ? 'critical' : floatText(totalFloat)].join('\t'),
    ),
    ...(tried.combinations ?? []).map(
      ({ signed, workingDays }) => `${signed.join(' + ') || '–'}\t${workingDays}`,
    ),
    `${duration} working days: ${chain.join(' > ')}`,
  ]
  return { json: { duration, activities, criticalPath: chain, ...tried }, text: lines.join('\n') }
}

function floatText(totalFloat: number | null): string {
  return totalFloat === null ? 'duty' : `float ${totalFloat}`
}

type Refusal = Extract<
  ReturnType<
    typeof network | typeof signed | typeof criticalPath | typeof combinationEnds | typeof readNetwork
  >,
  { ok: false }
>

/** What a refusal says to people. */
function problem({ code, because }: Refusal): CliProblem {
  return { code, message: sentences[code](because) }
}

const sentences: Readonly<Record<Refusal['code'], (because: Refusal['because']) => string>> = {
  'network-not-readable': ({ path }) =>
    `The network cannot be read at ${String(path)}. It is {"goal"?, "activities": [{"id", "duration", "after"}]}.`,
  'activity-repeated': ({ activity }) => `There are two activities called ${String(activity)}.`,
  'activity-unknown': ({ activity, neededBy }) =>
    neededBy === undefined
      ? `The goal ${String(activity)} is no activity of the network.`
      : `${String(neededBy)} waits for ${String(activity)}, which is no activity of the network.`,
  'duration-not-whole': ({ activity }) =>
    `The days of ${String(activity)}, or a lag before it, are no whole number of 0 or more.`,
  'commitment-unknown': ({ commitment, known }) =>
    `Nothing in the network is changed by ${String(commitment)}. It knows ${listed(known)}.`,
  circle: ({ circle, signed }) =>
    `Activities wait for each other in a circle: ${listed(circle)}${signed === undefined ? '' : `, with ${listed(signed)} signed`}.`,
  'too-many-commitments': ({ given, most }) =>
    `All combinations are tried for at most ${String(most)} commitments; the network has ${String(given)}.`,
}

function listed(ids: unknown): string {
  return Array.isArray(ids) && ids.length > 0 ? ids.join(', ') : 'none'
}

/**
 * What the refusals of a plan say to people.
 */

import type { Refused } from '@guanjia/core/kernel'
import type { FactsRefusal, PlanRefusal } from '@guanjia/core/planning'

type Code = FactsRefusal | PlanRefusal

/** The sentence of a refusal. */
export function sentenceOf({ code, because }: Refused<Code>): string {
  return sentences[code](because)
}

const sentences: Readonly<Record<Code, (because: Refused['because']) => string>> = {
  'facts-not-readable': () =>
    'The file holds no facts: it is a mapping of attributes, or has one under "facts".',
  'attribute-unknown': ({ attribute, nearest }) =>
    `There is no attribute ${String(attribute)}. Did you mean ${String(nearest)}?`,
  'value-wrong': ({ attribute, value, takes }) =>
    `${String(attribute)} cannot be ${JSON.stringify(value)}. It takes ${listed(takes)}.`,
  'activity-repeated': ({ activity }) => `There are two steps called ${String(activity)}.`,
  'activity-unknown': ({ activity }) => `There is no step called ${String(activity)}.`,
  'duration-not-whole': ({ activity }) => `The days of ${String(activity)} are no whole number of 0 or more.`,
  'commitment-unknown': ({ commitment, known }) =>
    `There is no commitment ${String(commitment)}. The zone offers ${listed(known)}.`,
  'commitment-not-applicable': ({ commitment }) =>
    `${String(commitment)} may not be signed for this project: a condition of it is not met.`,
  'progress-not-possible': ({ step }) => `${String(step)} is said to end before it began, or in the future.`,
  'too-many-commitments': ({ given, most }) =>
    `All combinations are tried for at most ${String(most)} commitments; the zone offers ${String(given)}.`,
  circle: ({ circle }) => `Steps wait for each other in a circle: ${listed(circle)}.`,
  'calendar-not-published': ({ date }) =>
    `The calendar of the year of ${String(date)} is not published yet; a plan cannot begin in it.`,
}

function listed(words: unknown): string {
  return Array.isArray(words) && words.length > 0 ? words.join(', ') : 'none'
}

/**
 * The lights of a node, the mildest first. A light is reckoned from facts and a rule, never set by hand.
 */

/** What can be seen of a node: nothing planned yet, on time, not counted for now, close or late, too late. */
export const lights = ['open', 'green', 'paused', 'amber', 'red'] as const

/** One light. */
export type Light = (typeof lights)[number]

/** The severer of two lights. */
export function severer(one: Light, other: Light): Light {
  return lights.indexOf(one) >= lights.indexOf(other) ? one : other
}

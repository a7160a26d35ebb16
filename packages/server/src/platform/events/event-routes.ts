/**
 * The stream of live news: everybody hears what concerns themselves and their duties, as long as they have them.
 */

import { followEvents } from '@guanjia/contract/events'
import { type Principal, principalRef } from '@guanjia/core/access'
import { accept } from '@guanjia/core/kernel'
import { answer } from '../http/answer.ts'
import type { Ports } from '../ports.ts'

/** Answers the stream of news. */
export function implementEventRoutes({ implement, live }: Pick<Ports, 'implement' | 'live'>): void {
  implement(
    followEvents,
    async ({ principal, identifyAgain }) => {
      const stream = live.follow({
        name: principalRef(principal),
        topics: topicsOf(principal),
        topicsNow: async () => topicsOf(await identifyAgain()),
      })
      if (!stream.ok) return stream
      return accept(answer(stream.value, { headers: { 'x-accel-buffering': 'no' } }))
    },
    {},
  )
}

function topicsOf(principal: Principal): readonly string[] {
  if (principal.kind !== 'person') return []
  return [`person:${principal.id}`, ...principal.roles.map((role) => `role:${role}`)]
}

/**
 * The way to the intake: its poster, and how many were shown the way by others.
 */

import * as contract from '@guanjia/contract/leads'
import { accept, refuse } from '@guanjia/core/kernel'
import { answer } from '../../../platform/http/answer.ts'
import { leadsPoster } from '../../publishing/poster.ts'
import type { DeskRoom } from '../desk-ports.ts'

const mostMonths = 12

/** Answers the routes of the door. */
export function implementDoorRoutes(room: DeskRoom): void {
  const { implement, contentFolder, intakeOrigin, demonstration, clock } = room
  implement(
    contract.readPoster,
    async () => {
      if (intakeOrigin === undefined) return refuse('intake-not-here')
      const address = `${intakeOrigin}/`
      const poster = leadsPoster({ contentFolder, address, isDemonstration: demonstration, at: clock.now() })
      const name = encodeURIComponent('专项整治服务平台海报.pdf')
      const headers = { 'content-disposition': `attachment; filename*=UTF-8''${name}` }
      return accept(answer(poster, { headers }))
    },
    { 'intake-not-here': 404 },
  )
  implement(
    contract.countTurnedAway,
    async () => {
      const { atLeast } = room.content.patterns
      const months = await room.countTurnedAway(room.database, mostMonths)
      return accept({
        atLeast,
        months: months.map(({ month, count }) => ({ month, count: count < atLeast ? null : count })),
      })
    },
    {},
  )
}

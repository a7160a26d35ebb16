/**
 * The board of obligations over the wire.
 */

import { listObligations } from '@guanjia/contract/supervision'
import { untold } from '../board/board-routes.ts'
import type { SupervisionRoom } from '../supervision-ports.ts'
import { readObligations } from './obligation-board.ts'

/** Answers the routes of the board. */
export function implementObligationRoutes(room: SupervisionRoom): void {
  const { implement, clock } = room
  implement(
    listObligations,
    ({ query, principal, language }) =>
      readObligations(room, query, { principal, language, now: clock.now() }),
    untold,
  )
}

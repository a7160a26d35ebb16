/**
 * The board of obligations over the wire, and as a spreadsheet.
 */

import { exportObligations, listObligations } from '@guanjia/contract/supervision'
import { accept } from '@guanjia/core/kernel'
import { answer } from '../../platform/http/answer.ts'
import { untold } from '../board/board-routes.ts'
import type { SupervisionRoom } from '../supervision-ports.ts'
import { readObligations } from './obligation-board.ts'
import { obligationWorkbook } from './obligation-workbook.ts'

/** No screen is read further down. */
const mostOnScreen = 300

/** Answers the routes of the board. */
export function implementObligationRoutes(room: SupervisionRoom): void {
  const { implement, clock } = room
  implement(
    listObligations,
    ({ query, principal, language }) =>
      readObligations(room, query, { principal, language, now: clock.now(), mostRows: mostOnScreen }),
    untold,
  )
  implement(
    exportObligations,
    async ({ query, principal }) => {
      const now = clock.now()
      const reader = { principal, language: 'zh-CN', now, mostRows: Number.POSITIVE_INFINITY } as const
      const board = await readObligations(room, query, reader)
      if (!board.ok) return board
      const bytes = await obligationWorkbook(board.value, { now, filter: query })
      const name = encodeURIComponent(`全部事项-${board.value.on}.xlsx`)
      const headers = { 'content-disposition': `attachment; filename*=UTF-8''${name}` }
      return accept(answer(bytes, { headers }))
    },
    untold,
  )
}

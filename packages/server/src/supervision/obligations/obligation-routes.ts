/**
 * The board of obligations over the wire, and as a spreadsheet.
 */

import { exportObligations, listObligations } from '@guanjia/contract/supervision'
import { accept } from '@guanjia/core/kernel'
import { answer } from '../../platform/http/answer.ts'
import { joinReadings } from '../../platform/joined-reading.ts'
import { untold } from '../board/board-routes.ts'
import type { Language } from '../board/light-words.ts'
import type { SupervisionRoom } from '../supervision-ports.ts'
import { boardOf, judgeToday } from './obligation-board.ts'
import { obligationWorkbook } from './obligation-workbook.ts'

/** No screen is read further down. */
const mostOnScreen = 300

/** Answers the routes of the board. */
export function implementObligationRoutes(room: SupervisionRoom): void {
  const { implement, clock } = room
  const judged = joinReadings((language: Language) => judgeToday(room, language))
  implement(
    listObligations,
    async ({ query, principal, language }) => {
      const today = await judged(language)
      if (!today.ok) return today
      const wish = { principal, language, filter: query, mostRows: mostOnScreen }
      return accept(boardOf(room, today.value, wish))
    },
    untold,
  )
  implement(
    exportObligations,
    async ({ query, principal }) => {
      const now = clock.now()
      const today = await judged('zh-CN')
      if (!today.ok) return today
      const wish = {
        principal,
        language: 'zh-CN',
        filter: query,
        mostRows: Number.POSITIVE_INFINITY,
      } as const
      const board = boardOf(room, today.value, wish)
      const bytes = await obligationWorkbook(board, { now, filter: query })
      const name = encodeURIComponent(`全部事项-${board.on}.xlsx`)
      const headers = { 'content-disposition': `attachment; filename*=UTF-8''${name}` }
      return accept(answer(bytes, { headers }))
    },
    untold,
  )
}

/**
 * The stewards' board over the wire.
 */

import * as contract from '@guanjia/contract/projects'
import type { Principal } from '@guanjia/core/access'
import { accept } from '@guanjia/core/kernel'
import { answer } from '../../platform/http/answer.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { type BoardRow, filteredRows, isContactDue, readBoard } from './board.ts'
import { type BoardScope, readOpenQuestions } from './board-rows.ts'
import { boardWorkbook } from './board-workbook.ts'

const unpublished = { 'calendar-not-published': 503 } as const

/** A steward sees their own projects, a leader all. */
export function scopeOf(principal: Principal): BoardScope {
  if (principal.kind !== 'person') throw new Error(`${principal.kind} has no projects to see through`)
  return principal.roles.includes('steward-lead') ? { all: true } : { stewardId: principal.id }
}

/** Answers the routes of the board. */
export function implementBoardRoutes(room: ProjectsRoom): void {
  const { implement, database, clock, content } = room
  implement(
    contract.listRisks,
    async ({ principal, language }) => {
      const now = clock.now()
      const scope = scopeOf(principal)
      const board = await readBoard(room, database, { scope, now, language })
      if (!board.ok) return board
      const { rows, ranked, measure } = board.value
      const byId = new Map(rows.map((row) => [row.id, row]))
      return accept({
        today: measure.today,
        horizon: content.riskHorizon.value,
        projects: rows.length,
        risks: ranked.flatMap((id) => atRisk(byId.get(id))),
        questions: await readOpenQuestions(database, scope, now),
        contactsDue: rows.filter((row) => isContactDue(row, measure)),
      })
    },
    unpublished,
  )
  implement(
    contract.listBoard,
    async ({ principal, query, language }) => {
      const wish = { scope: scopeOf(principal), now: clock.now(), language }
      const board = await readBoard(room, database, wish)
      if (!board.ok) return board
      const kinds = content.kinds.map(({ id, name }) => ({ id, name: name[language] }))
      const rows = [...filteredRows(board.value, query)]
      return accept({ today: board.value.measure.today, rows, kinds })
    },
    unpublished,
  )
  implement(
    contract.exportBoard,
    async ({ principal, query, language }) => {
      const now = clock.now()
      const board = await readBoard(room, database, { scope: scopeOf(principal), now, language })
      if (!board.ok) return board
      const { today } = board.value.measure
      const bytes = await boardWorkbook(filteredRows(board.value, query), { now, filter: query })
      const name = encodeURIComponent(`项目台账-${today}.xlsx`)
      const headers = { 'content-disposition': `attachment; filename*=UTF-8''${name}` }
      return accept(answer(bytes, { headers }))
    },
    unpublished,
  )
}

function atRisk(row: BoardRow | undefined) {
  return row === undefined || row.risk === null ? [] : [{ ...row, risk: row.risk }]
}

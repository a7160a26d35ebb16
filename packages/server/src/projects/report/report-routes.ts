/**
 * The weekly report over the wire.
 */

import * as contract from '@guanjia/contract/projects'
import type { Principal } from '@guanjia/core/access'
import { parseWeek, weekOf } from '@guanjia/core/calendar'
import { accept } from '@guanjia/core/kernel'
import { createTypesetter } from '../../platform/documents/index.ts'
import { answer } from '../../platform/http/answer.ts'
import { scopeOf } from '../board/board-routes.ts'
import { todayOf } from '../plans/plan-source.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { readReportContent } from './report-content.ts'
import { reportFacts } from './report-facts.ts'
import { reportPaper, reportWord } from './report-paper.ts'

const refusals = { 'week-not-readable': 422, 'calendar-not-published': 503 } as const
const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

/** Answers the routes of the report. */
export function implementReportRoutes(room: ProjectsRoom & { readonly demonstration: boolean }): void {
  const { implement, clock, zone } = room
  const { words, templates, reviewed } = readReportContent(room.contentFolder)
  const typesetter = createTypesetter({ templates, reviewed })
  const setting = { words, utcOffsetMinutes: zone.utcOffsetMinutes, isDemonstration: room.demonstration }
  async function factsFor(principal: Principal, name: string | undefined) {
    const now = clock.now()
    const week = name === undefined ? accept(weekOf(todayOf(room, now))) : parseWeek(name)
    if (!week.ok) return week
    const scope = scopeOf(principal)
    const steward = 'all' in scope || principal.kind !== 'person' ? undefined : principal.name
    return reportFacts(room, words, { week: week.value, scope, steward, now })
  }
  implement(contract.readReport, ({ principal, query }) => factsFor(principal, query.week), refusals)
  implement(
    contract.printReport,
    async ({ principal, query: { week, format } }) => {
      const facts = await factsFor(principal, week)
      if (!facts.ok) return facts
      const report = facts.value
      const bytes =
        format === 'docx'
          ? await reportWord(report, setting)
          : typesetter.render(reportPaper(report, setting))
      const name = encodeURIComponent(`${words.title}-${report.whose}-${report.week}.${format}`)
      const headers = {
        'content-type': mediaTypes[format],
        'content-disposition': `attachment; filename*=UTF-8''${name}`,
      }
      return accept(answer(bytes, { headers }))
    },
    refusals,
  )
}

/**
 * The signed report of an inspection, set and sealed as it was signed: the same report gives the same bytes, whatever its tasks
 * and its people are called later.
 */

import { accept, filled, type Result, refuse } from '@guanjia/core/kernel'
import { type Answer, answer } from '../../../platform/http/answer.ts'
import { openSealedPaper } from '../../sealed-paper.ts'
import type { SupervisionRoom } from '../../supervision-ports.ts'
import { supervisionTables } from '../../supervision-tables.ts'
import { isSigned, reportNotice } from './report-notice.ts'

/** Renders the report. */
export type RenderReport = (
  id: string,
) => Promise<Result<Answer<Buffer>, 'inspection-unknown' | 'inspection-not-signed'>>

/** Opens typesetter and seal. */
export function openInspectionPaper(room: SupervisionRoom): RenderReport {
  const { paper } = room.inspections
  const render = openSealedPaper(room, { ...paper.signature, name: paper.author })
  return async (id) => {
    const row = await supervisionTables(room.database)
      .selectFrom('inspection')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst()
    if (row === undefined) return refuse('inspection-unknown')
    if (!isSigned(row)) return refuse('inspection-not-signed')
    const bytes = await render(row.signed_at, row.sealed ?? (await reportNotice(room, row)))
    const name = filled(paper.file, { number: row.number })
    return accept(
      answer(bytes, {
        headers: { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` },
      }),
    )
  }
}

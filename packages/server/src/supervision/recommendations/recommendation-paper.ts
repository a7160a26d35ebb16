/**
 * A recommendation in official layout with its receipt, sealed; the same recommendation gives the same bytes.
 */

import { accept, filled, type Result, refuse } from '@guanjia/core/kernel'
import { authorityWording } from '../../cases/index.ts'
import { type Answer, answer } from '../../platform/http/answer.ts'
import { openSealedPaper } from '../sealed-paper.ts'
import { dayOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'

/** Renders a recommendation. */
export type RenderRecommendation = (
  id: string,
) => Promise<Result<Answer<Buffer>, 'recommendation-unknown' | 'recommendation-not-issued'>>

/** Opens typesetter and seal. */
export function openRecommendationPaper(room: SupervisionRoom): RenderRecommendation {
  const { paper, kinds } = room.recommendations
  const render = openSealedPaper(room, { ...paper.signature, name: paper.author })
  return async (id) => {
    const row = await findRecommendation(room, id)
    if (row === undefined) return refuse('recommendation-unknown')
    const { issued_at: at, number, kind } = row
    if (at === null) return refuse('recommendation-not-issued')
    const bytes = await render(at, paperOf(room, { ...row, issued_at: at }))
    const name = filled(paper.file, { kind: kinds[kind].name['zh-CN'], number })
    return accept(
      answer(bytes, {
        headers: { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` },
      }),
    )
  }
}

type Found = NonNullable<Awaited<ReturnType<typeof findRecommendation>>>

function findRecommendation({ database }: SupervisionRoom, id: string) {
  return supervisionTables(database)
    .selectFrom('recommendation')
    .leftJoin(
      database
        .withTables<{ person: { id: string; name: string } }>()
        .selectFrom('person')
        .selectAll()
        .as('receiver'),
      'receiver.id',
      'recommendation.received_by',
    )
    .selectAll('recommendation')
    .select('receiver.name as receiver')
    .where('recommendation.id', '=', id)
    .executeTakeFirst()
}

function paperOf(room: SupervisionRoom, row: Found & { readonly issued_at: Date }) {
  const { paper, kinds } = room.recommendations
  const heading = kinds[row.kind].name['zh-CN']
  const received = row.received_at === null ? paper.notReceived : dayOf(room, row.received_at)
  return {
    title: `${heading} ${row.number}`,
    author: paper.author,
    keywords: [],
    demonstration: room.demonstration ? paper.demonstration : null,
    heading,
    number: row.number,
    addressee: filled(paper.addressee, {
      unit: authorityWording(room.zone.zone, row.unit)['zh-CN'] ?? row.unit,
    }),
    paragraphs: [paper.opening, row.problem],
    rows: [
      { label: paper.rows.basis, value: row.basis },
      { label: paper.rows.replyBy, value: row.reply_by ?? '' },
      { label: paper.rows.receivedBy, value: row.receiver ?? paper.notReceived },
      { label: paper.rows.receivedAt, value: received },
    ],
    closing: [paper.advice, row.advice, filled(paper.closing, { replyBy: row.reply_by ?? '' })],
    footer: paper.footer,
    date: dayOf(room, row.issued_at),
  }
}

/**
 * An order in official layout, sealed; the same order gives the same bytes.
 */

import { accept, filled, type Result, refuse } from '@guanjia/core/kernel'
import { authorityWording } from '../../cases/index.ts'
import { type Answer, answer } from '../../platform/http/answer.ts'
import { nodeName } from '../board/light-words.ts'
import { openSealedPaper } from '../sealed-paper.ts'
import { dayOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { climbedWords, findFollowed } from './climbed.ts'

/** Renders an order. */
export type RenderOrder = (
  orderId: string,
) => Promise<Result<Answer<Buffer>, 'order-unknown' | 'order-not-issued'>>

/** Opens typesetter and seal. */
export function openOrderPaper(room: SupervisionRoom): RenderOrder {
  const { paper } = room.lights.orders
  const render = openSealedPaper(room, { ...paper.signature, name: paper.author })
  return async (orderId) => {
    const order = await findOrder(room, orderId)
    if (order === undefined) return refuse('order-unknown')
    const { issued_at: at, number } = order
    if (at === null) return refuse('order-not-issued')
    const followed = await findFollowed(room.database, [order])
    const climbed = climbedWords(room.lights, order, followed, 'zh-CN')
    const bytes = await render(at, paperOf(room, { ...order, issued_at: at, climbed }))
    const name = encodeURIComponent(filled(paper.file, { number }))
    return accept(
      answer(bytes, { headers: { 'content-disposition': `attachment; filename*=UTF-8''${name}` } }),
    )
  }
}

type Order = NonNullable<Awaited<ReturnType<typeof findOrder>>>

function findOrder({ database }: SupervisionRoom, orderId: string) {
  return supervisionTables(database)
    .selectFrom('supervision_order')
    .innerJoin('supervised_project', 'supervised_project.id', 'supervision_order.supervised_id')
    .selectAll('supervision_order')
    .select(['supervised_project.name as project', 'company', 'unit'])
    .where('supervision_order.id', '=', orderId)
    .executeTakeFirst()
}

type IssuedOrder = Order & { readonly issued_at: Date; readonly climbed: string | null }

function paperOf(room: SupervisionRoom, order: IssuedOrder) {
  const { lights, zone, demonstration } = room
  const { paper, levels } = lights.orders
  const { rows } = paper
  return {
    title: `${paper.heading} ${order.number}`,
    author: paper.author,
    keywords: [],
    demonstration: demonstration ? paper.demonstration : null,
    heading: paper.heading,
    number: order.number,
    addressee: filled(paper.addressee, {
      unit: authorityWording(zone.zone, order.unit)['zh-CN'] ?? order.unit,
    }),
    paragraphs: [paper.opening],
    rows: [
      { label: rows.project, value: order.project },
      { label: rows.company, value: order.company },
      { label: rows.node, value: nodeName(lights, order.node, 'zh-CN') },
      { label: rows.light, value: order.sentence },
      { label: rows.level, value: levels[order.level]['zh-CN'] },
      ...(order.climbed === null ? [] : [{ label: rows.climbed, value: order.climbed }]),
      { label: rows.answerBy, value: order.answer_by ?? '' },
    ],
    closing: [order.words, ...paper.closing],
    footer: paper.footer,
    date: dayOf(room, order.issued_at),
  }
}

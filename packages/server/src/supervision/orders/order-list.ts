/**
 * The orders of the authorities that somebody works for.
 */

import type { RouteOutput } from '@guanjia/contract/route'
import type { listOrders } from '@guanjia/contract/supervision'
import type { Principal } from '@guanjia/core/access'
import { type Language, nodeName } from '../board/light-words.ts'
import type { SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'

type Listed = RouteOutput<typeof listOrders>['orders'][number]

/** Issued orders to the reader's authorities, the open ones by their day first. */
export async function listOrdersOf(
  { database, lights }: SupervisionRoom,
  principal: Principal,
  language: Language,
): Promise<Listed[]> {
  const authorities = principal.kind === 'person' ? principal.authorities : []
  if (authorities.length === 0) return []
  const rows = await supervisionTables(database)
    .selectFrom('supervision_order')
    .innerJoin('supervised_project', 'supervised_project.id', 'supervision_order.supervised_id')
    .selectAll('supervision_order')
    .select('supervised_project.name as project')
    .where('unit', 'in', [...authorities])
    .where('state', 'in', ['issued', 'answered', 'closed'])
    .orderBy('closed_at', (order) => order.desc().nullsFirst())
    .orderBy('answer_by')
    .limit(200)
    .execute()
  return rows.flatMap((order) =>
    order.issued_at === null ||
    order.answer_by === null ||
    order.state === 'drafted' ||
    order.state === 'lapsed'
      ? []
      : [
          {
            id: order.id,
            number: order.number,
            project: order.project,
            node: nodeName(lights, order.node, language),
            level: order.level,
            levelName: lights.orders.levels[order.level][language],
            state: order.state,
            sentence: order.sentence,
            words: order.words,
            issuedAt: order.issued_at.toISOString(),
            answerBy: order.answer_by,
            answer: order.answer,
          },
        ],
  )
}

/**
 * The orders of the authorities that somebody works for.
 */

import type { RouteOutput } from '@guanjia/contract/route'
import type { listOrders } from '@guanjia/contract/supervision'
import type { Principal } from '@guanjia/core/access'
import { sql } from 'kysely'
import { type Language, nodeName } from '../board/light-words.ts'
import type { SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { climbedWords, findFollowed } from './climbed.ts'

/** Whether the order that is to follow is a draft still. */
const mayBeTakenBack = sql<boolean>`exists (select from supervision_order next
  where next.follows_id = supervision_order.id and next.state = 'drafted')`

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
    .select(mayBeTakenBack.as('waits'))
    .where('state', 'in', ['issued', 'answered', 'closed', 'superseded'])
    .orderBy('closed_at', (order) => order.desc().nullsFirst())
    .orderBy('answer_by')
    .limit(200)
    .execute()
  const followed = await findFollowed(database, rows)
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
            climbed: climbedWords(lights, order, followed, language),
            mayAnswer: order.state === 'issued' || (order.state === 'superseded' && order.waits),
            sentence: order.sentence,
            words: order.words,
            issuedAt: order.issued_at.toISOString(),
            answerBy: order.answer_by,
            answer: order.answer,
          },
        ],
  )
}

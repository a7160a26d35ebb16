/**
 * Lights change by time alone, so they are looked at every day; the lights of a month that has ended are frozen.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { addDays, plainDate } from '@guanjia/core/calendar'
import { accept } from '@guanjia/core/kernel'
import type { Light } from '@guanjia/core/supervision'
import { sentenceOf } from './board/light-words.ts'
import { lastStatements } from './board/statements.ts'
import { enrolMissing } from './enrolment/enrol-commands.ts'
import { lightsOf } from './nodes/light-look.ts'
import { dayOf, type SupervisionRoom } from './supervision-ports.ts'
import { supervisionTables } from './supervision-tables.ts'

const daily = 'supervision.look'
const monthly = 'supervision.freeze-month'

/** Looks shortly after midnight of the zone and every hour for what was missed; freezes likewise. */
export function handleLooks(room: SupervisionRoom): void {
  room.jobs.handle(daily, () => lookAtAll(room))
  room.jobs.every(daily, '7 * * * *')
  room.jobs.handle(monthly, () => freezeMonth(room))
  room.jobs.every(monthly, '22 * * * *')
}

async function lookAtAll(room: SupervisionRoom): Promise<void> {
  const command = {
    name: daily,
    subject: 'lights',
    principal: systemPrincipal(daily),
    correlationId: room.newId(),
    legal: false,
  }
  const looked = await room.runCommand(command, (context) => enrolMissing(room, context))
  if (!looked.ok) throw new Error(`lights were not looked at: ${looked.code}`)
}

/** Keeps the lights at the end of the month that ended last, once. */
async function freezeMonth(room: SupervisionRoom): Promise<void> {
  const now = room.clock.now()
  const month = plainDate(`${dayOf(room, now).slice(0, 8)}01`)
  const on = addDays(month, -1)
  const tables = supervisionTables(room.database)
  const frozen = await tables
    .selectFrom('light_month')
    .select('month')
    .where('month', '=', on)
    .executeTakeFirst()
  if (frozen !== undefined) return
  const shown = await lightsOf(room, room.database, { on })
  if (!shown.ok) throw new Error(`the lights of a month were not frozen: ${shown.code}`)
  const statements = await lastStatements(room.database)
  const rows = [...shown.value].flatMap(([id, { nodes }]) =>
    nodes.map((node) => ({
      month: on,
      supervised_id: id,
      node: node.node,
      light: node.light,
      sentence: sentenceOf(room.lights, node, 'zh-CN'),
      statement: isPressing(node.light) ? (statements.get(`${id} ${node.node}`) ?? null) : null,
      frozen_at: now,
    })),
  )
  if (rows.length === 0) return
  const command = {
    name: monthly,
    subject: on,
    principal: systemPrincipal(monthly),
    correlationId: room.newId(),
    legal: false,
  }
  await room.runCommand(command, async ({ tx, record }) => {
    await supervisionTables(tx)
      .insertInto('light_month')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    record({ act: 'supervision.month-frozen', subject: on, body: { nodes: rows.length } })
    return accept({ nodes: rows.length })
  })
}

function isPressing(light: Light): boolean {
  return light === 'amber' || light === 'red'
}

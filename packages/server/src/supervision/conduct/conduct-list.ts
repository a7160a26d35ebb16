/**
 * Matters of tolerance, clearing and false accusation as they are read.
 */

import type { RouteOutput } from '@guanjia/contract/route'
import type { listConduct } from '@guanjia/contract/supervision'
import { may } from '@guanjia/core/access'
import { sql } from 'kysely'
import type { SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { type Reader, unitNamed, unitsOf } from '../tasks/task-view.ts'

type Listed = RouteOutput<typeof listConduct>

const nameOf = (column: 'opened_by' | 'examined_by' | 'determined_by') =>
  sql<string | null>`(select name from person where id = ${sql.ref(`conduct_matter.${column}`)})`

/** Open matters first, the newest first; the head of a unit sees what the unit applied for. */
export async function listConductFor(room: SupervisionRoom, reader: Reader): Promise<Listed> {
  const rows = await readable(room, reader)
  return {
    matters: rows.map((row) => shown(room, row, reader)),
    units: unitsOf(room, reader.language),
  }
}

type Row = Awaited<ReturnType<typeof readable>>[number]

function readable({ database }: SupervisionRoom, { principal }: Reader) {
  const all = supervisionTables(database)
    .selectFrom('conduct_matter')
    .selectAll()
    .select([
      nameOf('opened_by').as('opener'),
      nameOf('examined_by').as('examiner'),
      nameOf('determined_by').as('determiner'),
    ])
    .orderBy('concluded_at', (order) => order.desc().nullsFirst())
    .orderBy('opened_at', 'desc')
    .limit(300)
  if (may(principal, 'supervision.open-conduct')) return all.execute()
  const own = principal.kind === 'person' ? [...principal.authorities] : []
  return all
    .where('kind', '=', 'tolerance')
    .where('unit', 'in', own.length === 0 ? [''] : own)
    .execute()
}

function shown(room: SupervisionRoom, row: Row, { principal, language }: Reader): Listed['matters'][number] {
  const examined = row.examined_by === null ? {} : { proposedById: row.examined_by }
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    about: row.about,
    unit: unitNamed(room, row.unit, language),
    facts: row.facts,
    openedBy: row.opener ?? '',
    openedAt: row.opened_at.toISOString(),
    examination: row.examination,
    examinedWords: row.examined_words,
    examinedBy: row.examiner,
    determination: row.determination,
    determinedBy: row.determiner,
    conclusion: row.conclusion,
    concludedAt: row.concluded_at?.toISOString() ?? null,
    may: {
      examine: row.state === 'opened' && may(principal, 'supervision.examine-conduct'),
      determine: row.state === 'examined' && may(principal, 'supervision.determine-conduct', examined),
      conclude: row.state === 'granted' && may(principal, 'supervision.conclude-conduct'),
    },
  }
}

/**
 * Packages in lists.
 */

import type { RouteOutput } from '@guanjia/contract/route'
import type { readExchange } from '@guanjia/contract/supervision'
import type { ExchangeSchema } from '@guanjia/core/supervision'
import { sql } from 'kysely'
import type { Language } from '../../board/light-words.ts'
import { partnerName } from '../../inspections/reading/inspection-list.ts'
import type { SupervisionRoom } from '../../supervision-ports.ts'
import type { PackageState } from '../exchange-tables.ts'

type Desk = RouteOutput<typeof readExchange>

/** A package that leaves, in a list. */
export type ShownPackage = Desk['outgoing'][number]

/** A package that came in, in a list. */
export type ShownImport = Desk['incoming'][number]

interface Described {
  readonly partner: string
  readonly agreement: string
  readonly schema: ExchangeSchema
}

/** Whose it is and what for, in words; an agreement that is gone from the content has its id. */
function described(room: SupervisionRoom, { partner, agreement, schema }: Described, language: Language) {
  const known = room.exchange.agreements.find(({ id }) => id === agreement)
  return {
    partner: { id: partner, name: partnerName(room, partner, language) },
    purpose: known?.purpose[language] ?? agreement,
    schemaName: room.exchange.schemas[schema].name[language],
  }
}

interface PackageRow extends Described {
  readonly id: string
  readonly state: PackageState
  readonly sequence: number | null
  readonly records: number
  readonly draftedBy: string
  readonly draftedAt: Date
  readonly releasedBy: string | null
  readonly releasedAt: Date | null
  readonly receivedAt: Date | null
}

/** What leaves, drafts first, then the newest; one alone where its id is given. */
export async function listPackages(
  room: SupervisionRoom,
  language: Language,
  id: string | null = null,
): Promise<ShownPackage[]> {
  const { rows } = await sql<PackageRow>`
    select p.id, p.partner, p.agreement, p.schema, p.state, p.sequence, p.record_count as records,
      one.name as "draftedBy", p.drafted_at as "draftedAt", other.name as "releasedBy",
      p.released_at as "releasedAt", p.received_at as "receivedAt"
    from exchange_package p join person one on one.id = p.drafted_by left join person other on other.id = p.released_by
    where ${id}::uuid is null or p.id = ${id}::uuid
    order by p.state <> 'drafted', coalesce(p.released_at, p.drafted_at) desc, p.id limit 200`.execute(
    room.database,
  )
  return rows.map(({ agreement, schema, partner, draftedAt, releasedAt, receivedAt, ...row }) => ({
    ...row,
    ...described(room, { agreement, schema, partner }, language),
    draftedAt: draftedAt.toISOString(),
    releasedAt: releasedAt?.toISOString() ?? null,
    receivedAt: receivedAt?.toISOString() ?? null,
  }))
}

interface ImportRow extends Described {
  readonly id: string
  readonly sequence: number
  readonly records: number
  readonly importedBy: string
  readonly importedAt: Date
}

/** What came in, the newest first; one alone where its id is given. */
export async function listImports(
  room: SupervisionRoom,
  language: Language,
  id: string | null = null,
): Promise<ShownImport[]> {
  const { rows } = await sql<ImportRow>`
    select i.id, i.partner, i.agreement, i.schema, i.sequence, i.record_count as records,
      person.name as "importedBy", i.imported_at as "importedAt"
    from exchange_import i join person on person.id = i.imported_by
    where ${id}::uuid is null or i.id = ${id}::uuid
    order by i.imported_at desc, i.id limit 200`.execute(room.database)
  return rows.map(({ agreement, schema, partner, importedAt, ...row }) => ({
    ...row,
    ...described(room, { agreement, schema, partner }, language),
    importedAt: importedAt.toISOString(),
  }))
}

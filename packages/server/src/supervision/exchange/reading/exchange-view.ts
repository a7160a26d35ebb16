/**
 * The desk of the exchange: what was agreed field by field, whose keys are believed, what left and what came in.
 */

import type { RouteOutput } from '@guanjia/contract/route'
import type { readExchange } from '@guanjia/contract/supervision'
import { may, type Principal } from '@guanjia/core/access'
import { encodeBase64 } from '@guanjia/core/ledger'
import { agreementInForce, type ExchangeFlow, exchangeSchemas } from '@guanjia/core/supervision'
import { sql } from 'kysely'
import type { Language } from '../../board/light-words.ts'
import { partnerName } from '../../inspections/reading/inspection-list.ts'
import { dayOf, type SupervisionRoom } from '../../supervision-ports.ts'
import { supervisionTables } from '../../supervision-tables.ts'
import type { Reader } from '../../tasks/task-view.ts'
import { fieldName } from '../exchange-content.ts'
import { fingerprintOf } from '../partner-keys.ts'
import { listImports, listPackages } from './package-rows.ts'

type Desk = RouteOutput<typeof readExchange>
type Key = Desk['partners'][number]['keys'][number]

/** The desk. */
export async function readExchangeDesk(room: SupervisionRoom, reader: Reader): Promise<Desk> {
  const { language, now } = reader
  const { source, mark, own, agreements } = room.exchange
  const { keyId, publicKey } = room.signing.currentKey('exchange')
  const on = dayOf(room, now)
  return {
    own: {
      id: own,
      keyId,
      publicKey: encodeBase64(publicKey),
      fingerprint: fingerprintOf(publicKey),
    },
    partners: await readPartners(room, reader),
    agreements: agreements.map((agreement) => ({
      id: agreement.id,
      partner: { id: agreement.partner, name: partnerName(room, agreement.partner, language) },
      purpose: agreement.purpose[language],
      from: agreement.from,
      until: agreement.until,
      inForce: agreementInForce(agreement, on).ok,
      outgoing: shownFlow(room, agreement.outgoing, language),
      incoming: shownFlow(room, agreement.incoming, language),
    })),
    outgoing: await listPackages(room, language),
    incoming: await listImports(room, language),
    source,
    mark,
  }
}

function shownFlow(room: SupervisionRoom, flow: ExchangeFlow | undefined, language: Language) {
  if (flow === undefined) return null
  return {
    schema: flow.schema,
    schemaName: room.exchange.schemas[flow.schema].name[language],
    listed: flow.fields.map((field) => fieldName(room.exchange, { schema: flow.schema, field, language })),
    withheld: withheldNames(room, flow, language),
  }
}

/** Names of the fields that records of a schema have and that an agreement does not list. */
export function withheldNames(room: SupervisionRoom, { schema, fields }: ExchangeFlow, language: Language) {
  return Object.keys(exchangeSchemas[schema])
    .filter((field) => !fields.includes(field))
    .map((field) => fieldName(room.exchange, { schema, field, language }))
}

async function readPartners(
  room: SupervisionRoom,
  { principal, language }: Reader,
): Promise<Desk['partners']> {
  const keys = await readKeys(room, principal)
  const out = await lastSequences(room, 'exchange_package')
  const back = await lastSequences(room, 'exchange_import')
  return room.partners.partners.map(({ id, name }) => ({
    id,
    name: name[language],
    keys: keys.filter(({ partner }) => partner === id).map(({ partner: _partner, ...key }) => key),
    lastOut: out.get(id) ?? 0,
    lastIn: back.get(id) ?? 0,
  }))
}

async function lastSequences(
  { database }: SupervisionRoom,
  table: 'exchange_package' | 'exchange_import',
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ partner: string; last: number }>`
    select partner, max(sequence) as last from ${sql.table(table)} where sequence is not null
    group by partner`.execute(database)
  return new Map(rows.map(({ partner, last }) => [partner, last]))
}

interface KeyRow {
  readonly id: string
  readonly partner: string
  readonly keyId: string
  readonly publicKey: Buffer
  readonly enteredById: string
  readonly enteredBy: string
  readonly enteredAt: Date
  readonly confirmedBy: string | null
}

async function readKeys(
  { database }: SupervisionRoom,
  principal: Principal,
): Promise<readonly (Key & { readonly partner: string })[]> {
  const { rows } = await sql<KeyRow>`
    select k.id, k.partner, k.key_id as "keyId", k.public_key as "publicKey", k.entered_by as "enteredById",
      one.name as "enteredBy", k.entered_at as "enteredAt", other.name as "confirmedBy"
    from exchange_key k join person one on one.id = k.entered_by left join person other on other.id = k.confirmed_by
    where k.retired_at is null order by k.entered_at, k.id`.execute(supervisionTables(database))
  return rows.map(({ publicKey, enteredById, enteredAt, ...key }) => ({
    ...key,
    fingerprint: shownFingerprint(publicKey, key.confirmedBy !== null),
    enteredAt: enteredAt.toISOString(),
    mayConfirm:
      key.confirmedBy === null &&
      may(principal, 'supervision.confirm-partner-key', { proposedById: enteredById }),
  }))
}

/** Whoever is to confirm a key hears the end of its fingerprint from the partner, and cannot read it here. */
function shownFingerprint(publicKey: Buffer, isConfirmed: boolean): string {
  const whole = fingerprintOf(publicKey)
  return isConfirmed ? whole : `${whole.slice(0, -8)}········`
}

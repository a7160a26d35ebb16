/**
 * The tables of space as queries see them.
 */

import type {
  NeedEvent,
  NeedSituation,
  NeedState,
  RoomCells,
  RoomColumn,
  RoomFacts,
  WishText,
} from '@guanjia/core/premises'
import type { ColumnType, JSONColumnType, Kysely, Selectable } from 'kysely'
import type { Database, PlatformTables } from '../../platform/database/database.ts'

/** A fault as it is kept: those of the line, and a place that another room has. */
export interface KeptFault {
  readonly column: RoomColumn
  readonly code:
    | 'missing'
    | 'not-a-number'
    | 'not-yes-or-no'
    | 'not-a-day'
    | 'not-a-choice'
    | 'out-of-range'
    | 'place-twice'
}

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type PremisesTables = {
  space_room: {
    id: string
    carrier: string
    place: string | null
    version: number
    state: 'draft' | 'published' | 'withdrawn'
    cells: JSONColumnType<RoomCells>
    facts: ColumnType<RoomFacts | null, string | null, string | null>
    faults: ColumnType<readonly KeptFault[], string, string>
    area_dm2: number | null
    let_dm2: number
    offered_until: string | null
    updated_at: Date
  }
  space_room_photo: {
    id: string
    room_id: string
    file: string
    kind: 'jpeg' | 'png'
    size: number
    shows: string
    added_at: Date
  }
  space_need: {
    id: string
    number: string
    version: number
    firm: string
    contact: string
    phone: string
    purpose: string
    wishes: ColumnType<readonly WishText[], string, string>
    asker_id: string | null
    visitor_id: string | null
    department: string
    /** the issue that it was passed on from */
    issue_id: string | null
    issue_number: string | null
    situation: NeedSituation
    state: JSONColumnType<NeedState>
    words: string | null
    link_salt: string
    token_hash: string
    filed_at: Date
    updated_at: Date
  }
  space_need_event: {
    need_id: string
    version: number
    type: NeedEvent['type']
    body: JSONColumnType<NeedEvent>
    principal: string
    at: Date
  }
  space_lease: {
    id: string
    room_id: string
    need_id: string | null
    area_dm2: number
    noted_at: Date
    ended_at: Date | null
  }
  space_renewal: {
    id: string
    carrier: string
    rooms: string[]
    link_salt: string
    token_hash: string
    asked_on: string
    expires_at: Date
    answered_at: Date | null
  }
}

/** A room as it is kept. */
export type RoomRow = Selectable<PremisesTables['space_room']>

/** A need as it is kept. */
export type NeedRow = Selectable<PremisesTables['space_need']>

/** The database, or a transaction on it, with the tables of this room. */
export type PremisesDatabase = Kysely<PlatformTables & PremisesTables>

/** Widens a database or a transaction to the tables of this room. */
export function premisesTables(database: Database): PremisesDatabase {
  return database.withTables<PremisesTables>()
}

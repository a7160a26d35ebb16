/**
 * The tables of joint inspections as queries see them.
 */

import type {
  InspectionFigures,
  InspectionScope,
  InspectionState,
  InvitationEnd,
  ItemResult,
} from '@guanjia/core/supervision'
import type { Generated, JSONColumnType } from 'kysely'
import type { Notice } from '../sealed-paper.ts'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type InspectionTables = {
  inspection: {
    id: string
    number: string
    name: string
    purpose: string
    basis: string
    scope: JSONColumnType<InspectionScope>
    from_day: string
    until_day: string
    member_ids: string[]
    opened_by: string
    opened_at: Date
    state: InspectionState
    conclusion: string | null
    reported_by: string | null
    reported_at: Date | null
    signed_by: string | null
    signed_at: Date | null
    figures: JSONColumnType<InspectionFigures> | null
    revision: Generated<number>
    returned_by: string | null
    returned_at: Date | null
    return_reason: string | null
    sealed: JSONColumnType<Notice> | null
  }
  inspection_item: {
    id: string
    inspection_id: string
    place: number
    text: string
    result: ItemResult | null
    note: string | null
    checked_by: string | null
    checked_at: Date | null
  }
  inspection_invitation: {
    id: string
    inspection_id: string
    organisation: string
    person_id: string
    until_day: string
    invited_by: string
    invited_at: Date
    looks: Generated<number>
    last_look_at: Date | null
    ended_at: Date | null
    ended_because: InvitationEnd | null
  }
  inspection_note: {
    id: string
    inspection_id: string
    words: string
    by_person: string
    at: Date
  }
  inspection_finding: {
    id: string
    inspection_id: string
    place: string
    words: string
    document: string
    grade: string
    task_id: string
    recorded_by: string
    recorded_at: Date
  }
}

/**
 * The tables of joint consultations as queries see them.
 */

import type { ConsultationState, ConsultationSubject } from '@guanjia/core/supervision'
import type { Generated } from 'kysely'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type ConsultationTables = {
  consultation: {
    id: string
    number: string
    subject_kind: ConsultationSubject
    subject_id: string | null
    title: string
    question: string
    until_day: string
    convened_by: string
    convened_at: Date
    state: ConsultationState
    focus: string | null
    cause: string | null
    unit: string | null
    revision: Generated<number>
    drafted_by: string | null
    concluded_at: Date | null
  }
  consultation_member: {
    consultation_id: string
    person_id: string
    authority: string
    statement: string | null
    stated_at: Date | null
    signed_revision: number | null
    signed_at: Date | null
    reminded_revision: number | null
  }
  consultation_piece: {
    consultation_id: string
    place: number
    title: string
    words: string | null
    document_id: string | null
    version: number | null
  }
  consultation_look: {
    id: Generated<string>
    consultation_id: string
    place: number
    person_id: string
    at: Date
  }
  consultation_task: {
    consultation_id: string
    task_id: string
  }
}

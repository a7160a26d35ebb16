/**
 * The tables of the ledger of tasks as queries see them.
 */

import type { DutyList, TaskAct, TaskState } from '@guanjia/core/supervision'
import type { Generated } from 'kysely'

/** What a person decides on a drafted accountability: pursue it, hear an explanation, let it be. */
export type AccountabilityDecision = 'pursue' | 'explain' | 'none'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type TaskTables = {
  duty_task: {
    id: string
    number: string
    text: string
    source: string
    source_note: string | null
    lead_unit: string
    company: string | null
    due_on: string
    state: TaskState
    territorial_unit: string
    territorial_answerable: string
    territorial_duty: string
    territorial_reported: Generated<boolean>
    departmental_unit: string
    departmental_answerable: string
    departmental_duty: string
    departmental_reported: Generated<boolean>
    company_confirmed: Generated<boolean>
    requested_on: string | null
    requested_by: string | null
    closed_on: string | null
    recurrences: Generated<number>
    registered_by: string
    registered_at: Date
  }
  duty_task_entry: {
    id: Generated<string>
    task_id: string
    act: 'register' | TaskAct['do']
    lists: DutyList[]
    passed: boolean | null
    words: string
    evidence: string[]
    by_person: string
    at: Date
  }
  accountability_draft: {
    id: string
    task_id: string
    list: DutyList
    unit: string
    due_on: string
    drafted_at: Date
    decision: AccountabilityDecision | null
    reason: string | null
    decided_by: string | null
    decided_at: Date | null
  }
}

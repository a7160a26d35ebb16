/**
 * One line of the board before it is judged: what is owed, by whom, where, and what the records say of why it is not done.
 */

import { filled } from '@guanjia/core/kernel'
import type { Obligation } from '@guanjia/core/supervision'
import type { Language } from '../board/light-words.ts'
import type { SupervisionRoom } from '../supervision-ports.ts'
import { unitNamed } from '../tasks/task-view.ts'
import type { ObligationsContent, RecordedCause } from './obligations-content.ts'

/** A cause with what stands in its braces: units by their ids, or how often. */
export interface LineCause {
  readonly is: RecordedCause
  readonly units?: readonly string[]
  readonly count?: number
}

/** One line. */
export interface ObligationLine {
  /** id of the thing in its own room */
  readonly id: string
  readonly number: string
  readonly title: Readonly<Record<string, string>>
  readonly step: keyof ObligationsContent['steps']
  readonly obligation: Obligation
  /** ids of the authorities that answer for it; none where the dispatcher does */
  readonly units: readonly string[]
  readonly place: string | null
  readonly causes: readonly LineCause[]
}

/** The causes in words. */
export function causeWords(room: SupervisionRoom, causes: readonly LineCause[], language: Language) {
  return causes.map(({ is, units = [], count = 0 }) =>
    filled(room.obligations.causes[is][language], {
      units: units.map((unit) => unitNamed(room, unit, language).name).join(language === 'en' ? ', ' : '、'),
      count: String(count),
    }),
  )
}

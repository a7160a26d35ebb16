/**
 * What holds for all cases of a zone: general limits, the number template, when people are reminded.
 */

import { join } from 'node:path'
import type { FollowUpRule, GeneralLimits } from '@guanjia/core/cases'
import { array, enum as choice, int, object, string } from 'zod'
import { readContentFile } from '../platform/content-file.ts'
import { type FormsContent, readFormsContent } from './forms/forms-content.ts'

const provenance = { source: string(), mark: choice(['S', 'G', 'U']) }
const limit = object({ value: int().min(0), unit: choice(['working-days', 'natural-days']), ...provenance })

const file = object({
  from: string(),
  limits: object({
    oneTimeNotice: limit,
    correction: limit,
    delivery: limit,
    rectification: limit,
    specialProcedure: limit,
  }),
  extension: limit,
  committedOnly: object({ ids: array(string()), ...provenance }),
  promises: array(object({ id: string(), replaces: array(string()), ...provenance })),
  reminders: object({ daysBefore: array(int().min(1)), unit: string(), ...provenance }),
  rating: object({ callBack: limit, mend: limit }),
  undo: object({ value: int().min(0), unit: string(), ...provenance }),
  number: object({ template: string(), division: string(), system: string(), ...provenance }),
})

/** The rules of all cases. */
export interface CasesContent {
  readonly general: GeneralLimits
  readonly number: { readonly template: string; readonly division: string; readonly system: string }
  /** working days before a day on which its reminder goes out */
  readonly remindBefore: readonly number[]
  readonly followUp: FollowUpRule
  /** how long an act may be taken back before anybody is told */
  readonly undoSeconds: number
  readonly forms: FormsContent
}

/** Reads `cases/limits.yaml` of a zone. */
export function readCasesContent(contentFolder: string): CasesContent {
  const read = file.parse(readContentFile(join(contentFolder, 'cases/limits.yaml')))
  return {
    general: {
      ...read.limits,
      extensionAtMost: read.extension.value,
      committedOnly: read.committedOnly.ids,
      replacedBy: new Map(read.promises.map(({ id, replaces }) => [id, replaces])),
    },
    number: read.number,
    remindBefore: read.reminders.daysBefore,
    followUp: { callBackWithin: read.rating.callBack.value, mendWithin: read.rating.mend.value },
    undoSeconds: read.undo.value,
    forms: readFormsContent(contentFolder),
  }
}

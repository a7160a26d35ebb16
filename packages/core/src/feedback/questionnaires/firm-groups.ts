/**
 * The groups for which a round of a questionnaire has places, told from what the register knows of a firm.
 */

import { type PlainDate, sameDayOfYear } from '../../calendar/index.ts'

/** What the register knows of a firm. */
export interface RegisteredFirm {
  /** 统一社会信用代码 */
  readonly code: string
  readonly isEnterprise: boolean
  readonly establishedOn: PlainDate
}

/** A way to part the firms: by whole years since they were set up, or by whether they are enterprises. */
export type Grouping =
  | {
      readonly by: 'age'
      /** in order; a firm belongs to the first group whose `belowYears` it has not reached, in years; the last takes the rest */
      readonly groups: readonly { readonly id: string; readonly belowYears?: number | undefined }[]
    }
  | {
      readonly by: 'form'
      readonly groups: readonly { readonly id: string; readonly is?: 'enterprise' | undefined }[]
    }

/** The group of a firm on a day; undefined where no group takes it. */
export function groupOfFirm(grouping: Grouping, firm: RegisteredFirm, on: PlainDate): string | undefined {
  if (grouping.by === 'form')
    return grouping.groups.find(({ is }) => is === undefined || firm.isEnterprise)?.id
  return grouping.groups.find(
    ({ belowYears }) => belowYears === undefined || on < anniversary(firm, belowYears),
  )?.id
}

/** The day on which a firm is so many years old. */
function anniversary({ establishedOn }: RegisteredFirm, years: number): PlainDate {
  return sameDayOfYear(establishedOn, Number(establishedOn.slice(0, 4)) + years)
}

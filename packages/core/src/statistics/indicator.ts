/**
 * What a published figure must carry: how it was counted, over which period, from which records, and when.
 *
 * Terms: a *count* is the number of records a definition selects, or a whole sum over them; an *indicator* is a count, a
 * share or a growth of counts, or the mean of a sum. An indicator is never typed in; it is computed from its counts each time it is shown.
 */

import type { Result } from '../kernel/index.ts'
import { growth, mean, type PercentageRefusal, percentText, share, tenthsText } from './percentage.ts'

/** The ways an indicator is formed from counts. */
export type IndicatorForm = 'count' | 'share' | 'growth' | 'mean'

/** How a figure is defined; the texts are content of the zone. */
export interface IndicatorDefinition {
  readonly id: string
  readonly form: IndicatorForm
  /** the count shown, the numerator, or the sum of a mean */
  readonly of: string
  /** the denominator of a share, the earlier count of a growth, or the records of a mean */
  readonly against?: string
  readonly label: Readonly<Record<string, string>>
  readonly definition: Readonly<Record<string, string>>
  /** ids of the page's claims it reproduces */
  readonly claims: readonly string[]
  readonly source: string
}

/** A figure as it is shown. */
export interface Indicator {
  readonly id: string
  readonly form: IndicatorForm
  /** a whole count, hundredths of a percent, or tenths of the unit of a mean */
  readonly value: number
  readonly text: string
  readonly counts: Readonly<Record<string, number>>
}

const ratios = { share, growth, mean } as const

/**
 * Forms an indicator from the counts it names.
 *
 * @param counts - every count by its id; one that is not there counts as 0
 */
export function indicator(
  definition: IndicatorDefinition,
  counts: Readonly<Record<string, number>>,
): Result<Indicator, PercentageRefusal> {
  const of = counts[definition.of] ?? 0
  if (definition.form === 'count') {
    const used = { [definition.of]: of }
    return {
      ok: true,
      value: { id: definition.id, form: 'count', value: of, text: String(of), counts: used },
    }
  }
  const againstId = definition.against ?? ''
  const against = counts[againstId] ?? 0
  const ratio = ratios[definition.form](of, against)
  if (!ratio.ok) return ratio
  const text =
    definition.form === 'mean'
      ? tenthsText(ratio.value)
      : percentText(ratio.value, definition.form === 'growth')
  const used = { [definition.of]: of, [againstId]: against }
  return {
    ok: true,
    value: { id: definition.id, form: definition.form, value: ratio.value, text, counts: used },
  }
}

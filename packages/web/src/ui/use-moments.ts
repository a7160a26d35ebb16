/**
 * Moments and days in the reader's language.
 */

import { usePage } from '../page.tsx'
import { dayText, momentText } from './moment.ts'

interface Moments {
  readonly moment: (instant: string) => string
  readonly day: (day: string) => string
}

export function useMoments(): Moments {
  const { language } = usePage()
  return {
    moment: (instant) => momentText(instant, language),
    day: (day) => dayText(day, language),
  }
}

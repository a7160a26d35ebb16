/**
 * Content that comes in every language of the zone, in that of the reader.
 */

import { usePage } from '../../page.tsx'

/** A text by language tag. */
export type Wording = Readonly<Record<string, string>>

export function useWord(): (wording: Wording) => string {
  const { language } = usePage()
  return (wording) => wording[language] ?? wording['zh-CN'] ?? ''
}

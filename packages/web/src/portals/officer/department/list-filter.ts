/**
 * What of the list is shown; it stands in the address, so that a colleague can be sent what one sees.
 */

import type { CallOutput } from '../../../api/call.ts'

/** A case in the list. */
export type DepartmentCase = CallOutput<'GET /api/department/cases'>['cases'][number]

/** What is chosen. */
export interface ListFilter {
  readonly asked: 'all' | 'opinion' | 'decision' | 'answer' | 'delivery'
  readonly light: 'all' | 'amber' | 'red'
  readonly words: string
}

const asked = ['opinion', 'decision', 'answer', 'delivery'] as const
const lights = ['amber', 'red'] as const

/** The filter of an address. */
export function filterIn(query: URLSearchParams): ListFilter {
  return {
    asked: asked.find((each) => each === query.get('asked')) ?? 'all',
    light: lights.find((each) => each === query.get('light')) ?? 'all',
    words: query.get('q') ?? '',
  }
}

/** The address of a filter; what is not filtered is not in it. */
export function queryOf({ asked: what, light, words }: ListFilter): Record<string, string> {
  return {
    ...(what === 'all' ? {} : { asked: what }),
    ...(light === 'all' ? {} : { light }),
    ...(words === '' ? {} : { q: words }),
  }
}

/** Whether a case is shown. */
export function isShown(entry: DepartmentCase, { asked: what, light, words }: ListFilter): boolean {
  const text = `${entry.number} ${entry.applicant} ${entry.service.name['zh-CN'] ?? ''}`
  return (
    (what === 'all' || entry.asked === what) &&
    (light === 'all' || entry.next?.light === light) &&
    words.split(/\s+/).every((word) => text.includes(word))
  )
}

/** How many may be approved together. */
export const mostTogether = 20

/** Why a case cannot be chosen for an approval together with those that are; undefined where it can. */
export function whyNotChosen(
  entry: DepartmentCase,
  chosen: readonly DepartmentCase[],
  words: {
    readonly obstacle: (code: string) => string
    readonly otherService: string
    readonly enough: string
  },
): string | undefined {
  if (entry.obstacle !== null) return words.obstacle(entry.obstacle)
  const [first] = chosen
  if (first !== undefined && first.service.id !== entry.service.id) return words.otherService
  const isChosen = chosen.some(({ id }) => id === entry.id)
  return !isChosen && chosen.length >= mostTogether ? words.enough : undefined
}

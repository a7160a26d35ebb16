/**
 * Which services the list shows; the filter stands in the address.
 */

import type { CatalogueDesk } from './catalogue-desk.ts'

/** A line of the list. */
export type ServiceLine = CatalogueDesk['services'][number]

/** What is asked for. */
export interface ListFilter {
  readonly show: 'all' | 'changed' | 'faulty' | 'unconfirmed'
  /** 0 = every stage */
  readonly stage: number
  readonly words: string
}

const shows = ['all', 'changed', 'faulty', 'unconfirmed'] as const

/** The filter in an address. */
export function filterIn(query: URLSearchParams): ListFilter {
  return {
    show: shows.find((show) => show === query.get('show')) ?? 'all',
    stage: Number(query.get('stage')) || 0,
    words: query.get('words') ?? '',
  }
}

/** The address of a filter; what asks for nothing is left out. */
export function queryOf({ show, stage, words }: ListFilter): URLSearchParams {
  return new URLSearchParams({
    ...(show !== 'all' && { show }),
    ...(stage !== 0 && { stage: String(stage) }),
    ...(words !== '' && { words }),
  })
}

/** Whether a line is asked for; every word must stand in its name or id, or be initials of its sounds. */
export function isShown(service: ServiceLine, { show, stage, words }: ListFilter): boolean {
  if (stage !== 0 && service.stage !== stage) return false
  if (show === 'changed' && service.change === null) return false
  if (show === 'faulty' && service.findings === 0) return false
  if (show === 'unconfirmed' && service.marks.U === 0) return false
  const { id, name, initials, authority } = service
  const text = `${id} ${name} ${authority}`.toLowerCase()
  return words
    .toLowerCase()
    .split(/[\s，、]+/)
    .every((word) => text.includes(word) || initials.includes(word))
}

/**
 * What the board shows; all of it stands in the address.
 */

import { useLocation } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import { lightsTexts as texts } from '../../../texts/lights-zh-cn.ts'
import { BoardFilters } from './board-parts.tsx'

type Board = CallOutput<'GET /api/supervision/lights'>

/** The fields of the address. */
export const filterNames = ['on', 'light', 'unit', 'cause', 'park', 'words'] as const

interface FiltersProps {
  readonly search: URLSearchParams
  readonly board: Board | undefined
}

export function LightFilters({ search, board }: FiltersProps) {
  const [, go] = useLocation()
  function set(name: (typeof filterNames)[number], value: string) {
    const next = new URLSearchParams(search)
    if (value === '') next.delete(name)
    else next.set(name, value)
    const query = next.toString()
    go(query === '' ? '/work/lights' : `/work/lights?${query}`)
  }
  const choices = [
    ['light', texts.light, Object.entries(texts.lights)],
    ['unit', texts.unit, (board?.units ?? []).map(({ id, name }) => [id, name] as const)],
    ['cause', texts.cause, Object.entries(texts.causes)],
    ['park', texts.park, (board?.parks ?? []).map((park) => [park, park] as const)],
  ] as const
  return (
    <BoardFilters search={search} words={texts.words} choices={choices} set={set}>
      <label>
        {texts.on}
        <input
          type="date"
          value={search.get('on') ?? board?.on ?? ''}
          onChange={({ target }) => set('on', target.value)}
        />
      </label>
    </BoardFilters>
  )
}

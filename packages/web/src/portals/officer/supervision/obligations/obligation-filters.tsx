/**
 * What the board of obligations shows; all of it stands in the address.
 */

import { Button } from 'antd'
import { addressOf, type CallOutput } from '../../../../api/call.ts'
import { lightsTexts } from '../../../../texts/lights-zh-cn.ts'
import { obligationsTexts as texts } from '../../../../texts/obligations-zh-cn.ts'
import { BoardFilters } from '../../lights/board-parts.tsx'

type Board = CallOutput<'GET /api/supervision/obligations'>

/** The fields of the address. */
export const filterNames = ['kind', 'light', 'unit', 'place', 'words'] as const

interface FiltersProps {
  readonly search: URLSearchParams
  readonly board: Board | undefined
  readonly set: (name: (typeof filterNames)[number], value: string) => void
}

export function ObligationFilters({ search, board, set }: FiltersProps) {
  const query = Object.fromEntries(filterNames.map((name) => [name, search.get(name) ?? undefined]))
  const choices = [
    ['light', texts.light, Object.entries(lightsTexts.lights)],
    ['unit', texts.unit, (board?.units ?? []).map(({ id, name }) => [id, name] as const)],
    ['place', texts.place, (board?.places ?? []).map((place) => [place, place] as const)],
  ] as const
  return (
    <BoardFilters
      search={search}
      words={texts.words}
      choices={choices}
      set={set}
      tools={
        <>
          <Button href={addressOf('GET /api/supervision/obligations.xlsx', { query })}>{texts.export}</Button>
          <Button onClick={() => window.print()}>{texts.print}</Button>
        </>
      }
    />
  )
}

/**
 * What the board of obligations shows; all of it stands in the address.
 */

import { Button, Input } from 'antd'
import { useState } from 'react'
import { addressOf, type CallOutput } from '../../../../api/call.ts'
import { obligationsTexts as texts } from '../../../../texts/obligations-zh-cn.ts'

type Board = CallOutput<'GET /api/supervision/obligations'>

/** The fields of the address. */
export const filterNames = ['kind', 'light', 'unit', 'place', 'words'] as const

interface FiltersProps {
  readonly search: URLSearchParams
  readonly board: Board | undefined
  readonly set: (name: (typeof filterNames)[number], value: string) => void
}

export function ObligationFilters({ search, board, set }: FiltersProps) {
  const [words, setWords] = useState(search.get('words') ?? '')
  const query = Object.fromEntries(filterNames.map((name) => [name, search.get(name) ?? undefined]))
  const choices = [
    ['light', texts.light, Object.entries(texts.lights)],
    ['unit', texts.unit, (board?.units ?? []).map(({ id, name }) => [id, name] as const)],
    ['place', texts.place, (board?.places ?? []).map((place) => [place, place] as const)],
  ] as const
  return (
    <form
      className="staff-tools light-filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        set('words', words.trim())
      }}
    >
      <label>
        {texts.words}
        <Input value={words} onChange={({ target }) => setWords(target.value)} />
      </label>
      {choices.map(([name, label, options]) => (
        <label key={name}>
          {label}
          <select value={search.get(name) ?? ''} onChange={({ target }) => set(name, target.value)}>
            <option value="">{texts.all}</option>
            {options.map(([id, said]) => (
              <option key={id} value={id}>
                {said}
              </option>
            ))}
          </select>
        </label>
      ))}
      <Button htmlType="submit">{texts.find}</Button>
      <Button href={addressOf('GET /api/supervision/obligations.xlsx', { query })}>{texts.export}</Button>
      <Button onClick={() => window.print()}>{texts.print}</Button>
    </form>
  )
}

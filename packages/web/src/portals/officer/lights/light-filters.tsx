/**
 * What the board shows; all of it stands in the address.
 */

import { Button, Input } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import { lightsTexts as texts } from '../../../texts/lights-zh-cn.ts'

type Board = CallOutput<'GET /api/supervision/lights'>

/** The fields of the address. */
export const filterNames = ['on', 'light', 'unit', 'cause', 'park', 'words'] as const

interface FiltersProps {
  readonly search: URLSearchParams
  readonly board: Board | undefined
}

export function LightFilters({ search, board }: FiltersProps) {
  const [, go] = useLocation()
  const [words, setWords] = useState(search.get('words') ?? '')
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
      <label>
        {texts.on}
        <input
          type="date"
          value={search.get('on') ?? board?.on ?? ''}
          onChange={({ target }) => set('on', target.value)}
        />
      </label>
      <Button htmlType="submit">{texts.find}</Button>
    </form>
  )
}

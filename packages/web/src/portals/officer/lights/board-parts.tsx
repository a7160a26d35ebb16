/**
 * What every board of lights has: how many there are of each, by which rule, and the form that narrows it down.
 */

import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { lightsTexts as texts } from '../../../texts/lights-zh-cn.ts'

/** The lights, the most pressing first. */
export const lightOrder = ['red', 'amber', 'paused', 'green', 'open'] as const

/** A light without its colour. */
export const lightShapes = { red: '◆', amber: '▲', paused: '‖', green: '●', open: '○' } as const

interface LightSummaryProps {
  /** what is counted */
  readonly label: string
  readonly counts: Readonly<Record<(typeof lightOrder)[number], number>>
  readonly rule: { readonly name: string; readonly mark: string }
  readonly children?: ReactNode
}

export function LightSummary({ label, counts, rule, children }: LightSummaryProps) {
  return (
    <div className="light-summary">
      <ul aria-label={label}>
        {lightOrder.map((light) => (
          <li key={light} className={light}>
            <span aria-hidden="true">{lightShapes[light]}</span>
            <b>{counts[light]}</b>
            {texts.lights[light]}
          </li>
        ))}
      </ul>
      <p>
        {texts.rule(rule.name)}
        {rule.mark === 'U' && <span className="unconfirmed-mark">{texts.unconfirmed}</span>}
      </p>
      {children}
    </div>
  )
}

interface BoardFiltersProps<Name extends string> {
  readonly search: URLSearchParams
  /** what the words are looked for in */
  readonly words: string
  /** the lists to choose from: the field of the address, its label, its values with their names */
  readonly choices: readonly (readonly [Name, string, readonly (readonly [value: string, name: string])[]])[]
  /** an empty value takes the field away */
  readonly set: (name: Name | 'words', value: string) => void
  /** more fields */
  readonly children?: ReactNode
  /** what else can be done with what is found */
  readonly tools?: ReactNode
}

export function BoardFilters<Name extends string>(props: BoardFiltersProps<Name>) {
  const { search, choices, set, children, tools } = props
  const [words, setWords] = useState(search.get('words') ?? '')
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
        {props.words}
        <Input value={words} onChange={({ target }) => setWords(target.value)} />
      </label>
      {choices.map(([name, label, options]) => (
        <label key={name}>
          {label}
          <select value={search.get(name) ?? ''} onChange={({ target }) => set(name, target.value)}>
            <option value="">{texts.all}</option>
            {options.map(([value, said]) => (
              <option key={value} value={value}>
                {said}
              </option>
            ))}
          </select>
        </label>
      ))}
      {children}
      <Button htmlType="submit">{texts.find}</Button>
      {tools}
    </form>
  )
}

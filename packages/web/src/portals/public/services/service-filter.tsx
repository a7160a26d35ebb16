/**
 * The filters of the list of services. Without scripts the form asks for the page again; with them it turns the address.
 */

import { type FormEvent, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { CallInput, CallOutput } from '../../../api/call.ts'
import { useLink } from '../../../page.tsx'
import { useServiceTexts } from './use-service-texts.ts'

type Query = NonNullable<CallInput<'GET /api/services'>['query']>
type List = CallOutput<'GET /api/services'>

const names = ['text', 'stage', 'kind', 'authority'] as const

/** The filters that stand in an address; what the API would not know is left out. */
export function filterIn(search: string): Query {
  const asked = new URLSearchParams(search)
  const given = names.flatMap((name) => {
    const value = asked.get(name)?.trim() ?? ''
    return value === '' ? [] : [[name, value] as const]
  })
  return Object.fromEntries(given) as Query
}

interface ServiceFilterProps {
  readonly filter: Query
  readonly list: List
}

export function ServiceFilter({ filter, list }: ServiceFilterProps) {
  const texts = useServiceTexts()
  const link = useLink()
  const [, navigate] = useLocation()
  const [text, setText] = useState(filter.text ?? '')
  const turn = (change: Readonly<Record<string, string>>) => {
    const next = Object.entries({ ...filter, text, ...change }).filter(
      ([, value]) => String(value ?? '') !== '',
    )
    const query = new URLSearchParams(next.map(([name, value]) => [name, String(value)])).toString()
    navigate(link(query === '' ? '/services' : `/services?${query}`))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    turn({})
  }
  const isFiltered = Object.keys(filter).length > 0
  return (
    <form className="service-filter" role="search" action={link('/services')} onSubmit={submit}>
      <WordField text={text} onChange={setText} />
      <Choice
        name="stage"
        value={filter.stage}
        options={list.stages.map(({ stage, name }) => [String(stage), name])}
        turn={turn}
      />
      <Choice
        name="kind"
        value={filter.kind}
        options={list.kinds.map((kind) => [kind, texts.kinds[kind]])}
        turn={turn}
      />
      <Choice
        name="authority"
        value={filter.authority}
        options={list.authorities.map(({ id, name }) => [id, name])}
        turn={turn}
      />
      <div className="actions">
        <button className="button" type="submit">
          {texts.find}
        </button>
        {isFiltered && (
          <Link className="button quiet" href={link('/services')}>
            {texts.clear}
          </Link>
        )}
      </div>
    </form>
  )
}

interface WordFieldProps {
  readonly text: string
  readonly onChange: (text: string) => void
}

function WordField({ text, onChange }: WordFieldProps) {
  const texts = useServiceTexts()
  return (
    <div className="field service-words">
      <label htmlFor="text">{texts.words}</label>
      <span className="hint" id="text-hint">
        {texts.wordsHint}
      </span>
      <input
        className="input"
        id="text"
        name="text"
        type="search"
        maxLength={60}
        aria-describedby="text-hint"
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}

interface ChoiceProps {
  readonly name: 'stage' | 'kind' | 'authority'
  readonly value: unknown
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly turn: (change: Readonly<Record<string, string>>) => void
}

function Choice({ name, value, options, turn }: ChoiceProps) {
  const texts = useServiceTexts()
  return (
    <div className="field">
      <label htmlFor={name}>{texts.filters[name]}</label>
      <select
        className="input"
        id={name}
        name={name}
        value={String(value ?? '')}
        onChange={(event) => turn({ [name]: event.target.value })}
      >
        <option value="">{texts.filters.all}</option>
        {options.map(([option, label]) => (
          <option key={option} value={option}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}

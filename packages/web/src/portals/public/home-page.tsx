/**
 * The front page: one search, the tasks people come for, the figures with their definitions.
 */

import { type FormEvent, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { CallOutput } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { useLink, usePage, useTexts } from '../../page.tsx'
import { destinations } from '../../texts/destinations.ts'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'
import { useMoments } from '../../ui/use-moments.ts'

type Figure = CallOutput<'GET /api/statistics/overview'>['figures'][number]

export function HomePage() {
  const { home } = useTexts()
  const link = useLink()
  const tiles = [
    [link('/apply/company'), home.tiles.company],
    [link('/verify'), home.tiles.verify],
    [link('/my/cases'), home.tiles.cases],
    [link('/name'), home.tiles.name],
  ] as const
  return (
    <Shell wide>
      <Title>{home.title}</Title>
      <p className="lead">{home.lead}</p>
      <Search />
      <h2>{home.tasks}</h2>
      <ul className="tiles">
        {tiles.map(([href, [title, text]]) => (
          <li key={href}>
            <Link className="tile" href={href}>
              <b>{title}</b>
              <span>{text}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Figures />
    </Shell>
  )
}

function Search() {
  const { home } = useTexts()
  const link = useLink()
  const [, navigate] = useLocation()
  const [words, setWords] = useState('')
  function find(event: FormEvent) {
    event.preventDefault()
    const hit = destinations.find(([pattern]) => pattern.test(words))
    const address = link(hit?.[1] ?? '/business')
    if (address.includes('?')) window.location.assign(address)
    else navigate(address)
  }
  return (
    <form role="search" onSubmit={find} action={link('/business')}>
      <label className="label" htmlFor="search">
        {home.search}
      </label>
      <span className="hint" id="search-hint">
        {home.searchHint}
      </span>
      <div className="search">
        <input
          className="input"
          id="search"
          type="search"
          aria-describedby="search-hint"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <button className="button" type="submit">
          {home.searchButton}
        </button>
      </div>
    </form>
  )
}

function Figures() {
  const { home } = useTexts()
  const { language } = usePage()
  const link = useLink()
  const { day } = useMoments()
  const reading = useApi('GET /api/statistics/overview')
  if (reading.state !== 'ready') return null
  const { figures, asOf } = reading.value
  const shown = ['new', 'total', 'enterprise-share', 'electronic-share'].flatMap(
    (id) => figures.find((figure) => figure.id === id) ?? [],
  )
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{home.figures}</h2>
      <p className="hint">{home.figuresNote(day(asOf))}</p>
      <ul className="tiles">
        {shown.map((figure) => (
          <li className="tile figure" key={figure.id}>
            <b>{figureText(figure)}</b>
            {figure.label[language]}
            <br />
            <span>{figure.definition[language]}</span>
          </li>
        ))}
      </ul>
      <Link href={link('/stats')}>{home.more}</Link>
    </section>
  )
}

/** 16142 as 16,142; a percentage as it stands. */
export function figureText(figure: Figure): string {
  return figure.form === 'count' && figure.value !== null ? figure.value.toLocaleString('en') : figure.text
}

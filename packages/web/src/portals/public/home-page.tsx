/**
 * The front page: one search, the tasks people come for, the figures with their definitions.
 */

import { type FormEvent, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { CallOutput } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { useLink, usePage, useTexts } from '../../page.tsx'
import { destinations } from '../../texts/destinations.ts'
import { Icon } from '../../ui/icon.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'
import { TitleBlock } from '../../ui/title-block.tsx'
import { useMoments } from '../../ui/use-moments.ts'

type Figure = CallOutput<'GET /api/statistics/overview'>['figures'][number]

export function HomePage() {
  const { home } = useTexts()
  const { zone } = usePage()
  const link = useLink()
  const tasks = [
    ['/apply/company', 'licence', home.tiles.company],
    ['/verify', 'verify', home.tiles.verify],
    ['/my/cases', 'cases', home.tiles.cases],
    ['/name', 'name', home.tiles.name],
    ['/build', 'network', home.tiles.build],
    ['/services', 'guide', home.tiles.services],
    ['/space', 'plan', home.tiles.space],
    ['/voice', 'voice', home.tiles.voice],
    ['/voice/answers', 'answers', home.tiles.answers],
  ] as const
  return (
    <Shell wide>
      <div className="front">
        <section className="drawing-sheet">
          <Title>{home.title}</Title>
          <p className="lead">{home.lead(zone.name)}</p>
          <Search />
        </section>
        <section className="front-tasks" aria-labelledby="tasks">
          <h2 id="tasks">{home.tasks}</h2>
          <ul className="tiles">
            {tasks.map(([href, icon, [title, text]]) => (
              <li key={href}>
                <Link className="tile task" href={link(href)}>
                  <Icon name={icon} />
                  <b>{title}</b>
                  <span>{text}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
        <Figures />
      </div>
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
    const address = link(hit?.[1] ?? `/services?${new URLSearchParams({ text: words })}`)
    if (address.includes('?')) window.location.assign(address)
    else navigate(address)
  }
  return (
    <form role="search" onSubmit={find} action={link('/services')}>
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
          name="text"
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
    <section className="drawing-sheet-figures" aria-labelledby="figures">
      <div className="figures-note">
        <h2 id="figures">{home.figures}</h2>
        <span>{home.figuresNote(day(asOf))}</span>
        <Link href={link('/stats')}>{home.more}</Link>
      </div>
      <TitleBlock
        className="figures"
        cells={shown.map((figure) => ({
          label: figure.label[language] ?? figure.id,
          value: figureText(figure),
          note: figure.definition[language] ?? '',
        }))}
      />
    </section>
  )
}

/** 16142 as 16,142; a percentage as it stands. */
export function figureText(figure: Figure): string {
  return figure.form === 'count' && figure.value !== null ? figure.value.toLocaleString('en') : figure.text
}

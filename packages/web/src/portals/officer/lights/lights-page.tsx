/**
 * The board of the lights: counts, then every project with its nodes and the sentence that says why, the worst first.
 */

import './lights.css'
import { useState } from 'react'
import { Link, useSearch } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { useNews } from '../../../api/use-news.ts'
import { lightsTexts as texts } from '../../../texts/lights-zh-cn.ts'
import { momentText } from '../../../ui/moment.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { Title } from '../../../ui/title.tsx'
import { Framed } from '../staff-page.tsx'
import { SupervisionTabs } from '../supervision/supervision-tabs.tsx'
import { LightSummary } from './board-parts.tsx'
import { filterNames, LightFilters } from './light-filters.tsx'
import { LightNodes, type LightRow } from './light-nodes.tsx'

type Board = CallOutput<'GET /api/supervision/lights'>

export function LightsPage() {
  const search = new URLSearchParams(useSearch())
  const query = Object.fromEntries(filterNames.map((name) => [name, search.get(name) ?? undefined]))
  const reading = useApi('GET /api/supervision/lights', { query })
  const [isFresh, setFresh] = useState(false)
  useNews(['supervision.changed'], () => {
    if (reading.state !== 'ready') return
    reading.again()
    setFresh(true)
  })
  const board = reading.state === 'ready' ? reading.value : undefined
  return (
    <Framed>
      <div className="staff-head">
        <Title>{texts.title}</Title>
        <p className="staff-lead">{texts.lead}</p>
      </div>
      <div className="staff-tools">
        <SupervisionTabs />
        <Link className="lights-wall" href="/work/lights/screen">
          {texts.wall}
        </Link>
      </div>
      {board !== undefined && <Counts board={board} />}
      <LightFilters search={search} board={board} />
      <p className="light-news" role="status">
        {isFresh ? texts.changed : ''}
      </p>
      <Awaited reading={reading}>{(shown) => <Rows board={shown} />}</Awaited>
    </Framed>
  )
}

function Counts({ board: { counts, rule, missing, lastRedClosed } }: { readonly board: Board }) {
  return (
    <LightSummary label={texts.counts} counts={counts} rule={rule}>
      <p className={missing === 0 ? 'settled' : 'unsettled'}>
        {missing === 0 ? texts.reconciled : texts.missing(missing)}
      </p>
      {counts.red === 0 && <p>{texts.calm(lastRedClosed)}</p>}
    </LightSummary>
  )
}

function Rows({ board: { rows, counts } }: { readonly board: Board }) {
  if (rows.length === 0) {
    const isBare = Object.values(counts).every((count) => count === 0)
    return <p className="light-empty">{isBare ? texts.none : texts.empty}</p>
  }
  return (
    <ul className="light-rows">
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </ul>
  )
}

/** What the unit has to say stands beside the light. */
function Statement({ row: { light, statement } }: { readonly row: LightRow }) {
  if (statement === null || (light !== 'red' && light !== 'amber')) return null
  return (
    <span className="light-statement">
      {texts.statement}（{statement.by}，{momentText(statement.at)}）：{statement.words}
    </span>
  )
}

function Row({ row }: { readonly row: LightRow }) {
  const { id, name, light, shape, lightName, nodes, sentence, unitName, causeName, lastOrder } = row
  return (
    <li className={light}>
      <span className="light-mark">
        <span aria-hidden="true">{shape}</span>
        <span className="visually-hidden">{lightName}</span>
      </span>
      <div className="light-project">
        <Link href={`/work/lights/${id}`}>{name}</Link>
        <LightNodes nodes={nodes} />
      </div>
      <p className="light-why">
        {sentence}
        <Statement row={row} />
      </p>
      <dl>
        <div>
          <dt>{texts.unit}</dt>
          <dd>{unitName}</dd>
        </div>
        {(light === 'red' || light === 'amber') && (
          <div>
            <dt>{texts.cause}</dt>
            <dd>{causeName ?? texts.noCause}</dd>
          </div>
        )}
        {lastOrder !== null && lastOrder.state !== 'lapsed' && (
          <div>
            <dt>{texts.order}</dt>
            <dd>{texts.orderStates[lastOrder.state as keyof typeof texts.orderStates]}</dd>
          </div>
        )}
      </dl>
    </li>
  )
}

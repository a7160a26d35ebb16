/**
 * Everything owed by a day on one board: projects, cases, commitments, issues and tasks, the worst light first.
 */

import './obligations.css'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import type { CallOutput } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { useCalmNews } from '../../../../api/use-news.ts'
import { obligationsTexts as texts } from '../../../../texts/obligations-zh-cn.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { Title } from '../../../../ui/title.tsx'
import { LightSummary } from '../../lights/board-parts.tsx'
import { Framed } from '../../staff-page.tsx'
import { SupervisionTabs } from '../supervision-tabs.tsx'
import { filterNames, ObligationFilters } from './obligation-filters.tsx'
import { ObligationRows } from './obligation-rows.tsx'

/** In a busy hour something changes every second; the first change shows at once. */
const restMs = 10_000

type Board = CallOutput<'GET /api/supervision/obligations'>

export function ObligationsPage() {
  const [search, setSearch] = useSearchParams()
  const query = Object.fromEntries(filterNames.map((name) => [name, search.get(name) ?? undefined]))
  const reading = useApi('GET /api/supervision/obligations', { query })
  const [isFresh, setFresh] = useState(false)
  useCalmNews(
    ['supervision.obligations-changed'],
    () => {
      if (reading.state !== 'ready') return
      reading.again()
      setFresh(true)
    },
    restMs,
  )
  const board = reading.state === 'ready' ? reading.value : undefined
  const set = (name: (typeof filterNames)[number], value: string) =>
    setSearch((now) => {
      if (value === '') now.delete(name)
      else now.set(name, value)
      return now
    })
  return (
    <Framed>
      <div className="staff-head">
        <Title>{texts.title}</Title>
        <p className="staff-lead">{texts.lead}</p>
      </div>
      <div className="staff-tools">
        <SupervisionTabs />
      </div>
      {board !== undefined && <LightSummary label={texts.counts} counts={board.counts} rule={board.rule} />}
      {board !== undefined && <Kinds board={board} chosen={search.get('kind') ?? ''} choose={set} />}
      <ObligationFilters search={search} board={board} set={set} />
      <p className="light-news" role="status">
        {isFresh ? texts.changed : ''}
      </p>
      <Awaited reading={reading}>{(shown) => <ObligationRows board={shown} />}</Awaited>
    </Framed>
  )
}

interface KindsProps {
  readonly board: Board
  readonly chosen: string
  readonly choose: (name: 'kind', value: string) => void
}

/** The kinds with how many there are, and how many of them are red. */
function Kinds({ board: { kinds }, chosen, choose }: KindsProps) {
  const total = kinds.reduce((sum, { count }) => sum + count, 0)
  const red = kinds.reduce((sum, kind) => sum + kind.red, 0)
  return (
    <div className="obligation-kinds" role="group" aria-label={texts.kinds}>
      {[{ kind: '', name: texts.every, count: total, red }, ...kinds].map((one) => (
        <button
          key={one.kind}
          type="button"
          aria-pressed={chosen === one.kind}
          onClick={() => choose('kind', one.kind)}
        >
          {one.name}
          <b>{one.count}</b>
          {one.red > 0 && <span>◆ {texts.red(one.red)}</span>}
        </button>
      ))}
    </div>
  )
}

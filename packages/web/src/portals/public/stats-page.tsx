/**
 * Every figure with its definition, its counts and where it comes from.
 */

import { useState } from 'react'
import { useApi } from '../../api/use-api.ts'
import { usePage, useTexts } from '../../page.tsx'
import { Awaited } from '../../ui/reading.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'
import { useMoments } from '../../ui/use-moments.ts'
import { Words } from '../../ui/words.tsx'
import { figureText } from './home-page.tsx'

export function StatsPage() {
  const { stats: texts } = useTexts()
  const { day, moment } = useMoments()
  const [asOf, setAsOf] = useState('')
  const reading = useApi('GET /api/statistics/overview', { query: asOf === '' ? {} : { asOf } })
  return (
    <Shell wide back="/">
      <Title>{texts.title}</Title>
      <p className="lead">{texts.lead}</p>
      <Awaited reading={reading}>
        {(overview) => (
          <>
            <p>
              <label className="label" htmlFor="as-of">
                {texts.asOf}
              </label>
              <input
                className="input short"
                id="as-of"
                type="date"
                value={asOf === '' ? overview.asOf : asOf}
                onChange={(event) => setAsOf(event.target.value)}
              />
            </p>
            <p className="hint">
              {[
                texts.period(day(overview.from), day(overview.asOf)),
                texts.computedAt(moment(overview.computedAt)),
                ...(overview.demonstration ? [texts.demonstration] : []),
              ].join(' · ')}
            </p>
            <Figures figures={overview.figures} />
          </>
        )}
      </Awaited>
      <Breakdown />
    </Shell>
  )
}

function Figures({ figures }: { readonly figures: readonly Parameters<typeof figureText>[0][] }) {
  const { language } = usePage()
  const { stats: texts, join } = useTexts()
  return (
    <div className="table-scroll" role="region" aria-label={texts.table} tabIndex={0}>
      <table className="stacks">
        <thead>
          <tr>
            <th scope="col">{texts.columns.figure}</th>
            <th scope="col">{texts.columns.value}</th>
            <th scope="col">{texts.columns.definition}</th>
            <th scope="col">{texts.columns.counts}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.id}>
              <th scope="row">{figure.label[language]}</th>
              <td data-label={texts.columns.value}>
                <strong>{figureText(figure)}</strong>
              </td>
              <td data-label={texts.columns.definition}>{figure.definition[language]}</td>
              <td data-label={texts.columns.counts}>
                {join.list(
                  Object.entries(figure.counts).map(
                    ([id, count]) => `${texts.counts[id] ?? id} ${count.toLocaleString('en')}`,
                  ),
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Breakdown() {
  const { stats: texts } = useTexts()
  const [by, setBy] = useState<'kind' | 'month'>('kind')
  const reading = useApi('GET /api/statistics/breakdown/:count', { params: { count: 'new' }, query: { by } })
  return (
    <>
      <h2>{texts.breakdown}</h2>
      <p>
        <label className="label" htmlFor="by">
          {texts.by}
        </label>
        <select
          className="input short"
          id="by"
          value={by}
          onChange={(event) => setBy(event.target.value === 'month' ? 'month' : 'kind')}
        >
          <option value="kind">{texts.byKind}</option>
          <option value="month">{texts.byMonth}</option>
        </select>
      </p>
      <Awaited reading={reading}>
        {({ rows }) => (
          <ul className="rows">
            {rows.map((row) => (
              <li key={row.label}>
                <span>
                  <Words>{row.label}</Words>
                </span>
                <strong>{row.count === null ? texts.tooFew : row.count.toLocaleString('en')}</strong>
              </li>
            ))}
          </ul>
        )}
      </Awaited>
    </>
  )
}

/**
 * Every project in one table; what is looked for stands in the address, and leaves as a spreadsheet.
 */

import './steward.css'
import { Button, Input, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { addressOf, type CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { stewardTexts } from '../../../texts/stewards-zh-cn.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { Title } from '../../../ui/title.tsx'
import { Framed } from '../staff-page.tsx'
import { shortDay } from './days.ts'
import { SavedViews } from './saved-views.tsx'
import { StewardTabs } from './steward-tabs.tsx'
import { RiskLight } from './today/risk-light.tsx'

type Board = CallOutput<'GET /api/stewards/board'>
type Row = Board['rows'][number]
type Show = keyof typeof texts.shows

const texts = stewardTexts.table
const shows = Object.keys(texts.shows) as Show[]

const day = (text: string | null) => (text === null ? '—' : shortDay(text))
const byText = (of: (row: Row) => string | null) => (one: Row, other: Row) =>
  (of(one) ?? '~').localeCompare(of(other) ?? '~', 'zh-CN')

const columns: TableColumnsType<Row> = [
  {
    title: texts.columns.number,
    dataIndex: 'number',
    sorter: byText(({ number }) => number),
    width: 110,
  },
  {
    title: texts.columns.project,
    sorter: byText(({ name }) => name),
    render: (_, { id, name }) => <Link href={`/work/projects/${id}`}>{name}</Link>,
  },
  { title: texts.columns.kind, dataIndex: 'kindName', width: 130 },
  { title: texts.columns.primary, render: (_, { primary }) => primary?.name ?? '—', width: 90 },
  {
    title: texts.columns.left,
    sorter: (one, other) => leftOf(one) - leftOf(other),
    render: (_, { risk }) => (risk === null ? texts.calm : <RiskLight risk={risk} />),
    width: 160,
  },
  { title: texts.columns.gate, render: (_, { risk }) => risk?.stepName ?? '—' },
  { title: texts.columns.who, render: (_, { risk }) => risk?.who ?? '—', width: 150 },
  {
    title: texts.columns.permit,
    sorter: byText(({ permit }) => permit),
    render: (_, { permit }) => (permit === null ? texts.noPlan : shortDay(permit)),
    width: 150,
  },
  {
    title: texts.columns.last,
    sorter: byText(({ lastContactAt }) => lastContactAt),
    render: (_, { lastContactAt }) => day(lastContactAt),
    width: 110,
  },
  {
    title: texts.columns.next,
    sorter: byText(({ nextContactOn }) => nextContactOn),
    render: (_, { nextContactOn }) => day(nextContactOn),
    width: 110,
  },
]

/** What leaves least time first; what slips already before that, what has no risk last. */
function leftOf({ risk }: Row): number {
  return risk === null ? Number.MAX_SAFE_INTEGER : risk.daysLeft - risk.slip
}

export function ProjectsPage() {
  const search = new URLSearchParams(useSearch())
  const query = {
    words: search.get('words') ?? undefined,
    kind: search.get('kind') ?? undefined,
    show: shows.find((one) => one === search.get('show')),
  }
  const reading = useApi('GET /api/stewards/board', { query })
  return (
    <Framed>
      <StewardTabs />
      <div className="staff-head">
        <Title>{texts.title}</Title>
        {reading.state === 'ready' && <p className="staff-lead">{texts.lead(reading.value.rows.length)}</p>}
      </div>
      <Filters search={search} kinds={reading.state === 'ready' ? reading.value.kinds : []} />
      <div className="staff-tools">
        <SavedViews search={search.toString()} />
        <Button href={addressOf('GET /api/stewards/board.xlsx', { query })}>{texts.export}</Button>
      </div>
      <div className="staff-list">
        <Awaited reading={reading}>
          {({ rows }) => (
            <Table
              rowKey="id"
              dataSource={rows}
              columns={columns}
              pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
              scroll={{ x: 1200 }}
              locale={{ emptyText: texts.empty }}
            />
          )}
        </Awaited>
      </div>
    </Framed>
  )
}

interface FiltersProps {
  readonly search: URLSearchParams
  readonly kinds: Board['kinds']
}

function Filters({ search, kinds }: FiltersProps) {
  const [, go] = useLocation()
  const [words, setWords] = useState(search.get('words') ?? '')
  function set(name: string, value: string) {
    const next = new URLSearchParams(search)
    if (value === '' || value === 'all') next.delete(name)
    else next.set(name, value)
    go(`/work/projects?${next.toString()}`)
  }
  return (
    <form
      className="staff-tools steward-form"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        set('words', words.trim())
      }}
    >
      <label>
        {texts.words}
        <Input
          allowClear
          value={words}
          onChange={({ target }) => setWords(target.value)}
          onBlur={() => set('words', words.trim())}
        />
      </label>
      <label>
        {texts.kind}
        <select value={search.get('kind') ?? ''} onChange={({ target }) => set('kind', target.value)}>
          <option value="">{texts.allKinds}</option>
          {kinds.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {texts.show}
        <select value={search.get('show') ?? 'all'} onChange={({ target }) => set('show', target.value)}>
          {shows.map((show) => (
            <option key={show} value={show}>
              {texts.shows[show]}
            </option>
          ))}
        </select>
      </label>
    </form>
  )
}

/**
 * Every figure with its definition, its counts and where it comes from.
 */

import { useState } from 'react'
import { useApi } from '../../api/use-api.ts'
import { usePage } from '../../page.tsx'
import { dayText, momentText } from '../../ui/moment.ts'
import { Awaited } from '../../ui/reading.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'
import { figureText } from './home-page.tsx'

const countNames: Readonly<Record<string, string>> = {
  new: '本期新增',
  'new-before': '上年同期新增',
  total: '期末实有',
  'total-before': '上年同日实有',
  enterprises: '期末企业',
  'enterprises-before': '上年同日企业',
  electronic: '本期全程电子化',
  booked: '预定地址',
  'zero-touch': '无人工干预',
}

export function StatsPage() {
  const [asOf, setAsOf] = useState('')
  const reading = useApi('GET /api/statistics/overview', { query: asOf === '' ? {} : { asOf } })
  return (
    <Shell wide back="/">
      <Title>公开数据</Title>
      <p className="lead">每个数字都由登记簿逐条计算，没有一个是填上去的。改一条记录，数字就会变。</p>
      <Awaited reading={reading}>
        {(overview) => (
          <>
            <p>
              <label className="label" htmlFor="as-of">
                截至日期
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
              报告期 {dayText(overview.from)} 至 {dayText(overview.asOf)} · 计算时间{' '}
              {momentText(overview.computedAt)}
              {overview.demonstration && ' · 示范数据'}
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
  return (
    <div className="table-scroll" role="region" aria-label="指标" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col">数值</th>
            <th scope="col">怎么算的</th>
            <th scope="col">所用计数</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.id}>
              <th scope="row">{figure.label[language]}</th>
              <td>
                <strong>{figureText(figure)}</strong>
              </td>
              <td>{figure.definition[language]}</td>
              <td>
                {Object.entries(figure.counts)
                  .map(([id, count]) => `${countNames[id] ?? id} ${count.toLocaleString('en')}`)
                  .join(',')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Breakdown() {
  const [by, setBy] = useState<'kind' | 'month'>('kind')
  const reading = useApi('GET /api/statistics/breakdown/:count', { params: { count: 'new' }, query: { by } })
  return (
    <>
      <h2>本期新增的构成</h2>
      <p>
        <label className="label" htmlFor="by">
          分组
        </label>
        <select
          className="input short"
          id="by"
          value={by}
          onChange={(event) => setBy(event.target.value === 'month' ? 'month' : 'kind')}
        >
          <option value="kind">按类型</option>
          <option value="month">按月</option>
        </select>
      </p>
      <Awaited reading={reading}>
        {({ rows }) => (
          <ul className="rows">
            {rows.map((row) => (
              <li key={row.label}>
                <span>{row.label}</span>
                <strong>{row.count === null ? '少于 3 户，不显示' : row.count.toLocaleString('en')}</strong>
              </li>
            ))}
          </ul>
        )}
      </Awaited>
    </>
  )
}

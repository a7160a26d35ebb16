/**
 * What those may know who read no lead: how many are overdue, and which fields and departments come up often enough to be told.
 */

import './leads.css'
import { useState } from 'react'
import type { CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { leadsTexts } from '../../../texts/leads-zh-cn.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { Title } from '../../../ui/title.tsx'
import { Unconfirmed } from '../../../ui/unconfirmed.tsx'
import { Framed } from '../staff-page.tsx'
import { SelectField } from './select-field.tsx'

const texts = leadsTexts.patterns

type Table = CallOutput<'GET /api/leads/patterns'>

export function PatternsPage() {
  const [year, setYear] = useState<string>()
  const reading = useApi('GET /api/leads/patterns', { query: { year } })
  return (
    <Framed>
      <div className="staff-head">
        <Title>{texts.title}</Title>
      </div>
      <Overdue />
      <Awaited reading={reading}>{(table) => <Patterns table={table} choose={setYear} />}</Awaited>
    </Framed>
  )
}

function Overdue() {
  const reading = useApi('GET /api/leads/overdue')
  return (
    <section className="staff-panel">
      <h2>{texts.overdue}</h2>
      <Awaited reading={reading}>
        {({ total, overdue, limits }) => (
          <>
            <p>{texts.overdueOf(overdue, total)}</p>
            <dl className="lead-limits">
              {limits.map(({ name, overdue: count }) => (
                <div key={name} className={count > 0 ? 'late' : undefined}>
                  <dt>{name}</dt>
                  <dd>{count}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </Awaited>
    </section>
  )
}

interface PatternsProps {
  readonly table: Table
  readonly choose: (year: string) => void
}

function Patterns({ table, choose }: PatternsProps) {
  const { year, years, atLeast, isUnconfirmed, total, fieldTotals, departmentTotals, cells } = table
  const hasNumber = [...fieldTotals, ...departmentTotals, ...cells.flat(), total].some(
    (count) => count !== null,
  )
  return (
    <section className="staff-panel">
      <h2>
        {texts.title} <Unconfirmed mark={isUnconfirmed ? 'U' : 'S'} />
      </h2>
      <p className="lead-hint">{texts.lead(atLeast)}</p>
      <SelectField
        id="year"
        label={texts.year}
        value={year}
        options={years.map((one) => ({ id: one, name: one }))}
        onChange={choose}
      />
      {hasNumber ? <Cells table={table} /> : <p className="lead-empty">{texts.empty}</p>}
    </section>
  )
}

function Cells({ table }: { readonly table: Table }) {
  const { fields, departments, cells, fieldTotals, departmentTotals, total } = table
  const shown = departments
    .map((department, column) => ({
      ...department,
      counts: cells.map((row) => row[column] ?? null),
      total: departmentTotals[column] ?? null,
    }))
    .filter(({ counts, total: sum }) => sum !== null || counts.some((count) => count !== null))
  return (
    <div className="lead-scroll">
      <table className="lead-table plain numbers">
        <thead>
          <tr>
            <th scope="col">{texts.department}</th>
            {fields.map(({ id, name }) => (
              <th scope="col" key={id}>
                {name}
              </th>
            ))}
            <th scope="col">{texts.total}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, name, counts, total: sum }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {counts.map((count, place) => (
                <Count key={fields[place]?.id} count={count} />
              ))}
              <Count count={sum} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{texts.total}</th>
            {fieldTotals.map((count, place) => (
              <Count key={fields[place]?.id} count={count} />
            ))}
            <Count count={total} />
          </tr>
        </tfoot>
      </table>
      <p className="lead-hint">{texts.onlyShown}</p>
    </div>
  )
}

function Count({ count }: { readonly count: number | null }) {
  if (count !== null) return <td>{count}</td>
  return (
    <td className="hidden">
      <span aria-hidden="true">—</span>
      <span className="visually-hidden">{texts.hidden}</span>
    </td>
  )
}

/**
 * The records that a figure is counted from, one by one, and all of them as a spreadsheet.
 */

import './figures.css'
import { Link, useSearchParams } from 'wouter'
import { addressOf, type CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { figuresTexts as texts } from '../../../texts/figures-zh-cn.ts'
import { dayText } from '../../../ui/moment.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { Title } from '../../../ui/title.tsx'
import { StaffShell } from '../staff-shell.tsx'
import { periodIn } from './figures-period.ts'
import { PeriodFields } from './period-fields.tsx'

type Records = CallOutput<'GET /api/statistics/records/:records'>
type Chosen = 'yes' | 'no' | undefined

export function RecordsPage({ records }: { readonly records: string }) {
  const [search] = useSearchParams()
  const given = search.get('met')
  const met: Chosen = given === 'yes' || given === 'no' ? given : undefined
  const query = { ...periodIn(search), met }
  const reading = useApi('GET /api/statistics/records/:records', { params: { records }, query })
  const period = new URLSearchParams(Object.entries(periodIn(search))).toString()
  return (
    <StaffShell>
      <Link className="back" href={period === '' ? '/work/figures' : `/work/figures?${period}`}>
        {texts.back}
      </Link>
      <Awaited reading={reading}>
        {(listed) => (
          <>
            <Title>{listed.name}</Title>
            <PeriodFields from={listed.from} asOf={listed.asOf} />
            <div className="figure-tools">
              <Choice listed={listed} chosen={met} />
              <a
                className="button quiet"
                href={addressOf('GET /api/statistics/records/:records/workbook.xlsx', {
                  params: { records },
                  query,
                })}
              >
                {texts.export}
              </a>
            </div>
            <Table listed={listed} />
          </>
        )}
      </Awaited>
    </StaffShell>
  )
}

function Choice({ listed, chosen }: { readonly listed: Records; readonly chosen: Chosen }) {
  const [, setSearch] = useSearchParams()
  const { total, met, metName } = listed
  const choices = [
    [undefined, texts.all, total],
    ['yes', metName, met],
    ['no', texts.notMet, total - met],
  ] as const
  return (
    <div className="figure-choice" role="group" aria-label={texts.shown}>
      {choices.map(([value, name, size]) => (
        <button
          key={name}
          className="button quiet"
          type="button"
          aria-pressed={chosen === value}
          onClick={() =>
            setSearch((now) => {
              if (value === undefined) now.delete('met')
              else now.set('met', value)
              return now
            })
          }
        >
          {name} <b>{size.toLocaleString('en')}</b>
        </button>
      ))}
    </div>
  )
}

function Table({ listed }: { readonly listed: Records }) {
  const { rows, left, name, metName, dayName } = listed
  const hasUnits = rows.some(({ unit }) => unit !== null)
  if (rows.length === 0) return <p className="sheet">{texts.empty}</p>
  return (
    <>
      <div className="table-scroll figure-sheet" role="region" aria-label={name} tabIndex={0}>
        <table className="stacks figure-records-table">
          <thead>
            <tr>
              <th scope="col">{texts.columns.number}</th>
              <th scope="col">{texts.columns.title}</th>
              {hasUnits && <th scope="col">{texts.columns.unit}</th>}
              <th scope="col">{dayName}</th>
              <th scope="col">{metName}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              <tr key={`${row.number} ${row.day} ${place}`}>
                <th scope="row" className="code">
                  {row.number}
                </th>
                <td data-label={texts.columns.title}>{row.title}</td>
                {hasUnits && <td data-label={texts.columns.unit}>{row.unit}</td>}
                <td data-label={dayName}>{dayText(row.day)}</td>
                <td data-label={metName}>{row.met ? texts.yes : texts.no}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && <p className="hint">{texts.left(left.toLocaleString('en'))}</p>}
    </>
  )
}

/**
 * The lines of the board: shape, thing, the sentence that says why, who answers for it.
 */

import { Link } from 'wouter'
import type { CallOutput } from '../../../../api/call.ts'
import { obligationsTexts as texts } from '../../../../texts/obligations-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'

type Board = CallOutput<'GET /api/supervision/obligations'>
type Row = Board['rows'][number]

/** Where a thing is read, by its kind. */
const addresses: Readonly<Record<Row['kind'], string>> = {
  project: '/work/lights',
  case: '/work/department',
  commitment: '/work/department',
  issue: '/work/voice',
  task: '/work/supervision/tasks',
}

export function ObligationRows({ board: { rows, kinds, left } }: { readonly board: Board }) {
  if (rows.length === 0) {
    const isBare = kinds.every(({ count }) => count === 0)
    return <p className="light-empty">{isBare ? texts.none : texts.empty}</p>
  }
  return (
    <>
      <ul className="light-rows obligation-rows">
        {rows.map((row) => (
          <Line key={`${row.kind} ${row.number} ${row.sentence}`} row={row} />
        ))}
      </ul>
      {left > 0 && <p className="light-empty">{texts.left(left)}</p>}
    </>
  )
}

function Line({ row }: { readonly row: Row }) {
  const { kind, kindName, number, title, light, shape, lightName, sentence, due, units, place, open } = row
  return (
    <li className={light}>
      <span className="light-mark">
        <span aria-hidden="true">{shape}</span>
        <span className="visually-hidden">{lightName}</span>
      </span>
      <div className="light-project">
        {open === null ? <b>{title}</b> : <Link href={`${addresses[kind]}/${open}`}>{title}</Link>}
        <small>
          {kindName}　{number}
        </small>
      </div>
      <p className="light-why">{sentence}</p>
      <dl>
        <div>
          <dt>{texts.unit}</dt>
          <dd>{units.length === 0 ? texts.dispatcher : units.map(({ name }) => name).join('、')}</dd>
        </div>
        {place !== null && (
          <div>
            <dt>{texts.place}</dt>
            <dd>{place}</dd>
          </div>
        )}
        <div>
          <dt>{texts.due}</dt>
          <dd>{due === null ? texts.resting : dayText(due)}</dd>
        </div>
      </dl>
    </li>
  )
}

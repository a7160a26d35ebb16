/**
 * The projects that may slip, the worst first: what comes next, whose turn it is, when we spoke. Moved through with J and
 * K; the row that has the focus is opened with Enter.
 */

import { type RefObject, useEffect, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import type { CallOutput } from '../../../../api/call.ts'
import { stewardTexts } from '../../../../texts/stewards-zh-cn.ts'
import { shortDay } from '../days.ts'
import { RiskLight } from './risk-light.tsx'

/** One line of the list. */
export type RiskRow = CallOutput<'GET /api/stewards/risks'>['risks'][number]

interface RiskTableProps {
  readonly rows: readonly RiskRow[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (id: string, isChosen: boolean) => void
  readonly onRemind: () => void
}

const texts = stewardTexts.today

/** The keys of the list, from anywhere on the page but a field or an open dialog. */
function useListKeys(body: RefObject<HTMLElement | null>, onRemind: () => void) {
  const [, go] = useLocation()
  useEffect(() => {
    function step(by: number) {
      const links = [...(body.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])]
      const row = document.activeElement?.closest('tr') ?? null
      const at = links.findIndex((link) => row?.contains(link) === true)
      links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus()
    }
    const acts: Readonly<Record<string, () => void>> = {
      j: () => step(1),
      k: () => step(-1),
      r: onRemind,
      e: () => {
        const id = document.activeElement?.closest('tr')?.dataset['id']
        if (id !== undefined) go(`/work/projects/${id}?log=1`)
      },
    }
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return
      const act = acts[event.key.toLowerCase()]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [body, onRemind, go])
}

/** Whether keys belong to what has the focus: a field that is written in, or a dialog. */
function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return (
    target.matches('input:not([type="checkbox"]), textarea, select') ||
    target.closest('[role="dialog"]') !== null
  )
}

export function RiskTable({ rows, chosen, onChoose, onRemind }: RiskTableProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  useListKeys(body, onRemind)
  return (
    <div className="table-scroll">
      <table className="steward-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{texts.choose('')}</span>
            </th>
            <th scope="col">{texts.columns.left}</th>
            <th scope="col">{texts.columns.project}</th>
            <th scope="col">{texts.columns.gate}</th>
            <th scope="col">{texts.columns.who}</th>
            <th scope="col">{texts.columns.float}</th>
            <th scope="col">{texts.columns.last}</th>
            <th scope="col">{texts.columns.next}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <RiskLine key={row.id} row={row} isChosen={chosen.has(row.id)} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RiskLineProps {
  readonly row: RiskRow
  readonly isChosen: boolean
  readonly onChoose: RiskTableProps['onChoose']
}

function RiskLine({ row, isChosen, onChoose }: RiskLineProps) {
  const { id, name, number, risk, lastContactAt, nextContactOn } = row
  return (
    <tr data-id={id} className={isChosen ? 'chosen' : undefined}>
      <td className="tick">
        <input
          type="checkbox"
          aria-label={texts.choose(name)}
          checked={isChosen}
          onChange={({ target }) => onChoose(id, target.checked)}
        />
      </td>
      <td className="light-cell">
        <RiskLight risk={risk} />
      </td>
      <td>
        <Link data-row="" href={`/work/projects/${id}`}>
          {name}
        </Link>
        <small>{number}</small>
      </td>
      <td>
        {risk.stepName}
        <small>{risk.sentence}</small>
      </td>
      <td data-name={texts.columns.who}>{risk.who}</td>
      <td className="number" data-name={texts.columns.float}>
        {texts.floatDays(risk.float)}
      </td>
      <td className="day" data-name={texts.columns.last}>
        {lastContactAt === null ? texts.noContact : shortDay(lastContactAt)}
      </td>
      <td className="day" data-name={texts.columns.next}>
        {nextContactOn === null ? texts.notAgreed : shortDay(nextContactOn)}
      </td>
    </tr>
  )
}

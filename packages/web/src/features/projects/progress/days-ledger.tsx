/**
 * Where the days went: a line a cause, drawn to one scale from a common middle, and their sum.
 */

import type { CallOutput } from '../../../api/call.ts'
import { useCommitmentTexts } from '../use-commitment-texts.ts'
import '../running.css'

export type DaysSaved = CallOutput<'GET /api/projects/:id/days-saved'>
type Cause = keyof DaysSaved['lines']

const causes: readonly Cause[] = ['commitments', 'departments', 'others', 'applicant', 'changes']

export function DaysLedger({ saved: { lines, total } }: { readonly saved: DaysSaved }) {
  const { saved: texts } = useCommitmentTexts()
  const most = Math.max(1, ...causes.map((cause) => Math.abs(lines[cause].workingDays)))
  return (
    <div className="table-scroll">
      <table className="days-ledger">
        <caption className="visually-hidden">{texts.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.cause}</th>
            <td aria-hidden="true" />
            <th scope="col" className="figure">
              {texts.working}
            </th>
            <th scope="col" className="figure">
              {texts.naturalDays}
            </th>
          </tr>
        </thead>
        <tbody>
          {causes.map((cause) => (
            <tr key={cause}>
              <th scope="row">
                {texts.causes[cause]}
                <small>{texts.causeHints[cause]}</small>
              </th>
              <td aria-hidden="true">
                <Bar days={lines[cause].workingDays} most={most} />
              </td>
              <td className="figure">{signedNumber(lines[cause].workingDays)}</td>
              <td className="figure">{signedNumber(lines[cause].naturalDays)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{texts.total}</th>
            <td aria-hidden="true" />
            <td className="figure">{signedNumber(total.workingDays)}</td>
            <td className="figure">{signedNumber(total.naturalDays)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** A bar to the right for days saved, to the left for days lost. */
function Bar({ days, most }: { readonly days: number; readonly most: number }) {
  const share = `${(Math.abs(days) / most) * 50}%`
  const side = days >= 0 ? 'saved' : 'lost'
  return (
    <span className="days-bar">{days !== 0 && <i className={side} style={{ inlineSize: share }} />}</span>
  )
}

/** With its sign in front; the minus of print. */
export function signedNumber(days: number): string {
  if (days === 0) return '0'
  return days > 0 ? `+${days}` : `−${-days}`
}

/**
 * The list of the desk: days and states, nothing of what was said.
 */

import './leads.css'
import { Link } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { leadsTexts } from '../../../texts/leads-zh-cn.ts'
import { dayText } from '../../../ui/moment.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { StaffListPage } from '../staff-page.tsx'
import { DoorPanel } from './door-panel.tsx'
import { LeadLight } from './lead-light.tsx'
import { SuggestionList } from './suggestion-list.tsx'

const texts = leadsTexts.list

type List = CallOutput<'GET /api/leads'>
type Row = List['leads'][number]

export function LeadsPage() {
  const reading = useApi('GET /api/leads')
  const { again } = reading
  return <Awaited reading={reading}>{(list) => <Page list={list} again={again} />}</Awaited>
}

function Page({ list, again }: { readonly list: List; readonly again: () => void }) {
  return (
    <StaffListPage title={texts.title} lead={texts.lead} tools={<Counts counts={list.counts} />}>
      <KeyNotice />
      {list.leads.length === 0 ? <p className="lead-empty">{texts.empty}</p> : <Leads rows={list.leads} />}
      <SuggestionList suggestions={list.suggestions} again={again} />
      <DoorPanel />
    </StaffListPage>
  )
}

function Counts({ counts }: Pick<List, 'counts'>) {
  return (
    <ul className="lead-counts">
      {(['red', 'amber', 'green'] as const).map((light) => (
        <li key={light}>
          <LeadLight light={light} /> <b>{counts[light]}</b>
        </li>
      ))}
      <li>
        <LeadLight light={null} /> <b>{counts.over}</b>
      </li>
    </ul>
  )
}

/** Whoever has no key in force reads nothing that comes in from now on. */
function KeyNotice() {
  const reading = useApi('GET /api/leads/keys')
  if (reading.state !== 'ready' || reading.value.own.some(({ state }) => state === 'current')) return null
  return (
    <p className="notice lead-notice">
      {texts.noKey} <Link href="/work/lead-keys">{texts.makeKey}</Link>
    </p>
  )
}

function Leads({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <table className="lead-table">
      <caption className="visually-hidden">{texts.table}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.received}</th>
          <th scope="col">{texts.origin}</th>
          <th scope="col">{texts.state}</th>
          <th scope="col">{texts.owed}</th>
          <th scope="col">
            <span className="visually-hidden">{texts.open}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Lead key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Lead({ row }: { readonly row: Row }) {
  const { id, receivedOn, light, situationName, owed } = row
  return (
    <tr className={light ?? 'over'}>
      <th scope="row">{dayText(receivedOn)}</th>
      <td>{originOf(row)}</td>
      <td>
        {situationName}
        {row.isWaitingForAnswer && <span className="lead-new">{texts.waiting}</span>}
      </td>
      <td>
        <LeadLight light={light} left={owed?.left} />
        <p className="lead-hint">
          {owed === null ? texts.nothingOwed : `${owed.name}　${leadsTexts.handling.due(dayText(owed.due))}`}
        </p>
      </td>
      <td className="lead-act">
        {row.isSealedToMe ? (
          <Link href={`/work/leads/${id}`} aria-label={`${texts.open} ${dayText(receivedOn)}`}>
            {texts.open}
          </Link>
        ) : (
          <span className="lead-hint">{texts.notMine}</span>
        )}
      </td>
    </tr>
  )
}

/** Where a lead came from, in words. */
export function originOf({ origin, isNamed }: Pick<Row, 'origin' | 'isNamed'>): string {
  return leadsTexts.origins[origin === 'filed' && isNamed ? 'named' : origin]
}

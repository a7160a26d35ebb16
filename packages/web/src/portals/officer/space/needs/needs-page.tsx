/**
 * Needs, the most pressing first.
 */

import { Button } from 'antd'
import { Link } from 'wouter'
import type { CallOutput } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { spaceDeskTexts } from '../../../../texts/space-desk-zh-cn.ts'
import { spaceZhCN } from '../../../../texts/space-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { dayText, momentText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { StaffListPage } from '../../staff-page.tsx'

const texts = spaceDeskTexts.needs

type Need = CallOutput<'GET /api/space/needs'>['needs'][number]

const visitors = ['steward', 'steward-lead', 'supervisor', 'supervisor-lead', 'dispatcher']

export function NeedsPage() {
  const reading = useApi('GET /api/space/needs')
  const session = useApi('GET /api/session')
  const roles: readonly string[] =
    session.state === 'ready' && session.value.signedIn ? session.value.roles : []
  return (
    <StaffListPage title={texts.title} lead={texts.lead}>
      {roles.some((role) => visitors.includes(role)) && (
        <div className="staff-tools in-list">
          <Link href="/work/space/needs/new">
            <Button type="primary" tabIndex={-1}>
              {texts.record}
            </Button>
          </Link>
        </div>
      )}
      <Awaited reading={reading}>{({ needs }) => <NeedTable needs={needs} />}</Awaited>
    </StaffListPage>
  )
}

function NeedTable({ needs }: { readonly needs: readonly Need[] }) {
  if (needs.length === 0) return <p className="desk-empty">{texts.empty}</p>
  return (
    <table className="desk-table">
      <thead>
        <tr>
          {[texts.number, texts.firm, texts.purpose, texts.state, texts.next, texts.filed].map((title) => (
            <th scope="col" key={title}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {needs.map((need) => (
          <NeedRow key={need.id} need={need} />
        ))}
      </tbody>
    </table>
  )
}

function NeedRow({ need }: { readonly need: Need }) {
  const { id, number, firm, channel, purpose, situation, urgings, next, filedAt } = need
  const from = texts.channels[channel]
  return (
    <tr>
      <th scope="row">
        <Link href={`/work/space/needs/${id}`}>{number}</Link>
      </th>
      <td>
        {firm} {from !== null && <span className="tag">{from}</span>}
      </td>
      <td className="desk-wide">{purpose}</td>
      <td>
        {spaceZhCN.situations[situation]}
        {urgings > 0 && <small className="due-day">{texts.urged(urgings)}</small>}
      </td>
      <td>
        <Next next={next} />
      </td>
      <td className="desk-moment">
        <span className="desk-label">{texts.filed} </span>
        {momentText(filedAt)}
      </td>
    </tr>
  )
}

function Next({ next }: Pick<Need, 'next'>) {
  if (next === null || next.due === null || next.light === null) return null
  return (
    <>
      <Light colour={next.light}>{spaceZhCN.steps[next.step] ?? next.step}</Light>
      <small className="due-day">{dayText(next.due)}</small>
    </>
  )
}

/**
 * Needs, the most pressing first.
 */

import { Button, Table, type TableColumnsType } from 'antd'
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
  const columns: TableColumnsType<Need> = [
    {
      title: texts.number,
      width: 150,
      render: (_, { id, number }) => <Link href={`/work/space/needs/${id}`}>{number}</Link>,
    },
    {
      title: texts.firm,
      width: 260,
      render: (_, { firm, channel }) => <Firm name={firm} from={texts.channels[channel]} />,
    },
    { title: texts.purpose, dataIndex: 'purpose', ellipsis: true },
    {
      title: texts.state,
      width: 180,
      render: (_, { situation, urgings }) => (
        <>
          {spaceZhCN.situations[situation]}
          {urgings > 0 && <small className="due-day">{texts.urged(urgings)}</small>}
        </>
      ),
    },
    { title: texts.next, width: 220, render: (_, { next }) => <Next next={next} /> },
    { title: texts.filed, width: 180, render: (_, { filedAt }) => momentText(filedAt) },
  ]
  return (
    <Table
      rowKey="id"
      size="middle"
      dataSource={[...needs]}
      columns={columns}
      pagination={false}
      locale={{ emptyText: texts.empty }}
      scroll={{ x: 1000 }}
    />
  )
}

function Firm({ name, from }: { readonly name: string; readonly from: string | null }) {
  return (
    <>
      {name} {from !== null && <span className="tag">{from}</span>}
    </>
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

/**
 * The services as a table.
 */

import { Table, type TableColumnsType } from 'antd'
import { Link } from 'wouter'
import { catalogueTexts } from '../../../texts/catalogue-zh-cn.ts'
import type { ServiceLine } from './list-filter.ts'

const texts = catalogueTexts.list

const columns: TableColumnsType<ServiceLine> = [
  {
    title: texts.service,
    render: (_, { id, name }) => (
      <Link className="case-link" href={`/work/catalogue/${id}`}>
        {name}
        <small className="service-id">{id}</small>
      </Link>
    ),
  },
  { title: texts.authority, width: 220, dataIndex: 'authority' },
  { title: texts.committed, width: 130, render: (_, { committed }) => timeText(committed) },
  { title: texts.sources, width: 130, render: (_, { marks }) => <Sources marks={marks} /> },
  { title: texts.state, width: 170, render: (_, service) => <DraftState service={service} /> },
]

export function ServiceTable({ services }: { readonly services: readonly ServiceLine[] }) {
  return (
    <Table
      rowKey="id"
      size="middle"
      dataSource={[...services]}
      columns={columns}
      pagination={false}
      locale={{ emptyText: texts.empty }}
      scroll={{ x: 960 }}
      rowClassName={({ change }) => (change === null ? '' : 'is-chosen')}
    />
  )
}

/** A time in words. */
export function timeText(time: ServiceLine['committed']): string {
  if (time === null) return catalogueTexts.none
  const unit = catalogueTexts.units[time.unit] ?? time.unit
  return time.unit === 'at-once' || time.unit === 'none' ? unit : `${time.value} ${unit}`
}

function Sources({ marks }: Pick<ServiceLine, 'marks'>) {
  if (marks.U === 0) return <span className="quiet">{texts.confirmed}</span>
  return <span className="tag">{texts.unconfirmed(marks.U)}</span>
}

function DraftState({ service: { change, findings } }: { readonly service: ServiceLine }) {
  if (change === null && findings === 0) return <span className="quiet">{texts.unchanged}</span>
  return (
    <span className="draft-state">
      {change !== null && <b>{catalogueTexts.kinds[change]}</b>}
      {findings > 0 && <span className="fault-count">◆ {texts.faults(findings)}</span>}
    </span>
  )
}

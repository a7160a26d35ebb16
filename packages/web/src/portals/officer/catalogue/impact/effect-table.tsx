/**
 * Running projects whose plan would change: by how many working days, and through which services.
 */

import { Table, type TableColumnsType } from 'antd'
import type { CallOutput } from '../../../../api/call.ts'
import { catalogueTexts } from '../../../../texts/catalogue-zh-cn.ts'
import { Shift, Steps } from './effect.tsx'

const texts = catalogueTexts.impact

type Project = CallOutput<'GET /api/catalogue/draft/impact'>['projects'][number]

const columns: TableColumnsType<Project> = [
  {
    title: texts.table.project,
    width: 240,
    render: (_, { name, number }) => (
      <>
        {name}
        <small className="service-id">{number}</small>
      </>
    ),
  },
  {
    title: texts.table.steward,
    width: 90,
    render: (_, { steward }) => steward ?? texts.table.noSteward,
  },
  { title: texts.table.permit, width: 200, render: (_, { effect }) => <Shift moved={effect.permit} /> },
  { title: texts.table.end, width: 200, render: (_, { effect }) => <Shift moved={effect.end} /> },
  { title: texts.table.steps, render: (_, { effect }) => <Steps effect={effect} /> },
]

export function EffectTable({ projects }: { readonly projects: readonly Project[] }) {
  return (
    <Table
      rowKey="id"
      size="middle"
      dataSource={[...projects]}
      columns={columns}
      pagination={false}
      locale={{ emptyText: texts.none }}
      scroll={{ x: 900 }}
    />
  )
}

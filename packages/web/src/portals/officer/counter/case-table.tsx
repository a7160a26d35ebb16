/**
 * The cases of the counter in a table, the most pressing first.
 */

import { Table } from 'antd'
import { Link } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import { caseWords } from '../../../texts/case-words-zh-cn.ts'
import { counterTexts as texts } from '../../../texts/counter-zh-cn.ts'
import { dayText } from '../../../ui/moment.ts'
import { CaseLight } from '../case-parts/case-light.tsx'

/** A case in a list of the counter. */
export type CounterCase = CallOutput<'GET /api/counter/cases'>['cases'][number]

interface CaseTableProps {
  readonly cases: readonly CounterCase[]
  /** what is said where there are none */
  readonly none: string
  /** title of the days: whose they are */
  readonly limit: string
}

export function CaseTable({ cases, none, limit }: CaseTableProps) {
  return (
    <Table
      rowKey="id"
      size="middle"
      pagination={false}
      dataSource={[...cases]}
      scroll={{ x: 1020 }}
      locale={{ emptyText: none }}
      columns={[
        {
          title: caseWords.caseNumber,
          width: 210,
          render: (_, { id, number }) => <Link href={`/work/counter/${id}`}>{number}</Link>,
        },
        { title: texts.service, width: 260, render: (_, { service }) => service.name['zh-CN'] ?? service.id },
        { title: texts.applicant, width: 120, dataIndex: 'applicant' },
        { title: texts.situation, width: 170, render: (_, { situation }) => caseWords.situations[situation] },
        {
          title: limit,
          width: 260,
          render: (_, { next }) =>
            next !== null && (
              <>
                <CaseLight light={next.light} remaining={next.remaining} />
                <small className="due-day">
                  {caseWords.deadlines[next.kind] ?? next.kind}
                  {next.due !== null && ` ${caseWords.before(dayText(next.due))}`}
                </small>
              </>
            ),
        },
      ]}
    />
  )
}

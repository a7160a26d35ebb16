/**
 * The tours on the desk: how far each came, and opening the next one.
 */

import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { CallOutput } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { toursTexts as texts } from '../../../../texts/tours-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { StaffListPage } from '../../staff-page.tsx'
import { VoiceTabs } from '../../voice/voice-tabs.tsx'
import { OpenTourForm } from './open-tour-form.tsx'
import { daysText } from './tour-figures.tsx'

type Tours = CallOutput<'GET /api/tours'>

export function ToursDesk() {
  const reading = useApi('GET /api/tours')
  const [isOpening, setOpening] = useState(false)
  const [, navigate] = useLocation()
  return (
    <StaffListPage title={texts.title} lead={texts.lead} tools={<VoiceTabs />}>
      <Awaited reading={reading}>
        {(shown) => (
          <>
            {shown.mayPlan && (
              <div className="staff-tools in-list listening-head">
                <Button type={isOpening ? 'default' : 'primary'} onClick={() => setOpening(!isOpening)}>
                  {isOpening ? texts.cancel : texts.open}
                </Button>
              </div>
            )}
            {isOpening && (
              <OpenTourForm
                departmentsAtLeast={shown.departmentsAtLeast}
                onDone={(id) => navigate(`/work/tours/${id}`)}
              />
            )}
            <TourTable {...shown} />
          </>
        )}
      </Awaited>
    </StaffListPage>
  )
}

const columns: TableColumnsType<Tours['tours'][number]> = [
  {
    title: texts.number,
    render: (_, { id, number, title, from, until }) => (
      <>
        <Link className="case-link" href={`/work/tours/${id}`}>
          {title}
        </Link>
        <small className="due-day">{`${number} · ${texts.period(dayText(from), dayText(until))}`}</small>
      </>
    ),
  },
  {
    title: texts.departments,
    render: (_, { departments }) => departments.map(({ name }) => name['zh-CN']).join('、'),
  },
  {
    title: texts.stops,
    width: 90,
    render: (_, { figures }) => texts.visitedOf(figures.visited, figures.stops),
  },
  { title: texts.heard, width: 90, render: (_, { figures }) => figures.heard },
  { title: texts.onSite, width: 90, render: (_, { figures }) => figures.answeredOnSite },
  { title: texts.raised, width: 90, render: (_, { figures }) => figures.raised },
  { title: texts.solved, width: 80, render: (_, { figures }) => figures.solved },
  { title: texts.replyDays, width: 110, render: (_, { figures }) => daysText(figures.medianDaysToReply) },
  {
    title: texts.solutionDays,
    width: 110,
    render: (_, { figures }) => daysText(figures.medianDaysToSolution),
  },
]

function TourTable({ tours, mayPlan }: Tours) {
  return (
    <Table
      rowKey="id"
      size="middle"
      dataSource={[...tours]}
      columns={columns}
      pagination={false}
      locale={{ emptyText: mayPlan ? texts.none : texts.noneOfUnit }}
      scroll={{ x: 1000 }}
    />
  )
}

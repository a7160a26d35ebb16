/**
 * The rounds of open days on the desk of the organisers, and opening the next one.
 */

import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { CallOutput } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { listeningTexts } from '../../../../texts/listening-zh-cn.ts'
import { openDaysZhCN } from '../../../../texts/open-days-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { StaffListPage } from '../../staff-page.tsx'
import { VoiceTabs } from '../../voice/voice-tabs.tsx'
import { OpenRoundForm } from './open-round-form.tsx'

const texts = listeningTexts.openDays

type Rounds = CallOutput<'GET /api/open-days'>['rounds']

export function OpenDaysDesk() {
  const reading = useApi('GET /api/open-days')
  const [isOpening, setOpening] = useState(false)
  const [, navigate] = useLocation()
  return (
    <StaffListPage title={openDaysZhCN.title} lead={texts.lead} tools={<VoiceTabs />}>
      <Awaited reading={reading}>
        {({ rounds }) => (
          <>
            <div className="staff-tools in-list listening-head">
              <a href="/open-days">{texts.publicPage}</a>
              <Button type={isOpening ? 'default' : 'primary'} onClick={() => setOpening(!isOpening)}>
                {isOpening ? texts.cancel : texts.openRound}
              </Button>
            </div>
            {isOpening && (
              <OpenRoundForm rounds={rounds} onDone={(round) => navigate(`/work/open-days/${round}`)} />
            )}
            <RoundTable rounds={rounds} />
          </>
        )}
      </Awaited>
    </StaffListPage>
  )
}

const columns: TableColumnsType<Rounds[number]> = [
  {
    title: texts.round,
    render: (_, { round, from }) => (
      <>
        <Link className="case-link" href={`/work/open-days/${round}`}>
          {openDaysZhCN.round(String(round))}
        </Link>
        <small className="due-day">{from === null ? texts.noSession : dayText(from)}</small>
      </>
    ),
  },
  {
    title: openDaysZhCN.hosts,
    render: (_, { hosts }) => hosts.map(({ name }) => name['zh-CN']).join('、'),
  },
  { title: openDaysZhCN.carriers, width: 90, render: (_, { figures }) => figures.carriers },
  { title: openDaysZhCN.companies, width: 90, render: (_, { figures }) => figures.companies },
  { title: openDaysZhCN.onSite, width: 110, render: (_, { figures }) => figures.answeredOnSite },
  { title: openDaysZhCN.toRegister, width: 110, render: (_, { figures }) => figures.toRegister },
  { title: texts.closed, width: 90, render: (_, { figures }) => figures.closed },
]

function RoundTable({ rounds }: { readonly rounds: Rounds }) {
  return (
    <Table
      rowKey="round"
      size="middle"
      dataSource={[...rounds]}
      columns={columns}
      pagination={false}
      locale={{ emptyText: openDaysZhCN.none }}
      scroll={{ x: 900 }}
    />
  )
}

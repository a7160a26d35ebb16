/**
 * The rounds of questionnaires: how many answered, how well firms responded, and opening the next one.
 */

import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { CallOutput } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { questionnaireDeskTexts as texts } from '../../../../texts/questionnaire-desk-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { dayText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { StaffListPage } from '../../staff-page.tsx'
import { VoiceTabs } from '../../voice/voice-tabs.tsx'
import { OpenForm } from './open-form.tsx'
import { percentOf } from './percent.ts'

type Round = CallOutput<'GET /api/questionnaires'>['rounds'][number]

export function QuestionnairesDesk() {
  const reading = useApi('GET /api/questionnaires')
  const [isOpening, setOpening] = useState(false)
  const [, navigate] = useLocation()
  return (
    <StaffListPage title={texts.title} lead={texts.lead} tools={<VoiceTabs />}>
      <Awaited reading={reading}>
        {(desk) => (
          <>
            <div className="staff-tools in-list listening-head">
              <b>{desk.questionnaires.map(({ name }) => name['zh-CN']).join('、')}</b>
              <Button type={isOpening ? 'default' : 'primary'} onClick={() => setOpening(!isOpening)}>
                {isOpening ? texts.cancel : texts.open}
              </Button>
            </div>
            {isOpening && <OpenForm desk={desk} onDone={(id) => navigate(`/work/questionnaires/${id}`)} />}
            <RoundTable rounds={desk.rounds} />
          </>
        )}
      </Awaited>
    </StaffListPage>
  )
}

const columns: TableColumnsType<Round> = [
  {
    title: texts.round,
    render: (_, { id, number, name }) => (
      <>
        <Link className="case-link" href={`/work/questionnaires/${id}`}>
          {texts.roundName(number)}
        </Link>
        <small className="due-day">{name['zh-CN']}</small>
      </>
    ),
  },
  {
    title: texts.period,
    width: 260,
    render: (_, { from, until }) => (
      <>
        {dayText(until)}
        <small className="due-day">{texts.since(dayText(from))}</small>
      </>
    ),
  },
  {
    title: texts.answered,
    width: 130,
    render: (_, { answered, places }) => texts.ofPlaces(answered, places),
  },
  {
    title: texts.response,
    width: 180,
    render: (_, { responded, invited }) => (
      <>
        {percentOf(responded, invited)}
        <small className="due-day">{texts.invited(responded, invited)}</small>
      </>
    ),
  },
  {
    title: texts.state,
    width: 120,
    render: (_, { state }) =>
      state === 'running' ? (
        <Light colour="green">{texts.states.running}</Light>
      ) : (
        <span className="situation">{texts.states.over}</span>
      ),
  },
]

function RoundTable({ rounds }: { readonly rounds: readonly Round[] }) {
  return (
    <Table
      rowKey="id"
      size="middle"
      dataSource={[...rounds]}
      columns={columns}
      pagination={false}
      locale={{ emptyText: texts.empty }}
      scroll={{ x: 860 }}
    />
  )
}

/**
 * Procedures that recurring issues ask to change.
 */

import { Input, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { type CallOutput, call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { voiceDeskTexts } from '../../../texts/voice-desk-zh-cn.ts'
import { Light } from '../../../ui/light.tsx'
import { dayText } from '../../../ui/moment.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { BusyButton } from '../case-parts/busy-button.tsx'
import { useCaseAct } from '../case-parts/use-case-act.ts'
import { StaffListPage } from '../staff-page.tsx'
import { VoiceTabs } from './voice-tabs.tsx'

const texts = voiceDeskTexts.improvements

type Task = CallOutput<'GET /api/voice/improvements'>['tasks'][number]

export function ImprovementsPage() {
  const reading = useApi('GET /api/voice/improvements')
  const { again } = reading
  const lead = reading.state === 'ready' ? texts.lead(reading.value.atLeast) : undefined
  return (
    <StaffListPage title={texts.title} {...(lead === undefined ? {} : { lead })} tools={<VoiceTabs />}>
      <Awaited reading={reading}>{({ tasks }) => <TaskTable tasks={tasks} again={again} />}</Awaited>
    </StaffListPage>
  )
}

function TaskTable({ tasks, again }: { readonly tasks: readonly Task[]; readonly again: () => void }) {
  const session = useApi('GET /api/session')
  const own =
    session.state === 'ready' && session.value.signedIn && session.value.roles.includes('department-head')
      ? session.value.authorities
      : []
  const columns: TableColumnsType<Task> = [
    { title: texts.topic, width: 160, render: (_, { topic }) => topic['zh-CN'] },
    { title: texts.authority, width: 200, render: (_, { lead }) => lead.name['zh-CN'] },
    { title: texts.issues, render: (_, { issues }) => issues.join('、') },
    { title: texts.raised, width: 140, render: (_, { raisedOn }) => dayText(raisedOn) },
    {
      title: texts.state,
      width: 360,
      render: (_, task) =>
        task.doneOn === null && own.includes(task.lead.id) ? (
          <Measure task={task} again={again} />
        ) : (
          <Standing task={task} />
        ),
    },
  ]
  return (
    <Table
      rowKey="id"
      size="middle"
      dataSource={[...tasks]}
      columns={columns}
      pagination={false}
      locale={{ emptyText: texts.empty }}
      scroll={{ x: 1000 }}
    />
  )
}

function Standing({ task: { doneOn, measure } }: { readonly task: Task }) {
  if (doneOn === null) return <Light colour="amber">{texts.waiting}</Light>
  return (
    <>
      {measure}
      <small className="due-day">{texts.done(dayText(doneOn))}</small>
    </>
  )
}

function Measure({ task: { id }, again }: { readonly task: Task; readonly again: () => void }) {
  const [measure, setMeasure] = useState('')
  const act = useCaseAct()
  async function finish() {
    const done = await act.run(() =>
      call('POST /api/voice/improvements/:id/measure', { params: { id }, body: { measure } }),
    )
    if (done !== undefined) again()
  }
  return (
    <div className="measure">
      <Input
        aria-label={texts.measure}
        placeholder={texts.measure}
        value={measure}
        onChange={({ target }) => setMeasure(target.value)}
      />
      <BusyButton disabled={measure.trim() === ''} busy={act.busy} onClick={() => void finish()}>
        {texts.finish}
      </BusyButton>
      <ProblemNotice problem={act.refusal} />
    </div>
  )
}

/**
 * Duties owed after a grant, the most pressing first: extended once, or on to the revocation where nothing came.
 */

import { Button, Modal, Table } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { type CallOutput, call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { dutyTexts as texts } from '../../../texts/department-zh-cn.ts'
import { Light } from '../../../ui/light.tsx'
import { dayText } from '../../../ui/moment.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { CaseLight } from '../case-parts/case-light.tsx'
import { useCaseAct } from '../case-parts/use-case-act.ts'
import { StaffListPage } from '../staff-page.tsx'
import { LineField } from './acts/act-fields.tsx'
import { DepartmentTabs } from './department-tabs.tsx'

type OwedDuty = CallOutput<'GET /api/department/duties'>['duties'][number]

const stateColours = { open: 'plain', lapsed: 'amber', failed: 'red' } as const

export function DutiesPage() {
  const reading = useApi('GET /api/department/duties')
  const again = reading.state === 'loading' ? () => undefined : reading.again
  const [extended, extend] = useState<OwedDuty>()
  return (
    <StaffListPage title={texts.title} lead={texts.lead} tools={<DepartmentTabs />}>
      <Awaited reading={reading}>{({ duties }) => <DutyTable duties={duties} onExtend={extend} />}</Awaited>
      {extended !== undefined && (
        <Extension
          duty={extended}
          onClose={() => extend(undefined)}
          onDone={() => {
            extend(undefined)
            again()
          }}
        />
      )}
    </StaffListPage>
  )
}

interface DutyTableProps {
  readonly duties: readonly OwedDuty[]
  readonly onExtend: (duty: OwedDuty) => void
}

function DutyTable({ duties, onExtend }: DutyTableProps) {
  return (
    <Table
      rowKey={({ caseId, duty }) => `${caseId}.${duty}`}
      size="middle"
      dataSource={[...duties]}
      pagination={false}
      scroll={{ x: 960 }}
      locale={{ emptyText: texts.empty }}
      columns={[
        {
          title: texts.case,
          width: 210,
          render: (_, { caseId, number }) => <Link href={`/work/department/${caseId}`}>{number}</Link>,
        },
        { title: texts.applicant, width: 120, dataIndex: 'applicant' },
        { title: texts.what, dataIndex: 'what' },
        { title: texts.kind, width: 100, render: (_, { kind }) => texts.kinds[kind] },
        {
          title: texts.due,
          width: 180,
          render: (_, { due, light }) => (
            <>
              <CaseLight light={light} /> {dayText(due)}
            </>
          ),
        },
        {
          title: texts.state,
          width: 170,
          render: (_, { state }) => <Light colour={stateColours[state]}>{texts.states[state]}</Light>,
        },
        {
          title: <span className="visually-hidden">{texts.extend}</span>,
          width: 130,
          render: (_, duty) => <NextStep duty={duty} onExtend={onExtend} />,
        },
      ]}
    />
  )
}

function NextStep({ duty, onExtend }: { readonly duty: OwedDuty } & Pick<DutyTableProps, 'onExtend'>) {
  if (duty.state === 'failed') return <Link href={`/work/department/${duty.caseId}`}>{texts.propose}</Link>
  if (duty.state === 'lapsed' || duty.extended) return duty.extended ? texts.extended : null
  return <Button onClick={() => onExtend(duty)}>{texts.extend}</Button>
}

interface ExtensionProps {
  readonly duty: OwedDuty
  readonly onClose: () => void
  readonly onDone: () => void
}

function Extension({ duty, onClose, onDone }: ExtensionProps) {
  const [due, setDue] = useState('')
  const [reason, setReason] = useState('')
  const subject = useApi('GET /api/cases/:id', { params: { id: duty.caseId } })
  const act = useCaseAct()
  async function submit() {
    if (subject.state !== 'ready') return
    const body = { version: subject.value.version, duty: duty.duty, due, reason }
    const done = await act.run(() =>
      call('POST /api/cases/:id/duties/extension', { params: { id: duty.caseId }, body }),
    )
    if (done !== undefined) onDone()
  }
  return (
    <Modal
      open
      title={`${texts.extend} ${duty.what}`}
      okText={texts.submit}
      cancelText={texts.cancel}
      confirmLoading={act.busy}
      okButtonProps={{ disabled: due === '' || reason.trim().length < 2 || subject.state !== 'ready' }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <ProblemNotice problem={act.refusal} />
      <LineField id="duty-due" type="date" label={texts.extendTo} value={due} onChange={setDue} />
      <LineField id="duty-reason" label={texts.reason} value={reason} onChange={setReason} />
    </Modal>
  )
}

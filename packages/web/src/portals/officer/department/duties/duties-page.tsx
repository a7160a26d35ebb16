/**
 * Duties after a grant, the most pressing first: what is open, what is being rectified, what leads to a revocation, and how
 * each was settled. `?show=lapsed` shows one kind.
 */

import { Button, Modal, Segmented, Table } from 'antd'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { dutyTexts as texts } from '../../../../texts/department-zh-cn.ts'
import { Light, type LightColour } from '../../../../ui/light.tsx'
import { dayText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { Awaited } from '../../../../ui/reading.tsx'
import { CaseLight } from '../../case-parts/case-light.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { StaffListPage } from '../../staff-page.tsx'
import { LineField } from '../acts/act-fields.tsx'
import { DepartmentTabs } from '../department-tabs.tsx'
import { type DutyFilter, dutyFilters, isShown, type OwedDuty } from './duty-filter.ts'

const stateColours: Readonly<Record<OwedDuty['state'], LightColour>> = {
  open: 'plain',
  lapsed: 'amber',
  failed: 'red',
  'made-up': 'green',
}

export function DutiesPage() {
  const reading = useApi('GET /api/department/duties')
  const again = reading.state === 'loading' ? () => undefined : reading.again
  const [path, navigate] = useLocation()
  const wished = new URLSearchParams(useSearch()).get('show')
  const filter = dutyFilters.find((one) => one === wished) ?? 'all'
  const [extended, extend] = useState<OwedDuty>()
  const duties = reading.state === 'ready' ? reading.value.duties : []
  return (
    <StaffListPage
      title={texts.title}
      lead={texts.lead}
      tools={
        <>
          <DepartmentTabs />
          <Segmented
            aria-label={texts.filter}
            name="show"
            options={dutyFilters.map((value) => ({
              value,
              label: `${texts.filters[value]} ${duties.filter((duty) => isShown(duty, value)).length}`,
            }))}
            value={filter}
            onChange={(value) =>
              navigate(value === 'all' ? path : `${path}?show=${value}`, { replace: true })
            }
          />
        </>
      }
    >
      <Awaited reading={reading}>
        {(list) => (
          <DutyTable
            filter={filter}
            duties={list.duties.filter((duty) => isShown(duty, filter))}
            onExtend={extend}
          />
        )}
      </Awaited>
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
  readonly filter: DutyFilter
  readonly duties: readonly OwedDuty[]
  readonly onExtend: (duty: OwedDuty) => void
}

function DutyTable({ filter, duties, onExtend }: DutyTableProps) {
  return (
    <Table
      rowKey={({ caseId, duty }) => `${caseId}.${duty}`}
      size="middle"
      dataSource={[...duties]}
      pagination={false}
      scroll={{ x: 1080 }}
      locale={{ emptyText: texts.emptyOf[filter] }}
      columns={[
        {
          title: texts.what,
          render: (_, { what, kind, service }) => (
            <>
              <strong>{what}</strong>
              <small className="due-day">{`${texts.kinds[kind]} · ${service['zh-CN'] ?? ''}`}</small>
            </>
          ),
        },
        { title: texts.applicant, width: 110, dataIndex: 'applicant' },
        {
          title: texts.case,
          width: 200,
          render: (_, { caseId, number }) => <Link href={`/work/department/${caseId}`}>{number}</Link>,
        },
        { title: texts.due, width: 220, render: (_, duty) => <DueDay duty={duty} /> },
        { title: texts.state, width: 150, render: (_, duty) => <Standing duty={duty} /> },
        {
          title: texts.next,
          width: 140,
          render: (_, duty) => <NextStep duty={duty} onExtend={onExtend} />,
        },
      ]}
    />
  )
}

/** The day that counts now, and the one it had at first. */
function DueDay({
  duty: { state, due, rectifyBy, light, remaining, extended },
}: {
  readonly duty: OwedDuty
}) {
  if (state === 'made-up') return <>{dayText(due)}</>
  const isRectified = rectifyBy !== null
  return (
    <>
      <CaseLight light={light} {...(remaining === null ? {} : { remaining })} />
      <small className="due-day">
        {isRectified ? texts.rectifyBy(dayText(rectifyBy)) : dayText(due)}
        {isRectified && ` · ${texts.dueWas(dayText(due))}`}
        {extended && ` · ${texts.extended}`}
      </small>
    </>
  )
}

function Standing({ duty: { state, revocation } }: { readonly duty: OwedDuty }) {
  if (revocation !== null) return <Light colour="red">{texts.revocations[revocation]}</Light>
  return <Light colour={stateColours[state]}>{texts.states[state]}</Light>
}

function NextStep({ duty, onExtend }: Pick<DutyTableProps, 'onExtend'> & { readonly duty: OwedDuty }) {
  const { caseId, state, extended, revocation } = duty
  const toCase = (label: string) => <Link href={`/work/department/${caseId}`}>{label}</Link>
  if (revocation !== null) return revocation === 'proposed' ? toCase(texts.confirm) : null
  if (state === 'failed') return toCase(texts.propose)
  if (state === 'made-up') return toCase(texts.check)
  return state === 'open' && !extended ? <Button onClick={() => onExtend(duty)}>{texts.extend}</Button> : null
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

/**
 * Duties after a grant, the most pressing first: what is open, what is being rectified, what leads to a revocation, and how
 * each was settled. `?show=lapsed` shows one kind.
 */

import { Button, Segmented, Table } from 'antd'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useApi } from '../../../../api/use-api.ts'
import { dutyTexts as texts } from '../../../../texts/department-zh-cn.ts'
import { Light, type LightColour } from '../../../../ui/light.tsx'
import { dayText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { CaseLight } from '../../case-parts/case-light.tsx'
import { StaffListPage } from '../../staff-page.tsx'
import { DepartmentTabs } from '../department-tabs.tsx'
import { type DutyFilter, dutyFilters, isShown, type OwedDuty } from './duty-filter.ts'
import { type DutyAct, DutyModal } from './duty-modal.tsx'

const stateColours: Readonly<Record<OwedDuty['state'], LightColour>> = {
  open: 'plain',
  lapsed: 'amber',
  failed: 'red',
  'made-up': 'green',
}

export function DutiesPage() {
  const reading = useApi('GET /api/department/duties')
  const { again } = reading
  const [path, navigate] = useLocation()
  const wished = new URLSearchParams(useSearch()).get('show')
  const filter = dutyFilters.find((one) => one === wished) ?? 'all'
  const [open, begin] = useState<DutyAct>()
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
            onBegin={begin}
          />
        )}
      </Awaited>
      {open !== undefined && (
        <DutyModal
          {...open}
          onClose={() => begin(undefined)}
          onDone={() => {
            begin(undefined)
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
  readonly onBegin: (act: DutyAct) => void
}

function DutyTable({ filter, duties, onBegin }: DutyTableProps) {
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
          width: 190,
          render: (_, duty) => <NextStep duty={duty} onBegin={onBegin} />,
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

function NextStep({ duty, onBegin }: Pick<DutyTableProps, 'onBegin'> & { readonly duty: OwedDuty }) {
  const { caseId, state, extended, revocation, returnBy } = duty
  const toCase = (label: string) => <Link href={`/work/department/${caseId}`}>{label}</Link>
  if (revocation !== null) return revocation === 'proposed' ? toCase(texts.confirm) : null
  if (state === 'failed') return toCase(texts.propose)
  const begins = (act: DutyAct['act']) => (
    <Button onClick={() => onBegin({ duty, act })}>{texts.acts[act]}</Button>
  )
  if (state === 'made-up')
    return (
      <>
        {toCase(texts.check)} {returnBy !== null && begins('return')}
      </>
    )
  return state === 'open' && !extended ? begins('extend') : null
}

/**
 * The cases of one's own authorities, the most pressing first; those that ask for no second look may be approved together.
 */

import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { type CallOutput, call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { departmentTexts } from '../../../texts/department-zh-cn.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { UndoBar } from '../case-parts/undo-bar.tsx'
import { useAuthorityNames } from '../case-parts/use-authority-names.ts'
import { StaffListPage } from '../staff-page.tsx'
import { type ApprovalOrder, ApproveTogether } from './approve-together.tsx'
import { CaseTable } from './case-table.tsx'
import { DepartmentTabs } from './department-tabs.tsx'
import {
  type DepartmentCase,
  filterIn,
  isShown,
  type ListFilter,
  mostTogether,
  queryOf,
} from './list-filter.ts'
import { ListTools } from './list-tools.tsx'
import { useListKeys } from './use-list-keys.ts'

const texts = departmentTexts.list

export function DepartmentPage() {
  const reading = useApi('GET /api/department/cases')
  const { again } = reading
  return (
    <StaffListPage title={texts.title} lead={texts.lead} tools={<DepartmentTabs />}>
      <Awaited reading={reading}>{(list) => <List list={list} again={again} />}</Awaited>
    </StaffListPage>
  )
}

interface ListProps {
  readonly list: CallOutput<'GET /api/department/cases'>
  readonly again: () => void
}

function List({ list: { cases, approvals }, again }: ListProps) {
  const [query, setQuery] = useSearchParams()
  const [chosenIds, choose] = useState<readonly string[]>([])
  const authorityName = useAuthorityNames()
  const filter = filterIn(query)
  const shown = cases.filter((entry) => isShown(entry, filter))
  const chosen = cases.filter(({ id, obstacle }) => chosenIds.includes(id) && obstacle === null)
  const toggle = ({ id }: DepartmentCase) =>
    choose(chosenIds.includes(id) ? chosenIds.filter((each) => each !== id) : [...chosenIds, id])
  useListKeys()
  const change = (next: ListFilter) => setQuery(queryOf(next), { replace: true })
  const countOf = (asked: ListFilter['asked']) =>
    cases.filter((each) => isShown(each, { ...filter, asked })).length
  return (
    <>
      <Orders approvals={approvals} again={again} />
      <div className="staff-tools in-list">
        <ListTools filter={filter} countOf={countOf} onChange={change} />
      </div>
      {chosen.length === 0 && <ChooseAlike cases={shown} onChoose={(ids) => choose(ids)} />}
      <ApproveTogether
        chosen={chosen}
        onClear={() => choose([])}
        onOrdered={() => {
          choose([])
          again()
        }}
      />
      <CaseTable
        cases={shown}
        empty={cases.length === 0 ? texts.empty : texts.none}
        chosen={chosen}
        onChoose={toggle}
        authorityName={authorityName}
      />
    </>
  )
}

interface ChooseAlikeProps {
  readonly cases: readonly DepartmentCase[]
  readonly onChoose: (ids: readonly string[]) => void
}

/** Chooses every case of one service that asks for no second look, where there is more than one. */
function ChooseAlike({ cases, onChoose }: ChooseAlikeProps) {
  const passed = cases.filter(({ obstacle }) => obstacle === null)
  const alike = [...new Set(passed.map(({ service }) => service.id))]
    .map((id) => passed.filter(({ service }) => service.id === id))
    .filter((group) => group.length > 1)
  if (alike.length === 0) return null
  return (
    <div className="choice-bar">
      {alike.map((group) => {
        const [first] = group
        const name = first?.service.name['zh-CN'] ?? first?.service.id ?? ''
        const ids = group.slice(0, mostTogether).map(({ id }) => id)
        return (
          <Button key={name} size="small" onClick={() => onChoose(ids)}>
            {texts.chooseAlike(name)}
          </Button>
        )
      })}
    </div>
  )
}

interface OrdersProps {
  readonly approvals: readonly ApprovalOrder[]
  readonly again: () => void
}

/** The orders that may still be taken back, and what became of the latest of the others. */
function Orders({ approvals, again }: OrdersProps) {
  const [takenBack, setTakenBack] = useState(false)
  const [latest] = approvals
  if (latest === undefined)
    return takenBack ? <Alert role="status" type="info" title={texts.takenBack} /> : null
  if (latest.issuedAt !== null) return <Issued order={latest} />
  async function undo(id: string) {
    const answer = await call('POST /api/department/approvals/:id/withdrawal', { params: { id } })
    setTakenBack(answer.ok)
    again()
  }
  return <Waiting key={latest.id} order={latest} again={again} onUndo={() => void undo(latest.id)} />
}

const longestUndo = 10
const askAgainMs = 1_500

interface WaitingProps {
  readonly order: ApprovalOrder
  readonly again: () => void
  readonly onUndo: () => void
}

function Waiting({ order, again, onUndo }: WaitingProps) {
  const [isOver, setOver] = useState(false)
  const left = Math.ceil((new Date(order.runsAt).getTime() - Date.now()) / 1000)
  const [seconds] = useState(Math.max(1, Math.min(longestUndo, left)))
  function over() {
    setOver(true)
    // the clockwork looks every two seconds
    setTimeout(again, askAgainMs)
    setTimeout(again, 3 * askAgainMs)
  }
  if (isOver) return <Alert role="status" type="info" title={texts.issuing} />
  return (
    <UndoBar
      seconds={seconds}
      say={(now) => texts.undoable(order.cases.length, now)}
      onUndo={onUndo}
      onOver={over}
    />
  )
}

function Issued({ order: { cases, refused } }: { readonly order: ApprovalOrder }) {
  const granted = cases.length - refused.length
  const numbers = refused.map(({ number }) => number).join('、')
  return (
    <Alert
      role="status"
      type={refused.length === 0 ? 'success' : 'warning'}
      title={granted > 0 ? texts.issued(granted) : texts.refusedSome(numbers)}
      description={granted > 0 && refused.length > 0 ? texts.refusedSome(numbers) : undefined}
    />
  )
}

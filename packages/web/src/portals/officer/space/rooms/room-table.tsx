/**
 * The rooms as a table; a line with faults says which, and is mended below itself.
 */

import { Button, Input, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import { spaceDeskTexts } from '../../../../texts/space-desk-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { dayText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'

const texts = spaceDeskTexts.rooms
const { columns: columnNames } = spaceDeskTexts

type Room = CallOutput<'GET /api/space/own-rooms'>['rooms'][number]
type Cells = Room['cells']
type Column = keyof typeof columnNames

interface RoomTableProps {
  readonly rooms: readonly Room[]
  readonly again: () => void
}

function placeOf({ building, floor, unit }: Cells): string {
  const parts = [building, floor, unit].filter((part) => part !== undefined)
  return parts.length === 0 ? texts.noPlace : parts.join(' · ')
}

function Place({ room: { cells, faults } }: { readonly room: Room }) {
  return (
    <>
      <strong>{placeOf(cells)}</strong>
      {faults.map(({ column, code }) => (
        <small key={column} className="room-fault">
          {texts.fault(columnNames[column], texts.faults[code])}
        </small>
      ))}
    </>
  )
}

function Standing({ room: { standing, offeredUntil } }: { readonly room: Room }) {
  return (
    <>
      <Light colour={texts.lights[standing]}>{texts.standings[standing]}</Light>
      {standing === 'offered' && offeredUntil !== null && (
        <small className="due-day">{texts.until(dayText(offeredUntil))}</small>
      )}
    </>
  )
}

const shown: TableColumnsType<Room> = [
  { title: texts.place, width: 220, render: (_, room) => <Place room={room} /> },
  {
    title: texts.facts,
    render: (_, { cells: { area, height, load, power } }) =>
      `${area ?? '–'} ㎡ · ${height ?? '–'} m · ${load ?? '–'} t/㎡ · ${power ?? '–'} kVA`,
  },
  {
    title: texts.rent,
    width: 120,
    render: (_, { cells: { rent } }) => (rent === undefined ? '–' : texts.rentOf(rent)),
  },
  { title: texts.state, width: 180, render: (_, room) => <Standing room={room} /> },
]

export function RoomTable({ rooms, again }: RoomTableProps) {
  const [open, setOpen] = useState<string>()
  const done = () => {
    setOpen(undefined)
    again()
  }
  const acts = (room: Room) => (
    <RoomActs
      room={room}
      isOpen={open === room.id}
      onFix={() => setOpen(open === room.id ? undefined : room.id)}
      again={again}
    />
  )
  const lineForm = (room: Room) => <LineForm room={room} onDone={done} />
  return (
    <Table
      rowKey="id"
      size="middle"
      dataSource={[...rooms]}
      columns={[...shown, { title: texts.acts, width: 260, render: (_, room) => acts(room) }]}
      pagination={false}
      locale={{ emptyText: texts.empty }}
      scroll={{ x: 1000 }}
      expandable={{
        expandedRowKeys: open === undefined ? [] : [open],
        showExpandColumn: false,
        expandedRowRender: lineForm,
      }}
    />
  )
}

interface RoomActsProps {
  readonly room: Room
  readonly isOpen: boolean
  readonly onFix: () => void
  readonly again: () => void
}

function RoomActs({ room: { id, version, standing }, isOpen, onFix, again }: RoomActsProps) {
  const act = useCaseAct()
  async function set(to: 'withdrawn' | 'let' | 'free') {
    const done = await act.run(() =>
      call('POST /api/space/own-rooms/:id/standing', { params: { id }, body: { version, standing: to } }),
    )
    if (done !== undefined) again()
  }
  const isOffered = standing === 'offered' || standing === 'over'
  return (
    <div className="room-acts">
      <Button size="small" onClick={onFix}>
        {isOpen ? texts.cancel : texts.fix}
      </Button>
      {isOffered && (
        <>
          <Button size="small" loading={act.busy} onClick={() => void set('let')}>
            {texts.let}
          </Button>
          <Button size="small" loading={act.busy} onClick={() => void set('withdrawn')}>
            {texts.withdraw}
          </Button>
        </>
      )}
      {(standing === 'let' || standing === 'withdrawn') && (
        <Button size="small" loading={act.busy} onClick={() => void set('free')}>
          {texts.free}
        </Button>
      )}
      <ProblemNotice problem={act.refusal} />
    </div>
  )
}

function LineForm({ room, onDone }: { readonly room: Room; readonly onDone: () => void }) {
  const [cells, setCells] = useState<Cells>(room.cells)
  const [faults, setFaults] = useState(room.faults)
  const [version, setVersion] = useState(room.version)
  const act = useCaseAct()
  async function save() {
    const { id } = room
    const changed = await act.run(() =>
      call('PUT /api/space/own-rooms/:id', { params: { id }, body: { version, cells } }),
    )
    if (changed === undefined) return
    setVersion(changed.version)
    setFaults(changed.faults)
    if (changed.faults.length === 0) onDone()
  }
  return (
    <div className="line-form">
      {(Object.keys(columnNames) as Column[]).map((column) => {
        const fault = faults.find((each) => each.column === column)
        const id = `${room.id}-${column}`
        return (
          <label key={column} htmlFor={id}>
            <span>{columnNames[column]}</span>
            <Input
              id={id}
              value={cells[column] ?? ''}
              {...(fault === undefined ? {} : { status: 'error' as const, 'aria-invalid': true })}
              onChange={({ target }) => setCells((before) => ({ ...before, [column]: target.value }))}
            />
            {fault !== undefined && <small className="room-fault">{texts.faults[fault.code]}</small>}
          </label>
        )
      })}
      <div className="line-acts">
        <Button type="primary" loading={act.busy} onClick={() => void save()}>
          {texts.save}
        </Button>
        <ProblemNotice problem={act.refusal} />
      </div>
    </div>
  )
}

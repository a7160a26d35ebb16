/**
 * The rooms as a table; a line with faults says which, and is mended below itself.
 */

import { Button, Input } from 'antd'
import { useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import { spaceDeskTexts } from '../../../../texts/space-desk-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { dayText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { BusyButton } from '../../case-parts/busy-button.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LeaseList } from './lease-list.tsx'
import { PhotoList } from './photo-list.tsx'

const texts = spaceDeskTexts.rooms
const { columns: columnNames } = spaceDeskTexts

type Room = CallOutput<'GET /api/space/own-rooms'>['rooms'][number]
type Cells = Room['cells']
type Column = keyof typeof columnNames

interface RoomTableProps {
  readonly rooms: readonly Room[]
  /** photos that a room may have */
  readonly photosAtMost: number
  readonly again: () => void
}

function placeOf({ building, floor, unit }: Cells): string {
  const parts = [building, floor, unit].filter((part) => part !== undefined)
  return parts.length === 0 ? texts.noPlace : parts.join(' · ')
}

function Place({ room: { cells, faults } }: { readonly room: Room }) {
  return (
    <th scope="row">
      {placeOf(cells)}
      {faults.map(({ column, code }) => (
        <small key={column} className="room-fault">
          {texts.fault(columnNames[column], texts.faults[code])}
        </small>
      ))}
    </th>
  )
}

function Standing({ room: { standing, offeredUntil } }: { readonly room: Room }) {
  return (
    <td>
      <Light colour={texts.lights[standing]}>{texts.standings[standing]}</Light>
      {standing === 'offered' && offeredUntil !== null && (
        <small className="due-day">{texts.until(dayText(offeredUntil))}</small>
      )}
    </td>
  )
}

function factsOf({ area, height, load, power }: Cells): string {
  return `${area ?? '–'} ㎡ · ${height ?? '–'} m · ${load ?? '–'} t/㎡ · ${power ?? '–'} kVA`
}

export function RoomTable({ rooms, photosAtMost, again }: RoomTableProps) {
  const [open, setOpen] = useState<string>()
  if (rooms.length === 0) return <p className="desk-empty">{texts.empty}</p>
  const close = () => setOpen(undefined)
  return (
    <table className="desk-table">
      <thead>
        <tr>
          {[texts.place, texts.facts, texts.rent, texts.state, texts.acts].map((title) => (
            <th scope="col" key={title}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rooms.map((room) => (
          <RoomRow
            key={room.id}
            room={room}
            photosAtMost={photosAtMost}
            isOpen={open === room.id}
            onFix={() => (open === room.id ? close() : setOpen(room.id))}
            again={again}
            onDone={() => {
              close()
              again()
            }}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RoomRowProps extends RoomActsProps {
  readonly photosAtMost: number
  readonly onDone: () => void
}

function RoomRow({ onDone, photosAtMost, ...props }: RoomRowProps) {
  const { room, isOpen } = props
  const { rent } = room.cells
  return (
    <>
      <tr>
        <Place room={room} />
        <td>{factsOf(room.cells)}</td>
        <td>{rent === undefined ? '–' : texts.rentOf(rent)}</td>
        <Standing room={room} />
        <td>
          <RoomActs {...props} />
          <LeaseList room={room} again={props.again} />
        </td>
      </tr>
      {isOpen && (
        <tr className="is-open">
          <td colSpan={5}>
            <LineForm room={room} onDone={onDone} />
            <PhotoList room={room} most={photosAtMost} again={props.again} />
          </td>
        </tr>
      )}
    </>
  )
}

interface RoomActsProps {
  readonly room: Room
  readonly isOpen: boolean
  readonly onFix: () => void
  readonly again: () => void
}

function RoomActs({ room: { id, version, standing, leases }, isOpen, onFix, again }: RoomActsProps) {
  const act = useCaseAct()
  async function set(to: 'withdrawn' | 'let' | 'free') {
    const done = await act.run(() =>
      call('POST /api/space/own-rooms/:id/standing', { params: { id }, body: { version, standing: to } }),
    )
    if (done !== undefined) again()
  }
  const isOffered = standing === 'offered' || standing === 'over'
  // of several tenants each lease is ended by itself
  const isFreeable = standing === 'withdrawn' || (standing === 'let' && leases.length <= 1)
  return (
    <div className="room-acts">
      <Button size="small" onClick={onFix}>
        {isOpen ? texts.cancel : texts.fix}
      </Button>
      {isOffered && (
        <>
          <BusyButton size="small" busy={act.busy} onClick={() => void set('let')}>
            {texts.let}
          </BusyButton>
          <BusyButton size="small" busy={act.busy} onClick={() => void set('withdrawn')}>
            {texts.withdraw}
          </BusyButton>
        </>
      )}
      {isFreeable && (
        <BusyButton size="small" busy={act.busy} onClick={() => void set('free')}>
          {texts.free}
        </BusyButton>
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
        <BusyButton type="primary" busy={act.busy} onClick={() => void save()}>
          {texts.save}
        </BusyButton>
        <ProblemNotice problem={act.refusal} />
      </div>
    </div>
  )
}

/**
 * What one may do for a need now; each act with what it needs.
 */

import { Input } from 'antd'
import { type ComponentType, type ReactNode, useState } from 'react'
import { type Called, type CallOutput, call } from '../../../../api/call.ts'
import { figureText, placeText } from '../../../../features/premises/index.ts'
import { spaceDeskTexts } from '../../../../texts/space-desk-zh-cn.ts'
import { spaceZhCN } from '../../../../texts/space-zh-cn.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { BusyButton } from '../../case-parts/busy-button.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'

const texts = spaceDeskTexts.need

type Need = CallOutput<'GET /api/space/needs/:id'>
type Moved = CallOutput<'POST /api/space/needs/:id/receipt'>

interface NeedActsProps {
  readonly need: Need
  readonly chosen: readonly string[]
  readonly again: () => void
}

interface ActProps {
  readonly need: Need
  readonly run: (act: () => Promise<Called<Moved>>) => void
  readonly busy: boolean
}

export function NeedActs({ need, chosen, again }: NeedActsProps) {
  const act = useCaseAct()
  const run = (send: () => Promise<Called<Moved>>) =>
    void act.run(send).then((moved) => {
      if (moved !== undefined) again()
    })
  const props: ActProps = { need, run, busy: act.busy }
  return (
    <div className="staff-panel need-acts">
      <h2>{texts.acts}</h2>
      {need.acts.length === 0 && <p>{texts.nothing}</p>}
      <ProblemNotice problem={act.refusal} />
      {need.acts.map((name) => {
        const Act = actForms[name]
        return Act === undefined ? null : <Act key={name} {...props} chosen={chosen} />
      })}
    </div>
  )
}

interface FormProps extends ActProps {
  readonly chosen: readonly string[]
}

/** The form of each act, by its name. */
const actForms: Readonly<Record<string, ComponentType<FormProps>>> = {
  transfer: Transfer,
  receive: Receive,
  propose: Propose,
  arrange: Arrange,
  'record-viewing': RecordViewing,
  lease: Lease,
  urge: Urge,
  close: Close,
}

function Transfer({ need: { id, version }, run, busy }: ActProps) {
  const send = () => call('POST /api/space/needs/:id/transfer', { params: { id }, body: { version } })
  return <Plain label={texts.transfer} busy={busy} onDo={() => run(send)} />
}

function Receive({ need: { id, version }, run, busy }: ActProps) {
  const send = () => call('POST /api/space/needs/:id/receipt', { params: { id }, body: { version } })
  return <Plain label={texts.receive} busy={busy} onDo={() => run(send)} />
}

function Propose({ need: { id, version }, chosen, run, busy }: FormProps) {
  const body = { version, rooms: [...chosen] }
  const send = () => call('POST /api/space/needs/:id/candidates', { params: { id }, body })
  return chosen.length === 0 ? (
    <p className="hint">{texts.chooseFirst}</p>
  ) : (
    <Plain label={texts.propose(chosen.length)} busy={busy} onDo={() => run(send)} />
  )
}

function Urge({ need: { id, version }, run, busy }: ActProps) {
  const send = (reason: string) => () =>
    call('POST /api/space/needs/:id/urgings', { params: { id }, body: { version, reason } })
  return <Reason label={texts.urge} busy={busy} onDo={(reason) => run(send(reason))} />
}

function Close({ need: { id, version }, run, busy }: ActProps) {
  const send = (reason: string) => () =>
    call('POST /api/space/needs/:id/no-room', { params: { id }, body: { version, reason } })
  return <Reason label={texts.close} busy={busy} onDo={(reason) => run(send(reason))} />
}

interface PlainProps {
  readonly label: string
  readonly busy: boolean
  readonly onDo: () => void
}

function Plain({ label, busy, onDo }: PlainProps) {
  return (
    <BusyButton type="primary" busy={busy} onClick={onDo}>
      {label}
    </BusyButton>
  )
}

interface ReasonProps {
  readonly label: string
  readonly busy: boolean
  readonly onDo: (reason: string) => void
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function Reason({ label, busy, onDo }: ReasonProps) {
  const [reason, setReason] = useState('')
  return (
    <Section title={label}>
      <Input.TextArea
        aria-label={`${label} ${texts.reason}`}
        rows={2}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <BusyButton busy={busy} disabled={reason.trim() === ''} onClick={() => onDo(reason)}>
        {label}
      </BusyButton>
    </Section>
  )
}

/** Rooms to choose from, as the browser's own list: it works by keyboard and for readers that listen. */
function RoomChoice(props: {
  readonly label: string
  readonly rooms: readonly Need['candidates'][number]['room'][]
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return (
    <label>
      {props.label}
      <select className="input" value={props.value} onChange={({ target }) => props.onChange(target.value)}>
        {props.rooms.map(({ id, carrier, facts }) => (
          <option key={id} value={id}>
            {carrier.name['zh-CN']} {placeText(facts, spaceZhCN)}
          </option>
        ))}
      </select>
    </label>
  )
}

function Arrange({ need: { id, version, candidates }, run, busy }: ActProps) {
  const rooms = candidates.map(({ room }) => room)
  const [room, setRoom] = useState(rooms[0]?.id ?? '')
  const [viewAt, setViewAt] = useState('')
  const chosen = rooms.some((each) => each.id === room) ? room : (rooms[0]?.id ?? '')
  const send = () =>
    call('POST /api/space/needs/:id/viewings', {
      params: { id },
      body: { version, room: chosen, viewAt: new Date(viewAt).toISOString() },
    })
  return (
    <Section title={texts.arrange}>
      <RoomChoice label={texts.room} rooms={rooms} value={chosen} onChange={setRoom} />
      <label>
        {texts.viewAt}
        <input
          className="input"
          type="datetime-local"
          value={viewAt}
          onChange={({ target }) => setViewAt(target.value)}
        />
      </label>
      <BusyButton busy={busy} disabled={viewAt === ''} onClick={() => run(send)}>
        {texts.arrange}
      </BusyButton>
    </Section>
  )
}

function RecordViewing({ need: { id, version, viewings }, run, busy }: ActProps) {
  const viewing = viewings.findIndex(({ recordedAt }) => recordedAt === null)
  const open = viewings[viewing]
  const [suits, setSuits] = useState<boolean>()
  const [note, setNote] = useState('')
  if (open === undefined) return null
  const send = () =>
    call('POST /api/space/needs/:id/viewing-records', {
      params: { id },
      body: { version, viewing, suits: suits === true, note },
    })
  return (
    <Section title={texts.record}>
      <p>
        {open.room.carrier.name['zh-CN']} {placeText(open.room.facts, spaceZhCN)}
      </p>
      <fieldset className="must">
        <legend className="visually-hidden">{texts.suits}</legend>
        {[true, false].map((each) => (
          <label key={String(each)}>
            <input type="radio" name="suits" checked={suits === each} onChange={() => setSuits(each)} />
            <span>{each ? texts.suitsYes : texts.suitsNo}</span>
          </label>
        ))}
      </fieldset>
      <label>
        {texts.note}
        <Input.TextArea rows={2} value={note} onChange={({ target }) => setNote(target.value)} />
      </label>
      <BusyButton
        type="primary"
        busy={busy}
        disabled={suits === undefined || note.trim() === ''}
        onClick={() => run(send)}
      >
        {texts.record}
      </BusyButton>
    </Section>
  )
}

function Lease({ need: { id, version, viewings }, run, busy }: ActProps) {
  const rooms = viewings
    .filter(({ suits }) => suits === true)
    .map(({ room }) => ({ ...room, offeredUntil: '' }))
  const [room, setRoom] = useState(rooms[0]?.id ?? '')
  const chosen = rooms.find((each) => each.id === room) ?? rooms[0]
  const whole =
    chosen === undefined ? '' : figureText(chosen.facts.areaSquareDecimetres, 2).replaceAll(',', '')
  const [area, setArea] = useState<string>()
  if (chosen === undefined) return null
  const send = () =>
    call('POST /api/space/needs/:id/lease', {
      params: { id },
      body: { version, room: chosen.id, area: area ?? whole },
    })
  return (
    <Section title={texts.lease}>
      <RoomChoice label={texts.room} rooms={rooms} value={chosen.id} onChange={setRoom} />
      <label>
        {texts.area}
        <Input value={area ?? whole} inputMode="decimal" onChange={({ target }) => setArea(target.value)} />
      </label>
      <BusyButton type="primary" busy={busy} onClick={() => run(send)}>
        {texts.lease}
      </BusyButton>
    </Section>
  )
}

/**
 * The rooms of a carrier: the spreadsheet in and out, faults mended in place, publishing.
 */

import { Alert, Button } from 'antd'
import { useRef, useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { spaceDeskTexts } from '../../../../texts/space-desk-zh-cn.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { Awaited } from '../../../../ui/reading.tsx'
import { BusyButton } from '../../case-parts/busy-button.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { StaffListPage } from '../../staff-page.tsx'
import { RoomTable } from './room-table.tsx'

const texts = spaceDeskTexts.rooms

type Own = CallOutput<'GET /api/space/own-rooms'>

export function RoomsPage() {
  const reading = useApi('GET /api/space/own-rooms')
  const { again } = reading
  const own = reading.state === 'ready' ? reading.value : undefined
  return (
    <StaffListPage
      title={texts.title(own?.carrier.name['zh-CN'] ?? '')}
      {...(own === undefined ? {} : { lead: texts.lead(own.offerDays) })}
    >
      <Awaited reading={reading}>
        {(value) => (
          <>
            <Tools own={value} again={again} />
            <RoomTable rooms={value.rooms} photosAtMost={value.photosAtMost} again={again} />
          </>
        )}
      </Awaited>
    </StaffListPage>
  )
}

type LeftAlone = CallOutput<'POST /api/space/own-rooms/import'>['leftAlone']

function Said({ said, leftAlone }: { readonly said: string; readonly leftAlone: LeftAlone }) {
  const description = leftAlone.length > 0 ? { description: <LeftAloneRows lines={leftAlone} /> } : {}
  return <Alert role="status" type="info" title={said} {...description} />
}

/** Lines that changed nothing because their room is let. */
function LeftAloneRows({ lines }: { readonly lines: LeftAlone }) {
  return (
    <>
      <p>{texts.leftAlone(lines.length)}</p>
      <ul>
        {lines.map(({ row, place }) => (
          <li key={row}>{texts.leftAloneLine(row, place)}</li>
        ))}
      </ul>
    </>
  )
}

/** Rooms that a click on publishing offers: whole drafts and offers that are over. */
function readyOf({ rooms }: Own): number {
  return rooms.filter(
    ({ standing, faults }) => standing === 'over' || (standing === 'draft' && faults.length === 0),
  ).length
}

function Tools({ own, again }: { readonly own: Own; readonly again: () => void }) {
  const picker = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState<string>()
  const [leftAlone, setLeftAlone] = useState<LeftAlone>([])
  const act = useCaseAct()
  const ready = readyOf(own)
  async function take(file: File | undefined) {
    if (file === undefined) return
    const bytes = await base64Of(file)
    const done = await act.run(() => call('POST /api/space/own-rooms/import', { body: { bytes } }))
    setSaid(done && texts.imported(done.added, done.changed, done.unchanged, done.faulty))
    setLeftAlone(done?.leftAlone ?? [])
    if (done !== undefined) again()
  }
  async function publish() {
    const done = await act.run(() => call('POST /api/space/own-rooms/publication'))
    setSaid(done && texts.published(done.published, done.kept))
    setLeftAlone([])
    if (done !== undefined) again()
  }
  return (
    <div className="staff-tools in-list">
      <input
        ref={picker}
        className="visually-hidden"
        type="file"
        accept=".xlsx"
        aria-label={texts.import}
        tabIndex={-1}
        onChange={({ target }) => {
          void take(target.files?.[0])
          target.value = ''
        }}
      />
      <BusyButton
        {...(ready === 0 ? { type: 'primary' } : {})}
        busy={act.busy}
        onClick={() => picker.current?.click()}
      >
        {texts.import}
      </BusyButton>
      <Button href="/api/space/own-rooms.xlsx" download>
        {texts.template}
      </Button>
      {ready > 0 && (
        <BusyButton type="primary" busy={act.busy} onClick={() => void publish()}>
          {texts.publish(ready)}
        </BusyButton>
      )}
      {said !== undefined && <Said said={said} leftAlone={leftAlone} />}
      <ProblemNotice problem={act.refusal} />
    </div>
  )
}

const prefix = /^data:[^,]*,/

/** The bytes of a file as the API takes them. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result).replace(prefix, '')))
    reader.addEventListener('error', () => reject(new Error('the file could not be read')))
    reader.readAsDataURL(file)
  })
}

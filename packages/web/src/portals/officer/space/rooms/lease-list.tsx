/**
 * The leases that run in a room; each is ended by itself, after a second look.
 */

import { Button } from 'antd'
import { useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import { spaceDeskTexts } from '../../../../texts/space-desk-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { BusyButton } from '../../case-parts/busy-button.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'

const texts = spaceDeskTexts.rooms

type Room = CallOutput<'GET /api/space/own-rooms'>['rooms'][number]
type Lease = Room['leases'][number]

interface LeaseListProps {
  readonly room: Pick<Room, 'id' | 'version' | 'leases'>
  readonly again: () => void
}

export function LeaseList({ room, again }: LeaseListProps) {
  if (room.leases.length === 0) return null
  return (
    <ul className="room-leases" aria-label={texts.leases}>
      {room.leases.map((lease) => (
        <LeaseLine key={lease.id} room={room} lease={lease} again={again} />
      ))}
    </ul>
  )
}

const decimetresOfMetre = 100

function LeaseLine({ room, lease, again }: LeaseListProps & { readonly lease: Lease }) {
  const [isAsked, setAsked] = useState(false)
  const act = useCaseAct()
  async function end() {
    const { id, version } = room
    const done = await act.run(() =>
      call('POST /api/space/own-rooms/:id/leases/:lease/end', {
        params: { id, lease: lease.id },
        body: { version },
      }),
    )
    if (done !== undefined) again()
  }
  return (
    <li>
      <span>{texts.leaseOf(lease.firm, String(lease.areaSquareDecimetres / decimetresOfMetre))}</span>
      <small>
        {texts.leaseSince(dayText(lease.notedOn))}
        {lease.need !== null && ` · ${lease.need}`}
      </small>
      {isAsked ? (
        <span className="room-acts">
          <BusyButton size="small" danger busy={act.busy} onClick={() => void end()}>
            {texts.endLeaseSure}
          </BusyButton>
          <Button size="small" onClick={() => setAsked(false)}>
            {texts.cancel}
          </Button>
          <small>{texts.endLeaseHint}</small>
        </span>
      ) : (
        <Button size="small" onClick={() => setAsked(true)}>
          {texts.endLease}
        </Button>
      )}
      <ProblemNotice problem={act.refusal} />
    </li>
  )
}

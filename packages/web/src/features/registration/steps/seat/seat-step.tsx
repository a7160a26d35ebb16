/**
 * The registered address: a carrier, then one of its free seats, held for half an hour from the tap.
 */

import { useEffect, useState } from 'react'
import { call } from '../../../../api/call.ts'
import { useTexts } from '../../../../page.tsx'
import { useRegistrationTexts } from '../../../../texts/use-registration-texts.ts'
import { Tick } from '../../../../ui/field.tsx'
import { clockText } from '../../../../ui/moment.ts'
import { Words } from '../../../../ui/words.tsx'
import { AddressFiling } from '../../address-filing.tsx'
import { HostStanding } from '../../host-standing.tsx'
import { faultOf, type StepProps } from '../step-props.ts'
import { OwnPremises } from './own-premises.tsx'
import { SeatPicker } from './seat-picker.tsx'

type Booking = NonNullable<StepProps['open']['application']['seat']>

export function SeatStep({ open, faults }: StepProps) {
  const { seat: texts } = useRegistrationTexts()
  const { booking, carrier, setCarrier, refusal, round, hold, choosePremises } = useSeatChoice(open)
  const fault = refusal ?? faultOf(faults, 'seat') ?? faultOf(faults, 'seat.code')
  return (
    <div id="seat" tabIndex={-1}>
      {fault !== undefined && <span className="fault">{fault}</span>}
      {booking === null && <RefusedBefore application={open.application} />}
      {open.answers.premises !== undefined ? (
        <OwnPremises open={open} faults={faults} />
      ) : booking !== null && carrier === undefined ? (
        <Mine application={open.application} booking={booking} other={() => setCarrier('')} />
      ) : (
        <SeatPicker
          key={round}
          carrier={carrier ?? ''}
          division={open.application.division}
          choose={setCarrier}
          hold={(code) => void hold(code)}
        />
      )}
      <Tick
        id="premises"
        label={texts.own}
        checked={open.answers.premises !== undefined}
        onChange={(own) => void choosePremises(own)}
      />
    </div>
  )
}

/** The seat as it is being chosen: held from the tap, given back where premises of one's own take its place. */
function useSeatChoice(open: StepProps['open']) {
  const { join } = useTexts()
  const [booking, setBooking] = useState<Booking | null>(open.application.seat)
  const [carrier, setCarrier] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const [round, setRound] = useState(0)
  // read again: a host may have refused, or another device chosen
  const { seat } = open.application
  useEffect(() => setBooking(seat), [seat])

  async function hold(code: string) {
    await open.save()
    const answer = await call('POST /api/registration/applications/:id/seat', {
      params: { id: open.application.id },
      body: { code },
    })
    if (!answer.ok) {
      setRefusal(join.sentence(answer.problem.title, answer.problem.detail))
      return setRound(round + 1)
    }
    setRefusal(undefined)
    open.moved(answer.value.version)
    open.change({ seat: { code }, premises: undefined })
    setBooking(answer.value)
    setCarrier(undefined)
  }

  /** own premises stand in place of a seat: the one held goes back to the others */
  async function choosePremises(own: boolean) {
    if (own && booking !== null) {
      await giveBack(open)
      setBooking(null)
    }
    open.change({ seat: undefined, premises: own ? { address: '', right: 'rented' } : undefined })
    await open.save()
  }

  return { booking, carrier, setCarrier, refusal, round, hold, choosePremises }
}

/** Why the seat chosen before is gone. */
function RefusedBefore({ application: { hostConfirmation } }: Pick<MineProps, 'application'>) {
  if (hostConfirmation?.state !== 'refused') return null
  return (
    <div className="notice bad">
      <HostStanding confirmation={hostConfirmation} />
    </div>
  )
}

/** The seat held for this application is free again. */
async function giveBack(open: StepProps['open']): Promise<void> {
  await open.save()
  const given = await call('DELETE /api/registration/applications/:id/seat', {
    params: { id: open.application.id },
  })
  if (given.ok) open.moved(given.value.version)
}

interface MineProps {
  readonly application: StepProps['open']['application']
  readonly booking: Booking
  readonly other: () => void
}

function Mine({ application, booking, other }: MineProps) {
  const { seat: texts } = useRegistrationTexts()
  return (
    <>
      <div className="notice good" role="status">
        <p>
          <strong>{texts.mine}</strong>
        </p>
        <p>
          <Words>{booking.address}</Words>
        </p>
        {booking.until !== null && <p>{texts.held(clockText(booking.until))}</p>}
      </div>
      <button className="button quiet" type="button" onClick={other}>
        {texts.change}
      </button>
      <AddressFiling key={booking.code} application={application} seat={booking} />
    </>
  )
}

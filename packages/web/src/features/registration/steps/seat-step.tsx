/**
 * The registered address: a carrier, then one of its free seats, held for half an hour from the tap.
 */

import { useState } from 'react'
import { type CallOutput, call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { useTexts } from '../../../page.tsx'
import { useRegistrationTexts } from '../../../texts/use-registration-texts.ts'
import { clockText } from '../../../ui/moment.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { Words } from '../../../ui/words.tsx'
import { FileAddress } from '../file-address.tsx'
import { faultOf, type StepProps } from './step-props.ts'

type Seats = CallOutput<'GET /api/registration/seats'>
type Booking = NonNullable<StepProps['open']['application']['seat']>

export function SeatStep({ open, faults }: StepProps) {
  const { seat: texts } = useRegistrationTexts()
  const { join } = useTexts()
  const [booking, setBooking] = useState<Booking | null>(open.application.seat)
  const [carrier, setCarrier] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const [round, setRound] = useState(0)
  const fault = refusal ?? faultOf(faults, 'seat') ?? faultOf(faults, 'seat.code')

  async function hold(code: string) {
    await open.save()
    const answer = await call('POST /api/registration/applications/:id/seat', {
      params: { id: open.application.id },
      body: { code },
    })
    if (!answer.ok) {
      setRefusal(join.sentence(answer.problem.title, answer.problem.detail))
      setRound(round + 1)
      return
    }
    setRefusal(undefined)
    open.moved(answer.value.version)
    open.change({ seat: { code } })
    setBooking(answer.value)
    setCarrier(undefined)
  }

  return (
    <div id="seat" tabIndex={-1}>
      {fault !== undefined && <span className="fault">{fault}</span>}
      {booking !== null && carrier === undefined ? (
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
          <FileAddress application={open.application} state={booking.state} />
          <button className="button quiet" type="button" onClick={() => setCarrier('')}>
            {texts.change}
          </button>
        </>
      ) : (
        <SeatPicker
          key={round}
          carrier={carrier ?? ''}
          choose={setCarrier}
          hold={(code) => void hold(code)}
        />
      )}
    </div>
  )
}

interface PickerProps {
  readonly carrier: string
  readonly choose: (carrier: string) => void
  readonly hold: (code: string) => void
}

function SeatPicker({ carrier, choose, hold }: PickerProps) {
  const { seat: texts } = useRegistrationTexts()
  const reading = useApi('GET /api/registration/seats', { query: carrier === '' ? {} : { carrier } })
  return (
    <Awaited reading={reading}>
      {(seats) => (
        <>
          <fieldset className="field">
            <legend>{texts.carrier}</legend>
            <div className="choices">
              {seats.carriers.map((offered) => (
                <CarrierChoice
                  key={offered.id}
                  offered={offered}
                  chosen={carrier === offered.id}
                  choose={() => choose(offered.id)}
                />
              ))}
            </div>
          </fieldset>
          {carrier !== '' && <FreeSeats seats={seats.seats} hold={hold} />}
        </>
      )}
    </Awaited>
  )
}

interface CarrierChoiceProps {
  readonly offered: Seats['carriers'][number]
  readonly chosen: boolean
  readonly choose: () => void
}

function CarrierChoice({ offered, chosen, choose }: CarrierChoiceProps) {
  const { seat: texts } = useRegistrationTexts()
  const name = <Words gloss={offered.gloss}>{offered.name}</Words>
  return (
    <label className="choice">
      <input type="radio" name="carrier" checked={chosen} disabled={offered.free === 0} onChange={choose} />
      <span>
        {name}
        <small>
          {texts.left(offered.free, offered.total)}
          {!offered.takesTrade && ` · ${texts.refusesTrade}`}
        </small>
      </span>
    </label>
  )
}

function FreeSeats({
  seats,
  hold,
}: {
  readonly seats: Seats['seats']
  readonly hold: (code: string) => void
}) {
  const { seat: texts } = useRegistrationTexts()
  return (
    <fieldset className="field">
      <legend>{texts.pick}</legend>
      <div className="choices">
        {seats.slice(0, 12).map((seat) => (
          <button className="choice" key={seat.code} type="button" onClick={() => hold(seat.code)}>
            <Words>{seat.address}</Words>
          </button>
        ))}
      </div>
    </fieldset>
  )
}

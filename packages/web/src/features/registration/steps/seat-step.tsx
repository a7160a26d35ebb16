/**
 * The registered address: a carrier, then one of its free seats, held for half an hour from the tap.
 */

import { useState } from 'react'
import { type CallOutput, call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { useTexts } from '../../../page.tsx'
import { useRegistrationTexts } from '../../../texts/use-registration-texts.ts'
import { ChoiceField, TextField, Tick } from '../../../ui/field.tsx'
import { clockText } from '../../../ui/moment.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { Words } from '../../../ui/words.tsx'
import { AddressFiling } from '../address-filing.tsx'
import { HostStanding } from '../host-standing.tsx'
import { faultOf, type StepProps } from './step-props.ts'

type Seats = CallOutput<'GET /api/registration/seats'>
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
  if (given.ok) open.moved(open.version + 1)
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

function OwnPremises({ open, faults }: StepProps) {
  const { seat: texts } = useRegistrationTexts()
  const premises = open.answers.premises ?? { address: '', right: 'rented' as const }
  /** saved at once: which proof is asked for depends on it */
  function chooseRight(value: string) {
    const right = value === 'owned' || value === 'lent' ? value : 'rented'
    open.change({ premises: { ...premises, right } })
    void open.save()
  }
  return (
    <>
      <TextField
        id="premises.address"
        label={texts.address}
        hint={texts.ownHint}
        fault={faultOf(faults, 'premises.address')}
        value={premises.address}
        onChange={(address) => open.change({ premises: { ...premises, address } })}
        input={{ autoComplete: 'off', maxLength: 200, lang: 'zh-CN' }}
      />
      <ChoiceField
        id="premises.right"
        label={texts.right}
        options={(['owned', 'rented', 'lent'] as const).map((value) => ({
          value,
          label: texts.rights[value],
        }))}
        value={premises.right}
        onChange={chooseRight}
      />
    </>
  )
}

interface PickerProps {
  readonly carrier: string
  readonly division: string | null
  readonly choose: (carrier: string) => void
  readonly hold: (code: string) => void
}

function SeatPicker({ carrier, division, choose, hold }: PickerProps) {
  const { seat: texts } = useRegistrationTexts()
  const reading = useApi('GET /api/registration/seats', {
    query: { ...(carrier === '' ? {} : { carrier }), ...(division === null ? {} : { division }) },
  })
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

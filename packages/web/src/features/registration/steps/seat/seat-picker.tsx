/**
 * The free seats: a carrier, one of its buildings, then a seat by its address.
 */

import { useState } from 'react'
import type { CallOutput } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { useRegistrationTexts } from '../../../../texts/use-registration-texts.ts'
import { SelectField } from '../../../../ui/field.tsx'
import { Awaited } from '../../../../ui/reading.tsx'
import { Words } from '../../../../ui/words.tsx'

type Seats = CallOutput<'GET /api/registration/seats'>

interface PickerProps {
  readonly carrier: string
  readonly division: string | null
  readonly choose: (carrier: string) => void
  readonly hold: (code: string) => void
}

export function SeatPicker({ carrier, division, choose, hold }: PickerProps) {
  const { seat: texts } = useRegistrationTexts()
  const [building, setBuilding] = useState('')
  const reading = useApi('GET /api/registration/seats', {
    query: {
      ...(carrier === '' ? {} : { carrier }),
      ...(building === '' ? {} : { building }),
      ...(division === null ? {} : { division }),
    },
  })
  function chooseCarrier(id: string) {
    setBuilding('')
    choose(id)
  }
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
                  choose={() => chooseCarrier(offered.id)}
                />
              ))}
            </div>
          </fieldset>
          {carrier !== '' && (
            <>
              <Buildings
                buildings={seats.carriers.find(({ id }) => id === carrier)?.buildings ?? []}
                chosen={building}
                choose={setBuilding}
              />
              <FreeSeats seats={seats.seats} hold={hold} />
            </>
          )}
        </>
      )}
    </Awaited>
  )
}

interface BuildingsProps {
  readonly buildings: Seats['carriers'][number]['buildings']
  readonly chosen: string
  readonly choose: (building: string) => void
}

/** One of several buildings; whoever does not mind leaves it as it is. */
function Buildings({ buildings, chosen, choose }: BuildingsProps) {
  const { seat: texts } = useRegistrationTexts()
  if (buildings.length < 2) return null
  return (
    <SelectField
      id="building"
      label={texts.building}
      options={[
        { value: '', label: texts.anyBuilding },
        ...buildings.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={chosen}
      onChange={choose}
    />
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

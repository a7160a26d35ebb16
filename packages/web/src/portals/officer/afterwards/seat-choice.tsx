/**
 * Another seat for a company on the register: the carrier, then one of its free seats by its address.
 */

import { useState } from 'react'
import { useApi } from '../../../api/use-api.ts'
import { registrationZhCN } from '../../../texts/registration-zh-cn.ts'
import { SelectField } from '../../../ui/field.tsx'
import { Awaited } from '../../../ui/reading.tsx'

const texts = registrationZhCN.seat
const mostOffered = 50

interface SeatChoiceProps {
  readonly label: string
  readonly choose: (seat: string) => void
}

export function SeatChoice({ label, choose }: SeatChoiceProps) {
  const [carrier, setCarrier] = useState('')
  const [seat, setSeat] = useState('')
  const reading = useApi('GET /api/registration/seats', {
    query: { ...(carrier === '' ? {} : { carrier }), limit: mostOffered },
  })
  function pick(code: string) {
    setSeat(code)
    choose(code)
  }
  return (
    <Awaited reading={reading}>
      {({ carriers, seats }) => (
        <>
          <SelectField
            id="carrier"
            label={texts.carrier}
            options={[
              { value: '', label: '' },
              ...carriers
                .filter(({ free }) => free > 0)
                .map(({ id, name, free, total }) => ({
                  value: id,
                  label: `${name}（${texts.left(free, total)}）`,
                })),
            ]}
            value={carrier}
            onChange={(chosen) => {
              setCarrier(chosen)
              pick('')
            }}
          />
          {carrier !== '' && (
            <SelectField
              id="value"
              label={label}
              options={[
                { value: '', label: '' },
                ...seats.map(({ code, address }) => ({ value: code, label: address })),
              ]}
              value={seat}
              onChange={pick}
            />
          )}
        </>
      )}
    </Awaited>
  )
}

/**
 * The day until which a paper is valid: three boxes, all empty where it has no end.
 */

import { casesZhCN } from '../../../../texts/cases-zh-cn.ts'

/** What stands in the three boxes. */
export interface Expiry {
  readonly year: string
  readonly month: string
  readonly day: string
}

export const noExpiry: Expiry = { year: '', month: '', day: '' }

/** The day, undefined where the boxes are empty, `wrong` where they are no day. */
export function expiryOf({ year, month, day }: Expiry): string | undefined | 'wrong' {
  if (year === '' && month === '' && day === '') return undefined
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime())
  return isDay && date.toISOString().startsWith(text) ? text : 'wrong'
}

interface ExpiryFieldProps {
  readonly id: string
  readonly expiry: Expiry
  readonly onChange: (expiry: Expiry) => void
}

const boxes = ['year', 'month', 'day'] as const

export function ExpiryField({ id, expiry, onChange }: ExpiryFieldProps) {
  const { library: texts } = casesZhCN
  const isWrong = expiryOf(expiry) === 'wrong' && boxes.every((box) => expiry[box] !== '')
  return (
    <fieldset className={isWrong ? 'field wrong' : 'field'}>
      <legend>{texts.expires}</legend>
      <span className="hint">{texts.expiresHint}</span>
      {isWrong && <span className="fault">{texts.dateFault}</span>}
      <div className="date-boxes">
        {boxes.map((box) => (
          <label key={box} htmlFor={`${id}-${box}`}>
            <input
              id={`${id}-${box}`}
              className={box === 'year' ? 'input year' : 'input'}
              inputMode="numeric"
              maxLength={box === 'year' ? 4 : 2}
              value={expiry[box]}
              onChange={({ target }) => onChange({ ...expiry, [box]: target.value.replace(/\D/g, '') })}
            />
            <span>{texts[box]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

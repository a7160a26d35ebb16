/**
 * The day of the next contact: the days people agree on, or any other.
 */

import { stewardTexts } from '../../../texts/stewards-zh-cn.ts'
import { daysToAgreeOn, dayWithWeekday } from './days.ts'

const texts = stewardTexts.project

interface NextContactProps {
  readonly today: string
  /** a plain day, or empty for none */
  readonly value: string
  readonly onChange: (day: string) => void
}

export function NextContact({ today, value, onChange }: NextContactProps) {
  return (
    <fieldset>
      <legend>{texts.next}</legend>
      <div className="choices">
        <label>
          <input type="radio" name="next" checked={value === ''} onChange={() => onChange('')} />
          {texts.noNext}
        </label>
        {daysToAgreeOn(today).map((day) => (
          <label key={day}>
            <input type="radio" name="next" checked={day === value} onChange={() => onChange(day)} />
            {texts.quick(dayWithWeekday(day))}
          </label>
        ))}
        <input
          type="date"
          aria-label={texts.otherDay}
          min={today}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      </div>
    </fieldset>
  )
}

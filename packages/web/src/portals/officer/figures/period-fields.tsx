/**
 * Choosing the period of the dashboard.
 */

import { useSearchParams } from 'wouter'
import { figuresTexts as texts } from '../../../texts/figures-zh-cn.ts'
import { firstOf, spans } from './figures-period.ts'

interface PeriodFieldsProps {
  readonly from: string
  readonly asOf: string
}

export function PeriodFields({ from, asOf }: PeriodFieldsProps) {
  const [, setSearch] = useSearchParams()
  const choose = (chosen: Partial<PeriodFieldsProps>) =>
    setSearch((now) => {
      for (const [name, value] of Object.entries({ from, asOf, ...chosen })) now.set(name, value)
      return now
    })
  return (
    <div className="figure-period">
      {(['from', 'asOf'] as const).map((name) => (
        <p key={name}>
          <label className="label" htmlFor={name}>
            {name === 'from' ? texts.from : texts.until}
          </label>
          <input
            className="input short"
            id={name}
            type="date"
            value={{ from, asOf }[name]}
            onChange={({ target }) => target.value !== '' && choose({ [name]: target.value })}
          />
        </p>
      ))}
      <div role="group" aria-label={texts.span}>
        {spans.map((span) => (
          <button
            key={span}
            className="button quiet"
            type="button"
            aria-pressed={firstOf(span, asOf) === from}
            onClick={() => choose({ from: firstOf(span, asOf) })}
          >
            {texts.spans[span]}
          </button>
        ))}
      </div>
    </div>
  )
}

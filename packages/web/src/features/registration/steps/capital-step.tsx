/**
 * The registered capital and the last day on which it is paid in.
 */

import { useEffect } from 'react'
import { useRegistrationTexts } from '../../../texts/use-registration-texts.ts'
import { TextField } from '../../../ui/field.tsx'
import { faultOf, type StepProps } from './step-props.ts'

export function CapitalStep({ open, faults }: StepProps) {
  const { capital: texts } = useRegistrationTexts()
  const { answers, change } = open
  const capital = answers.kind === 'LLC' ? answers.capital : undefined
  const { amount, paidInBy } = capital ?? { amount: '', paidInBy: latestDay(new Date()) }
  useEffect(() => {
    if (capital === undefined) change({ capital: { amount, paidInBy } })
  }, [capital, amount, paidInBy, change])
  return (
    <>
      <TextField
        id="capital.amount"
        label={texts.amount}
        hint={texts.amountHint}
        suffix={texts.yuan}
        short
        fault={faultOf(faults, 'capital.amount') ?? faultOf(faults, 'capital')}
        value={amount}
        onChange={(value) => change({ capital: { amount: value.trim(), paidInBy } })}
        input={{ inputMode: 'decimal', autoComplete: 'off' }}
      />
      <TextField
        id="capital.paidInBy"
        label={texts.paidInBy}
        hint={texts.paidInByHint}
        short
        fault={faultOf(faults, 'capital.paidInBy')}
        value={paidInBy}
        onChange={(value) => change({ capital: { amount, paidInBy: value } })}
        input={{ type: 'date' }}
      />
    </>
  )
}

/** Five years from today, less a day: the last day the law allows. */
function latestDay(today: Date): string {
  const day = new Date(Date.UTC(today.getFullYear() + 5, today.getMonth(), today.getDate() - 1))
  return day.toISOString().slice(0, 10)
}

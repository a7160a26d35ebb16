/**
 * Who holds how much; one person alone holds everything, without being asked.
 */

import { useEffect } from 'react'
import { useRegistrationTexts } from '../../../texts/use-registration-texts.ts'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { PeopleTicks } from './people-ticks.tsx'
import { faultOf, type StepProps } from './step-props.ts'

const forms = ['money', 'goods', 'intellectual-property', 'land-use-right', 'equity', 'claim'] as const
type Form = (typeof forms)[number]

export function ShareholdersStep({ open, faults }: StepProps) {
  const { shareholders: texts } = useRegistrationTexts()
  const { answers, change } = open
  const held = answers.kind === 'LLC' ? answers.shareholders : undefined
  const parties = answers.parties ?? []
  useSoleHolder(open)
  const lines = held ?? []
  const percentOf = (id: string) => lines.find(({ partyId }) => partyId === id)?.percent ?? ''
  const formOf = (id: string) => lines.find(({ partyId }) => partyId === id)?.form ?? 'money'
  function write(id: string, percent: string, form: Form) {
    const others = lines.filter(({ partyId }) => partyId !== id)
    const isHolder = percent !== '' && !/^0*\.?0*$/.test(percent)
    const next = isHolder ? [...others, { partyId: id, percent, form }] : others
    const order = parties.map((party) => party.id)
    change({
      shareholders: next.toSorted((one, other) => order.indexOf(one.partyId) - order.indexOf(other.partyId)),
    })
  }
  const general = faultOf(faults, 'shareholders')
  return (
    <div id="shareholders">
      <p className="hint">
        {texts.hint} {texts.not}
      </p>
      {general !== undefined && <span className="fault">{general}</span>}
      {parties.map((party) => {
        const place = lines.findIndex(({ partyId }) => partyId === party.id)
        return (
          <div key={party.id}>
            <TextField
              id={`shareholders.${place < 0 ? party.id : `${place}.percent`}`}
              label={texts.percent(party.name)}
              suffix="%"
              short
              fault={
                faultOf(faults, `shareholders.${place}.percent`) ??
                faultOf(faults, `shareholders.${place}.partyId`)
              }
              value={percentOf(party.id)}
              onChange={(value) => write(party.id, value.trim(), formOf(party.id))}
              input={{ inputMode: 'decimal', autoComplete: 'off' }}
            />
            {place >= 0 && (
              <FormField
                id={`shareholders.${place}.form`}
                name={party.name}
                form={formOf(party.id)}
                choose={(form) => write(party.id, percentOf(party.id), form)}
              />
            )}
          </div>
        )
      })}
      <Owners answers={answers} change={change} fault={faultOf(faults, 'beneficialOwners')} />
      <p aria-live="polite">{texts.sum(sumText(lines.map(({ percent }) => percent)))}</p>
    </div>
  )
}

/** One person alone holds everything, without being asked. */
function useSoleHolder({ answers, change }: StepProps['open']): void {
  const isOpen = answers.kind === 'LLC' && answers.shareholders === undefined
  const only = answers.parties?.length === 1 ? answers.parties[0]?.id : undefined
  useEffect(() => {
    if (isOpen && only !== undefined)
      change({ shareholders: [{ partyId: only, percent: '100', form: 'money' }] })
  }, [isOpen, only, change])
}

interface OwnersProps {
  readonly answers: StepProps['open']['answers']
  readonly change: StepProps['open']['change']
  readonly fault: string | undefined
}

/** Who owns or controls the company in the end, asked where a company holds shares. */
function Owners({ answers, change, fault }: OwnersProps) {
  const { shareholders: texts } = useRegistrationTexts()
  const parties = answers.parties ?? []
  if (answers.kind !== 'LLC' || parties.every(({ kind }) => kind === 'person')) return null
  return (
    <PeopleTicks
      id="beneficialOwners"
      legend={texts.owners}
      hint={texts.ownersHint}
      fault={fault}
      people={parties.filter(({ kind }) => kind === 'person')}
      chosen={answers.beneficialOwners ?? []}
      choose={(beneficialOwners) => change({ beneficialOwners })}
    />
  )
}

interface FormProps {
  readonly id: string
  readonly name: string
  readonly form: Form
  readonly choose: (form: Form) => void
}

/** In what a shareholder contributes. */
function FormField({ id, name, form, choose }: FormProps) {
  const { shareholders: texts } = useRegistrationTexts()
  return (
    <SelectField
      id={id}
      label={texts.form(name)}
      hint={form === 'money' ? undefined : texts.formHint}
      options={forms.map((one) => ({ value: one, label: texts.forms[one] ?? one }))}
      value={form}
      onChange={(value) => choose(forms.find((one) => one === value) ?? 'money')}
    />
  )
}

/** The sum in ten-thousandths, so that 33.3333 three times does not become a float. */
function sumText(percents: readonly string[]): string {
  const units = percents.reduce((total, text) => {
    const match = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(text)
    return match ? total + Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0')) : total
  }, 0)
  const fraction = String(units % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '')
  return `${Math.floor(units / 10_000)}${fraction === '' ? '' : `.${fraction}`}`
}

/**
 * Premises of one's own in place of a seat: the address, and by what right they are used.
 */

import { useRegistrationTexts } from '../../../../texts/use-registration-texts.ts'
import { ChoiceField, TextField } from '../../../../ui/field.tsx'
import { faultOf, type StepProps } from '../step-props.ts'

export function OwnPremises({ open, faults }: StepProps) {
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

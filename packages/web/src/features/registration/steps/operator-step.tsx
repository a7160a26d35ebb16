/**
 * Who runs an individual business, alone or with the family.
 */

import { useEffect } from 'react'
import { useRegistrationTexts } from '../../../texts/use-registration-texts.ts'
import { ChoiceField, SelectField, Tick } from '../../../ui/field.tsx'
import { Words } from '../../../ui/words.tsx'
import { faultOf, type StepProps } from './step-props.ts'

export function OperatorStep({ open, faults }: StepProps) {
  const { operator: texts } = useRegistrationTexts()
  const { answers, change } = open
  const parties = answers.parties ?? []
  const first = parties[0]?.id ?? ''
  const own = answers.kind === 'IND' ? answers : undefined
  useEffect(() => {
    if (own?.operatorId === undefined && first !== '')
      change({ operatorId: first, liaisonId: first, composition: 'personal' })
  }, [own?.operatorId, first, change])
  const options = parties.map(({ id, name }) => ({ value: id, label: name }))
  const family = own?.familyIds ?? []
  return (
    <>
      <SelectField
        id="operatorId"
        label={texts.operator}
        options={options}
        fault={faultOf(faults, 'operatorId') ?? faultOf(faults, 'operator')}
        value={own?.operatorId ?? first}
        onChange={(operatorId) => change({ operatorId })}
      />
      <ChoiceField
        id="composition"
        label={texts.composition}
        options={[
          { value: 'personal', label: texts.personal },
          { value: 'family', label: texts.family },
        ]}
        fault={faultOf(faults, 'composition')}
        value={own?.composition ?? 'personal'}
        onChange={(value) =>
          change({ composition: value === 'family' ? 'family' : 'personal', familyIds: [] })
        }
      />
      {own?.composition === 'family' && (
        <fieldset className="field" id="familyIds" tabIndex={-1}>
          <legend>{texts.members}</legend>
          {faultOf(faults, 'familyIds') !== undefined && (
            <span className="fault">{faultOf(faults, 'familyIds')}</span>
          )}
          {parties
            .filter(({ id }) => id !== own.operatorId)
            .map(({ id, name }) => (
              <Tick
                key={id}
                id={`family-${id}`}
                label={<Words>{name}</Words>}
                checked={family.includes(id)}
                onChange={(checked) =>
                  change({ familyIds: checked ? [...family, id] : family.filter((other) => other !== id) })
                }
              />
            ))}
        </fieldset>
      )}
      <SelectField
        id="liaisonId"
        label={texts.liaison}
        options={options}
        fault={faultOf(faults, 'liaisonId')}
        value={own?.liaisonId ?? first}
        onChange={(liaisonId) => change({ liaisonId })}
      />
    </>
  )
}

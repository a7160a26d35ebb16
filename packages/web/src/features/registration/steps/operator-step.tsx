/**
 * Who runs an individual business, alone or with the family.
 */

import { useEffect } from 'react'
import { useRegistrationTexts } from '../../../texts/use-registration-texts.ts'
import { ChoiceField, SelectField, TextField, Tick } from '../../../ui/field.tsx'
import { Words } from '../../../ui/words.tsx'
import { faultOf, type StepProps } from './step-props.ts'

type Own = Extract<StepProps['open']['answers'], { kind: 'IND' }>

interface OwnProps {
  readonly answers: Own
  readonly change: StepProps['open']['change']
  readonly faults: StepProps['faults']
}

export function OperatorStep({ open: { answers, change }, faults }: StepProps) {
  return answers.kind === 'IND' ? <Operator answers={answers} change={change} faults={faults} /> : null
}

function Operator({ answers, change, faults }: OwnProps) {
  const { operator: texts, people } = useRegistrationTexts()
  const { parties = [], operatorId, liaisonId } = answers
  const first = parties[0]?.id ?? ''
  useFirstPerson(answers, change)
  const options = parties.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <SelectField
        id="operatorId"
        label={texts.operator}
        options={options}
        fault={faultOf(faults, 'operatorId') ?? faultOf(faults, 'operator')}
        value={operatorId ?? first}
        unchosen={people.nobody}
        onChange={(operatorId) => change({ operatorId })}
      />
      <TextField
        id="operatorResidence"
        label={texts.residence}
        hint={texts.residenceHint}
        fault={faultOf(faults, 'operatorResidence')}
        value={answers.operatorResidence ?? ''}
        onChange={(operatorResidence) => change({ operatorResidence })}
        input={{ autoComplete: 'street-address', maxLength: 200, lang: 'zh-CN' }}
      />
      <ChoiceField
        id="composition"
        label={texts.composition}
        options={[
          { value: 'personal', label: texts.personal },
          { value: 'family', label: texts.family },
        ]}
        fault={faultOf(faults, 'composition')}
        value={answers.composition ?? 'personal'}
        onChange={(value) =>
          change({ composition: value === 'family' ? 'family' : 'personal', familyIds: [] })
        }
      />
      {answers.composition === 'family' && (
        <FamilyMembers answers={answers} change={change} faults={faults} />
      )}
      <SelectField
        id="liaisonId"
        label={texts.liaison}
        options={options}
        fault={faultOf(faults, 'liaisonId')}
        value={liaisonId ?? first}
        unchosen={people.nobody}
        onChange={(id) => change({ liaisonId: id })}
      />
    </>
  )
}

/** Everything falls to the first person to begin with, and to whoever is left alone when others leave. */
function useFirstPerson({ parties = [], operatorId, liaisonId }: Own, change: OwnProps['change']): void {
  const first = parties[0]?.id ?? ''
  const only = parties.length === 1 ? first : ''
  useEffect(() => {
    if (operatorId === undefined && first !== '')
      change({ operatorId: first, liaisonId: first, composition: 'personal' })
  }, [operatorId, first, change])
  useEffect(() => {
    if (only !== '' && (operatorId === '' || liaisonId === '')) change({ operatorId: only, liaisonId: only })
  }, [operatorId, liaisonId, only, change])
}

function FamilyMembers({ answers, change, faults }: OwnProps) {
  const { operator: texts } = useRegistrationTexts()
  const { parties = [], familyIds: family = [], operatorId } = answers
  const fault = faultOf(faults, 'familyIds')
  return (
    <fieldset className="field" id="familyIds" tabIndex={-1}>
      <legend>{texts.members}</legend>
      {fault !== undefined && <span className="fault">{fault}</span>}
      {parties
        .filter(({ id }) => id !== operatorId)
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
  )
}

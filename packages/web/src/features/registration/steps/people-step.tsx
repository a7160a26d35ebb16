/**
 * Everybody the application names, once each.
 */

import { useEffect } from 'react'
import { useApi } from '../../../api/use-api.ts'
import { useRegistrationTexts } from '../../../texts/use-registration-texts.ts'
import { TextField } from '../../../ui/field.tsx'
import { faultOf, type StepProps } from './step-props.ts'

type Party = NonNullable<StepProps['open']['answers']['parties']>[number]
type Person = Extract<Party, { kind: 'person' }>

export function PeopleStep({ open, faults }: StepProps) {
  const { people: texts } = useRegistrationTexts()
  const { answers, change } = open
  const session = useApi('GET /api/session')
  const ownName = session.state === 'ready' && session.value.signedIn ? session.value.name : ''
  const parties = answers.parties ?? []
  useEffect(() => {
    if (parties.length === 0) change({ parties: [newPerson('p1', ownName)] })
  }, [parties.length, ownName, change])
  const write = (place: number, part: Partial<Person>) =>
    change({ parties: parties.map((party, at) => (at === place ? ({ ...party, ...part } as Party) : party)) })
  return (
    <>
      <p className="hint">{texts.hint}</p>
      {faultOf(faults, 'parties') !== undefined && (
        <span className="fault">{faultOf(faults, 'parties')}</span>
      )}
      {parties.map((party, place) =>
        party.kind === 'person' ? (
          <PersonFields
            key={party.id}
            person={party}
            place={place}
            own={party.name !== '' && party.name === ownName}
            faults={faults}
            write={(part) => write(place, part)}
            remove={
              parties.length > 1
                ? () => change({ parties: parties.filter((_, at) => at !== place) })
                : undefined
            }
          />
        ) : null,
      )}
      <button
        className="button quiet"
        type="button"
        onClick={() => change({ parties: [...parties, newPerson(freeId(parties), '')] })}
      >
        {texts.add}
      </button>
    </>
  )
}

function newPerson(id: string, name: string): Person {
  return { kind: 'person', id, name, identityNumber: '', phone: '' }
}

function freeId(parties: readonly Party[]): string {
  let number = parties.length + 1
  while (parties.some(({ id }) => id === `p${number}`)) number += 1
  return `p${number}`
}

interface PersonProps {
  readonly person: Person
  readonly place: number
  readonly own: boolean
  readonly faults: StepProps['faults']
  readonly write: (part: Partial<Person>) => void
  readonly remove: (() => void) | undefined
}

function PersonFields({ person, place, own, faults, write, remove }: PersonProps) {
  const { people: texts } = useRegistrationTexts()
  const path = `parties.${place}`
  const title = `${texts.person(place + 1)}${own ? texts.me : ''}`
  return (
    <fieldset className="sheet" id={path}>
      <legend className="label">{title}</legend>
      {faultOf(faults, path) !== undefined && <span className="fault">{faultOf(faults, path)}</span>}
      <TextField
        id={`${path}.name`}
        label={texts.name}
        fault={faultOf(faults, `${path}.name`)}
        value={person.name}
        onChange={(name) => write({ name })}
        input={{ autoComplete: own ? 'name' : 'off' }}
      />
      <TextField
        id={`${path}.identityNumber`}
        label={texts.identityNumber}
        fault={faultOf(faults, `${path}.identityNumber`)}
        value={person.identityNumber}
        onChange={(value) => write({ identityNumber: value.trim().toUpperCase() })}
        input={{ autoComplete: 'off', maxLength: 18, spellCheck: false }}
      />
      <TextField
        id={`${path}.phone`}
        label={texts.phone}
        hint={texts.phoneHint}
        fault={faultOf(faults, `${path}.phone`)}
        value={person.phone}
        onChange={(value) => write({ phone: value.trim() })}
        input={{ inputMode: 'tel', autoComplete: own ? 'tel' : 'off', maxLength: 11 }}
      />
      {remove !== undefined && (
        <button className="text-button" type="button" onClick={remove}>
          {texts.remove}
        </button>
      )}
    </fieldset>
  )
}

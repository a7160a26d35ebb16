/**
 * Everybody the application names, once each.
 */

import { type ApplicationDraft, freshPartyKey, withoutParty } from '@guanjia/core/registration'
import { useEffect } from 'react'
import { useApi } from '../../../api/use-api.ts'
import { useRegistrationTexts } from '../../../texts/use-registration-texts.ts'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { faultOf, type StepProps } from './step-props.ts'

type Party = NonNullable<StepProps['open']['answers']['parties']>[number]
type Person = Extract<Party, { kind: 'person' }>
type Company = Extract<Party, { kind: 'company' }>

export function PeopleStep({ open, faults }: StepProps) {
  const { people: texts } = useRegistrationTexts()
  const { answers, change } = open
  const session = useApi('GET /api/session')
  const ownName = session.state === 'ready' && session.value.signedIn ? session.value.name : ''
  const parties = answers.parties ?? []
  useEffect(() => {
    if (parties.length === 0) change({ parties: [newPerson('p1', ownName)] })
  }, [parties.length, ownName, change])
  const write = (place: number, part: Partial<Person> | Partial<Company>) =>
    change({ parties: parties.map((party, at) => (at === place ? ({ ...party, ...part } as Party) : party)) })
  const leave = (id: string) => change(withoutParty(answers as ApplicationDraft, id) as typeof answers)
  return (
    <>
      <p className="hint">{answers.kind === 'IND' ? texts.businessHint : texts.hint}</p>
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
            remove={parties.length > 1 ? () => leave(party.id) : undefined}
          />
        ) : (
          <CompanyFields
            key={party.id}
            company={party}
            place={place}
            people={parties.filter(({ kind }) => kind === 'person')}
            faults={faults}
            write={(part) => write(place, part)}
            remove={() => leave(party.id)}
          />
        ),
      )}
      <AddButtons answers={answers} change={change} />
    </>
  )
}

interface AddProps {
  readonly answers: StepProps['open']['answers']
  readonly change: StepProps['open']['change']
}

function AddButtons({ answers, change }: AddProps) {
  const { people: texts } = useRegistrationTexts()
  const parties = answers.parties ?? []
  const add = (party: Party) => change({ parties: [...parties, party] })
  return (
    <>
      <button
        className="button quiet"
        type="button"
        onClick={() => add(newPerson(freshPartyKey(parties, 'person'), ''))}
      >
        {texts.add}
      </button>
      {answers.kind === 'LLC' && (
        <button className="button quiet" type="button" onClick={() => add(newCompany(parties))}>
          {texts.addCompany}
        </button>
      )}
    </>
  )
}

function newPerson(id: string, name: string): Person {
  return { kind: 'person', id, name, identityNumber: '', phone: '' }
}

function newCompany(parties: readonly Party[]): Company {
  const signedBy = parties.find(({ kind }) => kind === 'person')?.id ?? ''
  return { kind: 'company', id: freshPartyKey(parties, 'company'), name: '', unifiedCode: '', signedBy }
}

interface CompanyProps {
  readonly company: Company
  readonly place: number
  readonly people: readonly Party[]
  readonly faults: StepProps['faults']
  readonly write: (part: Partial<Company>) => void
  readonly remove: () => void
}

/** A company that holds shares, and who signs for it. */
function CompanyFields({ company, place, people, faults, write, remove }: CompanyProps) {
  const { people: texts } = useRegistrationTexts()
  const path = `parties.${place}`
  return (
    <fieldset className="sheet" id={path}>
      <legend className="label">{texts.company}</legend>
      {faultOf(faults, path) !== undefined && <span className="fault">{faultOf(faults, path)}</span>}
      <TextField
        id={`${path}.name`}
        label={texts.companyName}
        fault={faultOf(faults, `${path}.name`)}
        value={company.name}
        onChange={(name) => write({ name })}
        input={{ autoComplete: 'off', lang: 'zh-CN' }}
      />
      <TextField
        id={`${path}.unifiedCode`}
        label={texts.unifiedCode}
        fault={faultOf(faults, `${path}.unifiedCode`)}
        value={company.unifiedCode}
        onChange={(value) => write({ unifiedCode: value.trim().toUpperCase() })}
        input={{ autoComplete: 'off', maxLength: 18, spellCheck: false }}
      />
      <SelectField
        id={`${path}.signedBy`}
        label={texts.signedBy}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        fault={faultOf(faults, `${path}.signedBy`)}
        value={company.signedBy}
        unchosen={texts.nobody}
        onChange={(signedBy) => write({ signedBy })}
      />
      <button className="text-button" type="button" onClick={remove}>
        {texts.removeCompany}
      </button>
    </fieldset>
  )
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

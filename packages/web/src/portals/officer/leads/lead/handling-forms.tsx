/**
 * Coding a lead, and proposing how it is disposed of.
 */

import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { leadsTexts } from '../../../../texts/leads-zh-cn.ts'
import { Unconfirmed } from '../../../../ui/unconfirmed.tsx'
import { BusyButton } from '../../case-parts/busy-button.tsx'
import { SelectField } from '../select-field.tsx'
import type { Choices, Doing, LeadAct, OpenedLead } from './opened-lead.ts'

const texts = leadsTexts.handling

type Handling = OpenedLead['handling']
type Proposal = Extract<LeadAct, { readonly type: 'propose' }>

interface CodingProps extends Doing {
  readonly choices: Choices
  readonly coding: Handling['coding']
}

export function CodingForm({ choices, coding, act, run }: CodingProps) {
  const [types, setTypes] = useState<readonly string[]>(coding?.types ?? [])
  const [field, setField] = useState(coding?.field ?? '')
  const [department, setDepartment] = useState(coding?.department ?? '')
  return (
    <div className="lead-form">
      <h3>{texts.coding}</h3>
      <p className="lead-hint">{texts.codingLead}</p>
      <fieldset className="lead-types">
        <legend>
          {texts.types} <Unconfirmed mark={choices.areTypesUnconfirmed ? 'U' : 'S'} />
        </legend>
        <Checkbox.Group
          options={choices.types.map(({ id, name }) => ({ value: id, label: name }))}
          value={[...types]}
          onChange={setTypes}
        />
      </fieldset>
      <SelectField
        id="field"
        label={texts.field}
        value={field}
        options={choices.fields}
        placeholder={texts.choose}
        onChange={setField}
      />
      <SelectField
        id="department"
        label={texts.department}
        value={department}
        options={choices.departments}
        placeholder={texts.choose}
        onChange={setDepartment}
      />
      <BusyButton
        busy={act.busy}
        disabled={field === '' || department === ''}
        onClick={() => run({ type: 'code', coding: { types: [...types], field, department } })}
      >
        {texts.code}
      </BusyButton>
    </div>
  )
}

interface ProposalProps extends Doing {
  readonly choices: Choices
  readonly handling: Handling
}

export function ProposalForm({ choices, handling, act, run }: ProposalProps) {
  const [disposition, setDisposition] = useState('')
  const [finding, setFinding] = useState('')
  const isEnd = disposition === 'concluded'
  const propose = () =>
    run({
      type: 'propose',
      disposition: disposition as Proposal['disposition'],
      finding: isEnd ? (finding as Proposal['finding']) : null,
    })
  return (
    <div className="lead-form">
      <h3>{texts.propose}</h3>
      <SelectField
        id="disposition"
        label={texts.disposition}
        value={disposition}
        options={choices.dispositions}
        placeholder={texts.choose}
        onChange={setDisposition}
      />
      {isEnd && (
        <SelectField
          id="finding"
          label={texts.finding}
          value={finding}
          options={choices.findings}
          placeholder={texts.choose}
          onChange={setFinding}
        />
      )}
      <div className="act-buttons">
        <BusyButton
          type="primary"
          busy={act.busy}
          disabled={disposition === '' || (isEnd && finding === '')}
          onClick={propose}
        >
          {texts.submit}
        </BusyButton>
        {handling.situation === 'transferred' && (
          <Button disabled={act.busy} onClick={() => run({ type: 'send-on' })}>
            {texts.sendOn}
          </Button>
        )}
      </div>
    </div>
  )
}

/**
 * Opening a joint inspection: why, on what ground, over what, when, by whom, and by which list.
 */

import { Select } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { inspectionsTexts as texts } from '../../../../texts/inspections-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit, WordsField } from '../../department/acts/act-fields.tsx'
import { Folded, Pick } from '../fields.tsx'
import type { InspectionListing } from './inspection-shown.ts'

interface OpenProps {
  readonly choices: InspectionListing['choices']
  readonly again: () => void
}

export function OpenInspection({ choices, again }: OpenProps) {
  return (
    <Folded label={texts.open} hide={texts.hide}>
      {(fold) => (
        <OpenForm
          choices={choices}
          again={() => {
            fold()
            again()
          }}
        />
      )}
    </Folded>
  )
}

const blank = {
  name: '',
  purpose: '',
  basis: '',
  from: '',
  until: '',
  items: '',
  parks: [] as readonly string[],
  units: [] as readonly string[],
  projects: [] as readonly string[],
  members: [] as readonly string[],
}

type Draft = typeof blank

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function bodyOf({ parks, units, projects, members, items, ...draft }: Draft) {
  return {
    ...draft,
    scope: { parks: [...parks], units: [...units], projects: [...projects] },
    members: [...members],
    items: linesOf(items),
  }
}

/** Whether anything that has to be there is not. */
function isUnfinished({ parks, units, projects, members, ...written }: Draft): boolean {
  const isBlank = Object.values(written).some((value) => value.trim() === '')
  return isBlank || members.length === 0 || parks.length + units.length + projects.length === 0
}

function OpenForm({ choices, again }: OpenProps) {
  const [draft, setDraft] = useState(blank)
  const act = useCaseAct()
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  async function open() {
    const done = await act.run(() => call('POST /api/supervision/inspections', { body: bodyOf(draft) }))
    if (done !== undefined) again()
  }
  return (
    <>
      <What draft={draft} change={change} />
      <Where draft={draft} change={change} choices={choices} />
      <By draft={draft} change={change} choices={choices} />
      <Submit act={act} label={texts.begin} disabled={isUnfinished(draft)} onSubmit={() => void open()} />
    </>
  )
}

interface PartProps {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
}

function What({ draft, change }: PartProps) {
  return (
    <>
      <div className="supervision-columns">
        <LineField
          id="inspection-name"
          label={texts.name}
          value={draft.name}
          onChange={(name) => change({ name })}
        />
        <LineField
          id="inspection-from"
          type="date"
          label={texts.from}
          value={draft.from}
          onChange={(from) => change({ from })}
        />
        <LineField
          id="inspection-until"
          type="date"
          label={texts.until}
          value={draft.until}
          onChange={(until) => change({ until })}
        />
      </div>
      <div className="supervision-columns">
        <WordsField
          id="inspection-purpose"
          label={texts.purpose}
          rows={2}
          value={draft.purpose}
          onChange={(purpose) => change({ purpose })}
        />
        <WordsField
          id="inspection-basis"
          label={texts.basis}
          rows={2}
          value={draft.basis}
          onChange={(basis) => change({ basis })}
        />
      </div>
    </>
  )
}

function Where({ draft, change, choices }: PartProps & Choosing) {
  return (
    <fieldset className="task-side">
      <legend>{texts.scope}</legend>
      <div className="supervision-columns">
        <Several
          id="inspection-parks"
          label={texts.parks}
          chosen={draft.parks}
          options={choices.parks.map((park) => ({ id: park, name: park }))}
          onChange={(parks) => change({ parks })}
        />
        <Several
          id="inspection-units"
          label={texts.units}
          chosen={draft.units}
          options={choices.units}
          onChange={(units) => change({ units })}
        />
        <Several
          id="inspection-projects"
          label={texts.projects}
          chosen={draft.projects}
          options={choices.projects}
          onChange={(projects) => change({ projects })}
        />
      </div>
    </fieldset>
  )
}

interface Choosing {
  readonly choices: InspectionListing['choices']
}

function By({ draft, change, choices }: PartProps & Choosing) {
  const [template, setTemplate] = useState('')
  function use(id: string) {
    setTemplate(id)
    const items = choices.checklists.find((list) => list.id === id)?.items ?? []
    change({ items: [...linesOf(draft.items), ...items].join('\n') })
  }
  return (
    <>
      <div className="supervision-columns">
        <Several
          id="inspection-members"
          label={texts.members}
          chosen={draft.members}
          options={choices.members}
          onChange={(members) => change({ members })}
        />
        <Pick
          label={texts.checklist}
          none={texts.choose}
          value={template}
          options={choices.checklists}
          onChange={use}
        />
      </div>
      <WordsField
        id="inspection-items"
        label={texts.items}
        rows={5}
        value={draft.items}
        onChange={(items) => change({ items })}
      />
    </>
  )
}

interface SeveralProps {
  readonly id: string
  readonly label: string
  readonly chosen: readonly string[]
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** A choice of several from a list that may be long. */
function Several({ id, label, chosen, options, onChange }: SeveralProps) {
  return (
    <div className="act-field inspection-several">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        mode="multiple"
        allowClear
        optionFilterProp="label"
        value={[...chosen]}
        options={options.map((option) => ({ value: option.id, label: option.name }))}
        onChange={(next) => onChange(next)}
      />
    </div>
  )
}

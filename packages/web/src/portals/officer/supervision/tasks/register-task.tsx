/**
 * Entering a task: what, from where, by when, and both duties.
 */

import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { supervisionTexts } from '../../../../texts/supervision-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit, WordsField } from '../../department/acts/act-fields.tsx'
import { Folded, Pick } from '../fields.tsx'
import type { TaskLedger } from './task-shown.ts'

const texts = supervisionTexts.tasks
/** Both sides, in the order in which they are shown. */
export const lists = ['territorial', 'departmental'] as const
type List = (typeof lists)[number]

interface RegisterProps {
  readonly ledger: TaskLedger
  readonly again: () => void
}

export function RegisterTask({ ledger, again }: RegisterProps) {
  return (
    <Folded label={texts.register} hide={texts.hide}>
      {(fold) => (
        <TaskForm
          ledger={ledger}
          onDone={() => {
            fold()
            again()
          }}
        />
      )}
    </Folded>
  )
}

/** What one side answers for, as it is being written. */
export interface Side {
  readonly unit: string
  readonly answerable: string
  readonly duty: string
}

interface Draft extends Readonly<Record<List, Side>> {
  readonly text: string
  readonly source: string
  readonly sourceNote: string
  readonly dueOn: string
  readonly leadUnit: string
  readonly company: string
}

export const noSide: Side = { unit: '', answerable: '', duty: '' }
const blank: Draft = {
  text: '',
  source: '',
  sourceNote: '',
  dueOn: '',
  leadUnit: '',
  company: '',
  territorial: noSide,
  departmental: noSide,
}

function bodyOf({ sourceNote, company, territorial, departmental, ...draft }: Draft) {
  const sides = { territorial, departmental }
  return {
    ...draft,
    ...(sourceNote.trim() === '' ? {} : { sourceNote }),
    ...(company.trim() === '' ? {} : { company }),
    duties: lists.filter((list) => sides[list].unit !== '').map((list) => ({ list, ...sides[list] })),
  }
}

function TaskForm({ ledger, onDone }: { readonly ledger: TaskLedger; readonly onDone: () => void }) {
  const [draft, setDraft] = useState(blank)
  const act = useCaseAct()
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  async function enter() {
    const done = await act.run(() => call('POST /api/supervision/tasks', { body: bodyOf(draft) }))
    if (done !== undefined) onDone()
  }
  const { text, source, dueOn, leadUnit } = draft
  return (
    <>
      <Matter ledger={ledger} draft={draft} change={change} />
      <div className="supervision-columns">
        {lists.map((list) => (
          <SideFields
            key={list}
            list={list}
            choices={ledger.choices}
            side={draft[list]}
            onChange={(side) => change({ [list]: side })}
          />
        ))}
      </div>
      <p className="supervision-hint">{texts.both}</p>
      <Submit
        act={act}
        label={texts.enter}
        disabled={[text.trim(), source, dueOn, leadUnit].includes('')}
        onSubmit={() => void enter()}
      />
    </>
  )
}

interface MatterProps {
  readonly ledger: TaskLedger
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
}

function Matter({ ledger, draft, change }: MatterProps) {
  const { text, source, dueOn, leadUnit } = draft
  return (
    <>
      <WordsField
        id="task-text"
        label={texts.text}
        rows={2}
        value={text}
        onChange={(next) => change({ text: next })}
      />
      <div className="supervision-columns">
        <Pick
          label={texts.source}
          none={texts.choose}
          value={source}
          options={ledger.sources}
          onChange={(next) => change({ source: next })}
        />
        <LineField
          id="task-note"
          label={texts.sourceNote}
          value={draft.sourceNote}
          onChange={(next) => change({ sourceNote: next })}
        />
        <LineField
          id="task-due"
          type="date"
          label={texts.dueDay}
          value={dueOn}
          onChange={(next) => change({ dueOn: next })}
        />
        <Pick
          label={texts.leadUnit}
          none={texts.choose}
          value={leadUnit}
          options={ledger.choices}
          onChange={(next) => change({ leadUnit: next })}
        />
        <LineField
          id="task-company"
          label={texts.company}
          value={draft.company}
          onChange={(next) => change({ company: next })}
        />
      </div>
    </>
  )
}

interface SideProps {
  readonly list: List
  readonly choices: TaskLedger['choices']
  readonly side: Side
  readonly onChange: (side: Side) => void
}

export function SideFields({ list, choices, side, onChange }: SideProps) {
  const units = choices.filter((choice) => choice.list === list)
  return (
    <fieldset className="task-side">
      <legend>{texts[list]}</legend>
      <Pick
        label={texts.unit}
        none={texts.choose}
        value={side.unit}
        options={units}
        onChange={(unit) => onChange({ ...side, unit })}
      />
      <LineField
        id={`${list}-answerable`}
        label={texts.answerable}
        value={side.answerable}
        onChange={(answerable) => onChange({ ...side, answerable })}
      />
      <WordsField
        id={`${list}-duty`}
        label={texts.duty}
        rows={2}
        value={side.duty}
        onChange={(duty) => onChange({ ...side, duty })}
      />
    </fieldset>
  )
}

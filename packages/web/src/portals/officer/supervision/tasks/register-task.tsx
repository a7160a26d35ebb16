/**
 * Entering a task: what, from where, by when, and both duties.
 */

import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { supervisionTexts } from '../../../../texts/supervision-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit, WordsField } from '../../department/acts/act-fields.tsx'
import { Folded, Pick } from '../fields.tsx'
import { type Duties, DutyFields, dutiesGiven, noDuties } from './duty-fields.tsx'
import type { TaskLedger } from './task-shown.ts'

const texts = supervisionTexts.tasks

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

interface Draft {
  readonly text: string
  readonly source: string
  readonly sourceNote: string
  readonly dueOn: string
  readonly leadUnit: string
  readonly company: string
  readonly duties: Duties
}

const blank: Draft = {
  text: '',
  source: '',
  sourceNote: '',
  dueOn: '',
  leadUnit: '',
  company: '',
  duties: noDuties,
}

function bodyOf({ sourceNote, company, duties, ...draft }: Draft) {
  return {
    ...draft,
    ...(sourceNote.trim() === '' ? {} : { sourceNote }),
    ...(company.trim() === '' ? {} : { company }),
    duties: dutiesGiven(duties),
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
      <DutyFields choices={ledger.choices} duties={draft.duties} onChange={(duties) => change({ duties })} />
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

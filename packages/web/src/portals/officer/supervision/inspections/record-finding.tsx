/**
 * Recording a finding: where, what, the evidence, the grade, and both duties of the task that it becomes.
 */

import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { inspectionsTexts } from '../../../../texts/inspections-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit, WordsField } from '../../department/acts/act-fields.tsx'
import { Pick } from '../fields.tsx'
import { DutyFields, dutiesGiven, noDuties } from '../tasks/duty-fields.tsx'
import type { InspectionShown } from './inspection-shown.ts'

const texts = inspectionsTexts.page
const blank = { place: '', words: '', document: '', grade: '', dueOn: '', leadUnit: '' }

interface RecordProps {
  readonly id: string
  readonly desk: NonNullable<InspectionShown['desk']>
  readonly again: () => void
}

export function RecordFinding({ id, desk, again }: RecordProps) {
  const [draft, setDraft] = useState(blank)
  const [duties, setDuties] = useState(noDuties)
  const act = useCaseAct()
  const set = (name: keyof typeof blank) => (value: string) => setDraft({ ...draft, [name]: value })
  async function record() {
    const body = { ...draft, duties: dutiesGiven(duties) }
    const done = await act.run(() =>
      call('POST /api/supervision/inspections/:id/findings', { params: { id }, body }),
    )
    if (done === undefined) return
    setDraft(blank)
    setDuties(noDuties)
    again()
  }
  return (
    <details className="inspection-act">
      <summary>{texts.record}</summary>
      <Matter draft={draft} set={set} desk={desk} />
      <DutyFields choices={desk.units} duties={duties} onChange={setDuties} />
      <p className="supervision-hint">{texts.both}</p>
      <Submit
        act={act}
        label={texts.enter}
        disabled={Object.values(draft).some((value) => value.trim() === '')}
        onSubmit={() => void record()}
      />
    </details>
  )
}

interface MatterProps {
  readonly draft: typeof blank
  readonly set: (name: keyof typeof blank) => (value: string) => void
  readonly desk: RecordProps['desk']
}

function Matter({ draft, set, desk }: MatterProps) {
  return (
    <>
      <WordsField
        id="finding-words"
        label={texts.words}
        rows={2}
        value={draft.words}
        onChange={set('words')}
      />
      <div className="supervision-columns">
        <LineField id="finding-place" label={texts.where} value={draft.place} onChange={set('place')} />
        <LineField
          id="finding-document"
          label={texts.document}
          value={draft.document}
          onChange={set('document')}
        />
        <Pick
          label={texts.grade}
          none={inspectionsTexts.choose}
          value={draft.grade}
          options={desk.grades}
          onChange={set('grade')}
        />
        <LineField
          id="finding-due"
          type="date"
          label={texts.dueDay}
          value={draft.dueOn}
          onChange={set('dueOn')}
        />
        <Pick
          label={texts.leadUnit}
          none={inspectionsTexts.choose}
          value={draft.leadUnit}
          options={desk.units}
          onChange={set('leadUnit')}
        />
      </div>
    </>
  )
}

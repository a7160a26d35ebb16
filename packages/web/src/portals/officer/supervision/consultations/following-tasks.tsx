/**
 * The tasks that follow from a signed conclusion, and entering one with both its duties.
 */

import { useState } from 'react'
import { Link } from 'wouter'
import { call } from '../../../../api/call.ts'
import { consultationsTexts } from '../../../../texts/consultations-zh-cn.ts'
import { supervisionTexts } from '../../../../texts/supervision-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit, WordsField } from '../../department/acts/act-fields.tsx'
import { Pick } from '../fields.tsx'
import { DutyFields, dutiesGiven, noDuties } from '../tasks/duty-fields.tsx'
import type { ConsultationShown } from './consultation-shown.ts'

const texts = consultationsTexts.page
const blank = { text: '', dueOn: '', leadUnit: '' }

interface TasksProps {
  readonly shown: ConsultationShown
  readonly again: () => void
}

export function FollowingTasks({ shown, again }: TasksProps) {
  const { tasks, may } = shown
  return (
    <section className="light-section">
      <h2>{texts.tasks}</h2>
      {tasks.length === 0 && (
        <p className="supervision-hint">
          {shown.row.state === 'concluded' ? texts.noTaskYet : texts.noTasks}
        </p>
      )}
      <ul className="light-lines">
        {tasks.map(({ id, number, text, state, dueOn }) => (
          <li key={id}>
            <Link href={`/work/supervision/tasks/${id}`}>{number}</Link>　{text}　
            {supervisionTexts.tasks.states[state]}　{dayText(dueOn)}
          </li>
        ))}
      </ul>
      {may.enter && <Enter key={tasks.length} shown={shown} again={again} />}
    </section>
  )
}

function Enter({ shown: { row, units }, again }: TasksProps) {
  const [draft, setDraft] = useState(blank)
  const [duties, setDuties] = useState(noDuties)
  const act = useCaseAct()
  const set = (name: keyof typeof blank) => (value: string) => setDraft({ ...draft, [name]: value })
  async function enter() {
    const done = await act.run(() =>
      call('POST /api/supervision/consultations/:id/tasks', {
        params: { id: row.id },
        body: { ...draft, duties: dutiesGiven(duties) },
      }),
    )
    if (done !== undefined) again()
  }
  return (
    <details className="consultation-act">
      <summary>{texts.enter}</summary>
      <Matter draft={draft} set={set} units={units} />
      <DutyFields choices={units} duties={duties} onChange={setDuties} />
      <Submit
        act={act}
        label={texts.save}
        disabled={Object.values(draft).some((value) => value.trim() === '')}
        onSubmit={() => void enter()}
      />
    </details>
  )
}

interface MatterProps {
  readonly draft: typeof blank
  readonly set: (name: keyof typeof blank) => (value: string) => void
  readonly units: ConsultationShown['units']
}

function Matter({ draft, set, units }: MatterProps) {
  return (
    <>
      <WordsField
        id="consultation-task"
        label={texts.task}
        rows={2}
        value={draft.text}
        onChange={set('text')}
      />
      <div className="supervision-columns">
        <LineField
          id="consultation-due"
          type="date"
          label={texts.dueDay}
          value={draft.dueOn}
          onChange={set('dueOn')}
        />
        <Pick
          label={texts.leadUnit}
          none={consultationsTexts.choose}
          value={draft.leadUnit}
          options={units}
          onChange={set('leadUnit')}
        />
      </div>
    </>
  )
}

/**
 * The days that a project plans for its own work, and back to the usual ones.
 */

import { type FormEvent, useState } from 'react'
import { call } from '../../../api/call.ts'
import { TextField } from '../../../ui/field.tsx'
import { useProblemText } from '../../../ui/use-problem-text.ts'
import { useProjectTexts } from '../use-project-texts.ts'
import type { ShownStep } from './step-shown.ts'

export function OwnDays({ projectId, step, again }: ShownStep) {
  const { step: texts } = useProjectTexts()
  const problemText = useProblemText()
  const { value, standard, unit, isDefault } = step.days
  const [written, write] = useState(String(value))
  const [fault, setFault] = useState<string>()
  const [saved, setSaved] = useState<number>()

  async function keep(days: number | null) {
    const made = await call('POST /api/projects/:id/plans', {
      params: { id: projectId },
      body: { durations: { [step.id]: days } },
    })
    if (!made.ok) return setFault(problemText(made.problem))
    setFault(undefined)
    setSaved(made.value.version)
    if (days === null) write(String(standard))
    again()
  }
  function send(event: FormEvent) {
    event.preventDefault()
    const days = Number(written.normalize('NFKC').trim() || Number.NaN)
    if (Number.isInteger(days) && days >= 0 && days <= 3000) void keep(days)
    else setFault(texts.wrongDays)
  }
  return (
    <form className="sheet" onSubmit={send} noValidate>
      <TextField
        id="own-days"
        label={texts.own}
        hint={texts.ownHint(`${standard} ${texts.days[unit]}`)}
        fault={fault}
        value={written}
        onChange={write}
        input={{ inputMode: 'numeric', autoComplete: 'off' }}
        suffix={texts.days[unit]}
        short
      />
      <div className="actions">
        <button className="button" type="submit">
          {texts.save}
        </button>
        {!isDefault && (
          <button className="button quiet" type="button" onClick={() => void keep(null)}>
            {texts.reset}
          </button>
        )}
      </div>
      <p className="apart" role="status">
        {saved !== undefined && texts.saved(String(saved))}
      </p>
    </form>
  )
}

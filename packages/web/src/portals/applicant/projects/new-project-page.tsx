/**
 * Where a project begins: its name and kind; or another day, where the questions were left.
 */

import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { questionAddress, topicAfter, useQuestionTexts } from '../../../features/projects/index.ts'
import { useLink } from '../../../page.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { type FieldFaultText, TextField } from '../../../ui/field.tsx'
import { Awaited, signInAddress } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { useProblemText } from '../../../ui/use-problem-text.ts'
import { Words } from '../../../ui/words.tsx'
import '../../../ui/questions.css'

export function NewProjectPage() {
  const { begin } = useQuestionTexts()
  const session = useApi('GET /api/session')
  const [faults, setFaults] = useState<readonly FieldFaultText[]>([])
  const [attempt, setAttempt] = useState(0)
  // kept up here: what was typed outlives the form below, which waits for answers of the house
  const [name, setName] = useState('')
  function fail(found: readonly FieldFaultText[]) {
    setFaults(found)
    setAttempt(attempt + 1)
  }
  return (
    <Shell back="/build">
      <ErrorSummary faults={faults} attempt={attempt} />
      <Title faulty={faults.length > 0}>{begin.title}</Title>
      <p className="lead">{begin.lead}</p>
      <Awaited reading={session}>
        {({ signedIn }) =>
          signedIn ? (
            <Begin name={name} onName={setName} faults={faults} fail={fail} />
          ) : (
            <p>
              <a className="button" href={signInAddress()}>
                {begin.signIn}
              </a>
            </p>
          )
        }
      </Awaited>
      <p className="hint">{begin.safe}</p>
    </Shell>
  )
}

interface BeginProps {
  readonly name: string
  readonly onName: (name: string) => void
  readonly faults: readonly FieldFaultText[]
  readonly fail: (faults: readonly FieldFaultText[]) => void
}

function Begin({ name, onName, faults, fail }: BeginProps) {
  const { begin } = useQuestionTexts()
  const link = useLink()
  const problemText = useProblemText()
  const [, navigate] = useLocation()
  const kinds = useApi('GET /api/projects/kinds')
  const [busy, setBusy] = useState(false)
  async function open(kind: string) {
    if ([...name.trim()].length < 2) return fail([{ field: 'name', text: begin.nameMissing }])
    setBusy(true)
    const made = await call('POST /api/projects', { body: { name: name.trim(), kind } })
    const id = made.ok ? made.value.id : ''
    const asked = made.ok ? await call('GET /api/projects/:id/questions', { params: { id } }) : made
    setBusy(false)
    if (!asked.ok) return fail([{ field: 'name', text: problemText(asked.problem) }])
    navigate(link(questionAddress(id, topicAfter(asked.value.questions, undefined))))
  }
  return (
    <>
      <Unfinished />
      <TextField
        id="name"
        label={begin.name}
        hint={begin.nameHint}
        fault={faults.find(({ field }) => field === 'name')?.text}
        value={name}
        onChange={onName}
        input={{ maxLength: 100, autoComplete: 'off' }}
      />
      <Awaited reading={kinds}>
        {(list) => (
          <fieldset className="field">
            <legend>{begin.kind}</legend>
            <span className="hint">{begin.kindHint}</span>
            <div className="answer-buttons two">
              {list.kinds.map((kind) => (
                <button
                  key={kind.id}
                  className="answer"
                  type="button"
                  disabled={busy}
                  onClick={() => void open(kind.id)}
                >
                  <span className="answer-name">{kind.name}</span>
                </button>
              ))}
            </div>
          </fieldset>
        )}
      </Awaited>
    </>
  )
}

/** Projects whose first plan is not drawn yet. */
function Unfinished() {
  const { begin } = useQuestionTexts()
  const link = useLink()
  const reading = useApi('GET /api/projects')
  if (reading.state !== 'ready') return null
  const open = reading.value.projects.filter(({ plan, state }) => plan === null && state === 'active')
  if (open.length === 0) return null
  return (
    <div className="notice">
      <p>
        <strong>{begin.unfinished}</strong>
      </p>
      <ul>
        {open.slice(0, 3).map(({ id, name, number }) => (
          <li key={id}>
            <Link href={link(questionAddress(id, 'resume'))}>
              <Words>{name}</Words>
            </Link>{' '}
            <small>{number}</small>
          </li>
        ))}
      </ul>
    </div>
  )
}

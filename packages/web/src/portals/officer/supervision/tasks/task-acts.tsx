/**
 * What whoever looks may do with a task now.
 */

import { Button } from 'antd'
import { useState } from 'react'
import { type Called, call } from '../../../../api/call.ts'
import { supervisionTexts } from '../../../../texts/supervision-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit, WordsField } from '../../department/acts/act-fields.tsx'
import type { TaskShown } from './task-shown.ts'

const texts = supervisionTexts.task

interface ActsProps {
  readonly shown: TaskShown
  readonly again: () => void
}

export function TaskActs({ shown, again }: ActsProps) {
  const { state } = shown.row
  return (
    <section className="light-section">
      <h2>{texts.next}</h2>
      <p>{texts.waits[state]}</p>
      <Form shown={shown} again={again} />
    </section>
  )
}

function Form({ shown, again }: ActsProps) {
  const { row, may } = shown
  const props = { id: row.id, again }
  switch (row.state) {
    case 'split':
    case 'running':
      return may.report ? <Report {...props} isRunning={row.state === 'running'} /> : null
    case 'closing-requested':
      return may.verify ? (
        <Check {...props} label={texts.finding} yes={texts.verify} no={texts.sendBack} step="verification" />
      ) : null
    case 'verified':
      return may.check ? <Look shown={shown} again={again} /> : null
    case 'closed':
      return may.check ? <Recur {...props} /> : null
  }
}

/** The company is heard first, where there is one; then the supervisor looks. */
function Look({ shown: { row, companyConfirmed }, again }: ActsProps) {
  const props = { id: row.id, again }
  return row.company !== null && !companyConfirmed ? (
    <Check
      key="company"
      {...props}
      label={texts.heard}
      yes={texts.confirmYes}
      no={texts.confirmNo}
      step="company"
    />
  ) : (
    <Check
      key="closing"
      {...props}
      label={texts.check}
      yes={texts.close}
      no={texts.sendBack}
      step="closing"
    />
  )
}

interface StepProps {
  readonly id: string
  readonly again: () => void
}

function useStep(again: () => void) {
  const act = useCaseAct()
  const take = async (step: () => Promise<Called<unknown>>) => {
    if ((await act.run(step)) !== undefined) again()
  }
  return { act, take }
}

function Report({ id, again, isRunning }: StepProps & { readonly isRunning: boolean }) {
  const [words, setWords] = useState('')
  const [evidence, setEvidence] = useState('')
  const { act, take } = useStep(again)
  const params = { id }
  const lines = evidence
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const isShort = words.trim().length < 2
  return (
    <>
      <WordsField id="task-words" label={texts.words} value={words} onChange={setWords} />
      {isRunning && (
        <WordsField
          id="task-evidence"
          label={texts.evidenceField}
          rows={2}
          value={evidence}
          onChange={setEvidence}
        />
      )}
      <Submit
        act={act}
        label={texts.report}
        disabled={isShort}
        onSubmit={() =>
          void take(() => call('POST /api/supervision/tasks/:id/reports', { params, body: { words } }))
        }
      >
        {isRunning && (
          <Button
            disabled={act.busy || isShort}
            onClick={() =>
              void take(() =>
                call('POST /api/supervision/tasks/:id/closing-request', {
                  params,
                  body: { words, evidence: lines },
                }),
              )
            }
          >
            {texts.request}
          </Button>
        )}
      </Submit>
    </>
  )
}

interface CheckProps extends StepProps {
  readonly label: string
  readonly yes: string
  readonly no: string
  readonly step: 'verification' | 'company' | 'closing'
}

function Check({ id, again, label, yes, no, step }: CheckProps) {
  const [words, setWords] = useState('')
  const { act, take } = useStep(again)
  const isShort = words.trim().length < 2
  const send = (passed: boolean) =>
    void take(() =>
      call(`POST /api/supervision/tasks/:id/${step}`, { params: { id }, body: { passed, words } }),
    )
  return (
    <>
      <WordsField id="task-check" label={label} value={words} onChange={setWords} />
      <Submit act={act} label={yes} disabled={isShort} onSubmit={() => send(true)}>
        <Button disabled={act.busy || isShort} onClick={() => send(false)}>
          {no}
        </Button>
      </Submit>
    </>
  )
}

function Recur({ id, again }: StepProps) {
  const [words, setWords] = useState('')
  const [dueOn, setDueOn] = useState('')
  const { act, take } = useStep(again)
  return (
    <>
      <WordsField id="task-recur" label={texts.recurWords} value={words} onChange={setWords} />
      <LineField id="task-recur-due" type="date" label={texts.newDue} value={dueOn} onChange={setDueOn} />
      <Submit
        act={act}
        label={texts.recur}
        disabled={words.trim().length < 2 || dueOn === ''}
        onSubmit={() =>
          void take(() =>
            call('POST /api/supervision/tasks/:id/recurrence', { params: { id }, body: { words, dueOn } }),
          )
        }
      />
    </>
  )
}

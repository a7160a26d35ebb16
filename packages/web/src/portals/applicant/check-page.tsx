/**
 * Check your answers: everything on one page, each with a way back, and what the automatic checks would say now.
 */

import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { type CallOutput, call } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import {
  AnswerList,
  FailedChecks,
  flowAddress,
  stepTitle,
  useFaultText,
  Withdrawal,
} from '../../features/registration/index.ts'
import { useLink } from '../../page.tsx'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import type { FieldFaultText } from '../../ui/field.tsx'
import { Awaited } from '../../ui/reading.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'
import { useProblemText } from '../../ui/use-problem-text.ts'

type Checked = CallOutput<'POST /api/registration/applications/:id/check'>
type Application = CallOutput<'GET /api/registration/applications/:id'>

export function CheckPage() {
  const id = new URLSearchParams(useSearch()).get('id') ?? ''
  const reading = useApi('GET /api/registration/applications/:id', { params: { id } })
  return (
    <Shell>
      <Awaited reading={reading}>{(application) => <Answers application={application} />}</Awaited>
    </Shell>
  )
}

function Answers({ application }: { readonly application: Application }) {
  const texts = useRegistrationTexts()
  const link = useLink()
  const problemText = useProblemText()
  const faultText = useFaultText()
  const [, navigate] = useLocation()
  const [checked, setChecked] = useState<Checked>()
  const [faults, setFaults] = useState<readonly FieldFaultText[]>([])
  const [attempt, setAttempt] = useState(0)
  const { id } = application
  useEffect(() => {
    void call('POST /api/registration/applications/:id/check', { params: { id } }).then((answer) => {
      if (answer.ok) setChecked(answer.value)
    })
  }, [id])

  /** the summary leads to the very fields: they stand on other pages */
  async function goOn() {
    const answer = await call('POST /api/registration/applications/:id/check', { params: { id } })
    if (!answer.ok) return fail([{ field: 'content', text: problemText(answer.problem) }])
    const { faults: found, papers } = answer.value
    if (found.length === 0) return navigate(link(flowAddress('sign', id)))
    fail(
      found.map((fault) => ({
        field: fault.field,
        text: `${stepTitle(texts, application.kind, fault.section)} ${faultText(fault, papers)}`,
        href: `${link(flowAddress(fault.section, id, true))}#${fault.field}`,
      })),
    )
  }
  function fail(found: readonly FieldFaultText[]) {
    setFaults(found)
    setAttempt(attempt + 1)
  }
  return (
    <>
      <ErrorSummary faults={faults} attempt={attempt} />
      <Title faulty={faults.length > 0}>{texts.check.title}</Title>
      <AnswerList application={application} editable />
      {checked?.verdict != null && <Forecast verdict={checked.verdict} checks={checked.checks} />}
      <div className="actions">
        <button className="button" type="button" onClick={() => void goOn()}>
          {texts.check.sign}
        </button>
      </div>
      <Withdrawal application={application} onDone={() => navigate(link(`/my/cases/${id}`))} />
    </>
  )
}

interface ForecastProps {
  readonly verdict: NonNullable<Checked['verdict']>
  readonly checks: Checked['checks']
}

const tones = { approve: 'good', wait: '', human: 'near', reject: 'bad' } as const

function Forecast({ verdict, checks }: ForecastProps) {
  const { check } = useRegistrationTexts()
  const onlyWaiting = verdict === 'wait'
  return (
    <div className={`notice ${tones[verdict]}`} role="status">
      <p>{onlyWaiting ? check.will['approve'] : check.will[verdict]}</p>
      {(verdict === 'human' || verdict === 'reject') && <FailedChecks checks={checks} />}
    </div>
  )
}

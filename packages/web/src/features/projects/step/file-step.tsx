/**
 * The one thing to do with a step: to file it, or to see its case.
 */

import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { call } from '../../../api/call.ts'
import { useLink, useTexts } from '../../../page.tsx'
import { useProblemText } from '../../../ui/use-problem-text.ts'
import { Words } from '../../../ui/words.tsx'
import { useProjectTexts } from '../use-project-texts.ts'
import { awaitedBy, isFiled, isOwnWork, type ShownStep } from './step-shown.ts'

export function FileStep(shown: ShownStep) {
  const { step: texts } = useProjectTexts()
  const { caseId, status } = shown.step.progress
  if (caseId !== null)
    return (
      <Link className="button" href={`/my/files/${caseId}`}>
        {texts.open}
      </Link>
    )
  if (status === 'done' || isOwnWork(shown.step)) return null
  return isFiled(shown.step) ? <Begin {...shown} /> : <p className="hint">{texts.outside}</p>
}

function Begin(shown: ShownStep) {
  const { step: texts } = useProjectTexts()
  const { join } = useTexts()
  const link = useLink()
  const problemText = useProblemText()
  const [, navigate] = useLocation()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const missing = awaitedBy(shown).filter(
    ({ step, isWaived }) => !isWaived && step.progress.status !== 'done',
  )
  async function file() {
    setBusy(true)
    const params = { id: shown.projectId, service: shown.step.id }
    const opened = await call('POST /api/projects/:id/steps/:service/case', { params })
    setBusy(false)
    if (opened.ok) navigate(link(`/my/files/${opened.value.caseId}`))
    else setRefusal(problemText(opened.problem))
  }
  return (
    <>
      {refusal !== undefined && (
        <div className="notice bad" role="alert">
          {refusal}
        </div>
      )}
      <button className="button" type="button" disabled={busy} onClick={() => void file()}>
        {texts.file}
      </button>
      {missing.length > 0 && (
        <p className="hint">
          <Words>{texts.waits(join.list(missing.map(({ step }) => step.name)))}</Words>
        </p>
      )}
    </>
  )
}

/**
 * A new application with the answers of one that has come to its end.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import type { Application } from '@guanjia/contract/registration'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../api/call.ts'
import { useLink } from '../../page.tsx'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { flowAddress } from './step-order.ts'

export function CopyApplication({ application: { id, kind } }: { readonly application: Application }) {
  const { result: texts } = useRegistrationTexts()
  const link = useLink()
  const [, navigate] = useLocation()
  const [problem, setProblem] = useState<ProblemDocument>()
  async function copy() {
    const answer = await call('POST /api/registration/applications', { body: { kind, copyOf: id } })
    if (answer.ok) navigate(link(flowAddress('check', answer.value.id)))
    else setProblem(answer.problem)
  }
  return (
    <>
      <ProblemNotice problem={problem} />
      <div className="actions">
        <button className="button" type="button" onClick={() => void copy()}>
          {texts.refusedNext}
        </button>
      </div>
    </>
  )
}

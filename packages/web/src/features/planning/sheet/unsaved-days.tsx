/**
 * That days were changed and not kept yet, with the way to keep them as a new version.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useState } from 'react'
import { call } from '../../../api/call.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import type { PlanTrial } from '../plan/use-plan-trial.ts'
import type { PlanOwner } from '../plan-sheet.ts'

interface UnsavedDaysProps {
  readonly plan: PlanTrial
  readonly owner: PlanOwner
}

export function UnsavedDays({ plan, owner }: UnsavedDaysProps) {
  const { unsaved, change } = plan
  const { drawer } = plan.words.texts
  const [problem, setProblem] = useState<ProblemDocument>()
  const count = Object.keys(unsaved).length
  if (count === 0) return null
  const save = async () => {
    const made = await call('POST /api/projects/:id/plans', {
      params: { id: owner.projectId },
      body: { durations: unsaved },
    })
    setProblem(made.ok ? undefined : made.problem)
    if (!made.ok) return
    change({ days: {} })
    owner.again()
  }
  return (
    <div className="unsaved-days">
      <p>{drawer.changed(String(count))}</p>
      <button className="button" type="button" onClick={save}>
        {drawer.save}
      </button>
      <button className="text-button" type="button" onClick={() => change({ days: {} })}>
        {drawer.discard}
      </button>
      <ProblemNotice problem={problem} />
    </div>
  )
}

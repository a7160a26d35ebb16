/**
 * The network of the project on the steward's page: what is where, and for each step the case behind it and a reminder.
 */

import { useState } from 'react'
import type { CallOutput } from '../../../../api/call.ts'
import { SmallPlan } from '../../../../features/planning/index.ts'
import { stewardTexts } from '../../../../texts/stewards-zh-cn.ts'
import { ReminderDrawer, type SentBatch } from '../today/reminder-drawer.tsx'
import { UndoBar } from '../today/undo-bar.tsx'

type Plan = CallOutput<'GET /api/projects/:id/plan'>['plan']
type Step = Plan['steps'][number]

const texts = stewardTexts.project

interface PlanPanelProps {
  readonly projectId: string
  readonly version: number
  readonly plan: Plan
}

export function PlanPanel({ projectId, version, plan }: PlanPanelProps) {
  const [isPreviewing, preview] = useState(false)
  const [batch, setBatch] = useState<SentBatch>()
  return (
    <section className="staff-panel" aria-labelledby="network">
      <div className="staff-tools in-list">
        <h2 id="network">{texts.network}</h2>
        <span className="staff-lead">{texts.networkVersion(version)}</span>
        <a href={`/my/projects/${projectId}`}>{texts.plan}</a>
        <a href={`/build/new/${projectId}/check`}>{texts.answers}</a>
      </div>
      {batch !== undefined && <UndoBar key={batch.batch} batch={batch} />}
      <SmallPlan wire={plan} actOn={actOn} onAct={() => preview(true)} />
      <ReminderDrawer
        projects={[projectId]}
        isOpen={isPreviewing}
        onClose={() => preview(false)}
        onSent={(sent) => {
          preview(false)
          setBatch(sent)
        }}
      />
    </section>
  )
}

/** Whoever has the turn is reminded; nobody of what is done. */
function actOn({ progress, lane }: Step): string | undefined {
  if (progress.status === 'done') return undefined
  const isOwners = lane === 'applicant' || progress.whoseTurn === 'applicant'
  return isOwners ? texts.remindApplicant : texts.remindOffice
}

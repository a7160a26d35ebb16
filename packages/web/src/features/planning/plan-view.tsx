/**
 * The approval network as the screen allows: a sheet with its chart, or on a phone what is to be done now.
 */

import { useState } from 'react'
import { PhonePlan } from './phone/phone-plan.tsx'
import { useNarrow } from './plan/use-narrow.ts'
import { usePlanTrial } from './plan/use-plan-trial.ts'
import { PlanScreen } from './plan-screen.tsx'
import type { PlanOwner, PlanSheet } from './plan-sheet.ts'
import { SharePanel } from './share-panel.tsx'
import './plan.css'
import './plan-phone.css'

interface PlanViewProps {
  readonly sheet: PlanSheet
  /** absent for a reader of a share */
  readonly owner?: PlanOwner
}

export function PlanView({ sheet, owner }: PlanViewProps) {
  const plan = usePlanTrial(sheet.wire)
  const isNarrow = useNarrow()
  const [isSharing, share] = useState(false)
  const Screen = isNarrow ? PhonePlan : PlanScreen
  return (
    <>
      <Screen sheet={sheet} plan={plan} owner={owner} onShare={() => share(true)} />
      {isSharing && owner && <SharePanel projectId={owner.projectId} onClose={() => share(false)} />}
    </>
  )
}

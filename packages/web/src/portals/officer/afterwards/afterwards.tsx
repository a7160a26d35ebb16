/**
 * What may follow a registration: a clerical fault corrected, or a revocation, each by two people.
 */

import type { CallOutput } from '../../../api/call.ts'
import { staffTexts } from '../../../texts/staff-zh-cn.ts'
import { CorrectionForm } from './correction-form.tsx'
import { OwnPremisesForm } from './own-premises-form.tsx'
import { RevocationConfirmation, RevocationProposal } from './revocation-forms.tsx'
import { EndedCorrection, WaitingCorrection } from './waiting-correction.tsx'

type Review = CallOutput<'GET /api/registration/queue/:id'>

interface AfterwardsProps {
  readonly application: Review['application']
  readonly correction: Review['correction']
  readonly ended: Review['endedCorrection']
  /** reads the case afresh */
  readonly again: () => void
}

export function Afterwards({ application, correction, ended, again }: AfterwardsProps) {
  const { id, stage } = application
  if (stage === 'revocation-proposed') return <RevocationConfirmation id={id} again={again} />
  if (stage === 'revoked')
    return (
      <p className="notice bad" role="status">
        {staffTexts.afterwards.revoked}
      </p>
    )
  if (stage !== 'approved') return null
  return (
    <div className="split">
      {correction === null ? (
        <>
          <EndedCorrection ended={ended} />
          <CorrectionForm application={application} again={again} />
          <OwnPremisesForm application={application} again={again} />
        </>
      ) : (
        <WaitingCorrection id={id} correction={correction} again={again} />
      )}
      <RevocationProposal id={id} again={again} />
    </div>
  )
}

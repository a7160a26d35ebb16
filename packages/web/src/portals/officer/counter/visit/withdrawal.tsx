/**
 * Taking a case back for an applicant who stands at the counter: who they are was looked at, and they asked in writing.
 */

import { Checkbox } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { counterTexts as texts } from '../../../../texts/counter-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit } from '../../department/acts/act-fields.tsx'
import type { CaseAtCounter } from '../case-at-counter.ts'

interface WithdrawalProps {
  readonly subject: CaseAtCounter
  readonly again: () => void
}

export function Withdrawal({ subject, again }: WithdrawalProps) {
  const [isSeen, setSeen] = useState(false)
  const act = useCaseAct()
  const { id, version, applicant } = subject
  async function withdraw() {
    const done = await act.run(() =>
      call('POST /api/counter/cases/:id/withdrawal', { params: { id }, body: { version } }),
    )
    if (done !== undefined) again()
  }
  return (
    <details className="staff-panel">
      <summary>{texts.withdraw}</summary>
      <p className="hint">{texts.withdrawLead}</p>
      <Checkbox checked={isSeen} onChange={({ target }) => setSeen(target.checked)}>
        {texts.withdrawSeen}
      </Checkbox>
      <Submit
        act={act}
        label={texts.withdrawNow}
        grave
        disabled={!isSeen}
        onSubmit={() => void withdraw()}
        event="withdrawn"
        applicant={applicant}
      />
    </details>
  )
}

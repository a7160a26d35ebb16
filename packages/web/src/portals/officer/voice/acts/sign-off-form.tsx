/**
 * A leader's signature under a "no", or the reason why it goes back.
 */

import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit, WordsField } from '../../department/acts/act-fields.tsx'
import type { IssueActProps } from './act-props.ts'

const texts = voiceDeskTexts.forms

export function SignOffForm({ issue: { id, version, proposal }, again }: IssueActProps) {
  const [reason, setReason] = useState('')
  const act = useCaseAct()
  async function answer(isApproved: boolean) {
    const body = { version, isApproved, reason }
    const done = await act.run(() => call('POST /api/voice/issues/:id/sign-off', { params: { id }, body }))
    if (done !== undefined) again()
  }
  return (
    <>
      <blockquote className="issue-said">{proposal?.words}</blockquote>
      <WordsField id="send-back" label={texts.sendBackReason} value={reason} onChange={setReason} rows={2} />
      <Submit act={act} label={texts.signOff} onSubmit={() => void answer(true)}>
        <Button disabled={reason.trim() === '' || act.busy} onClick={() => void answer(false)}>
          {texts.sendBack}
        </Button>
      </Submit>
    </>
  )
}

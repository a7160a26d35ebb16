/**
 * Taking an application back: said first what it means, then asked once more.
 */

import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { useCaseCommand } from '../../../../features/cases/index.ts'
import { casesZhCN } from '../../../../texts/cases-zh-cn.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import type { RunningProps } from './running-props.ts'

export function WithdrawPanel({ file, onChange }: RunningProps) {
  const { withdraw: texts } = casesZhCN
  const [isAsked, setAsked] = useState(false)
  const { problem, isRunning, run } = useCaseCommand()
  async function withdraw() {
    const sent = { params: { id: file.id }, body: { version: file.version } }
    if ((await run(() => call('POST /api/cases/:id/withdrawal', sent))) !== undefined) onChange()
  }
  return (
    <>
      <h2>{texts.title}</h2>
      <p>{texts.text}</p>
      <ProblemNotice problem={problem} />
      <p className="row-actions">
        {isAsked ? (
          <>
            <button
              className="button grave"
              type="button"
              disabled={isRunning}
              onClick={() => void withdraw()}
            >
              {texts.yes}
            </button>
            <button className="button quiet" type="button" onClick={() => setAsked(false)}>
              {texts.no}
            </button>
          </>
        ) : (
          <button className="button quiet" type="button" onClick={() => setAsked(true)}>
            {texts.open}
          </button>
        )}
      </p>
    </>
  )
}

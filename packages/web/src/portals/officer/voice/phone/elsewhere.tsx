/**
 * What is said to somebody who reports misconduct; one press counts, and nothing that was heard is sent.
 */

import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'

const texts = voiceDeskTexts.phone

export function Elsewhere({ source, onDone }: { readonly source: string; readonly onDone: () => void }) {
  const [isCounted, setCounted] = useState(false)
  async function count() {
    const body = { source, kind: 'misconduct', topic: 'conduct', words: texts.misconduct } as const
    const answer = await call('POST /api/voice/recorded', { body })
    // that it is refused is the answer: it belongs elsewhere
    setCounted(!answer.ok && answer.problem.code === 'misconduct-belongs-elsewhere')
  }
  return (
    <div className="notice near">
      <p>
        <strong>{texts.script}</strong>
      </p>
      <p>{texts.scriptText}</p>
      {isCounted ? (
        <p role="status">
          {texts.counted} <Button onClick={onDone}>{texts.next}</Button>
        </p>
      ) : (
        <Button onClick={() => void count()}>{texts.count}</Button>
      )}
    </div>
  )
}

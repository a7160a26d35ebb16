/**
 * The seconds in which reminders can be taken back, counted down where everybody sees them.
 */

import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { call } from '../../../../api/call.ts'
import { stewardTexts } from '../../../../texts/stewards-zh-cn.ts'
import type { SentBatch } from './reminder-drawer.tsx'

const texts = stewardTexts.reminders
const undoSeconds = 10

type Fate = { readonly kind: 'waiting' } | { readonly kind: 'over'; readonly text: string }

/** Counts on this device's own clock: what was asked now leaves so many seconds from now, whatever it shows. */
export function UndoBar({ batch: { batch, messages } }: { readonly batch: SentBatch }) {
  const [left, setLeft] = useState<number>(undoSeconds)
  const [fate, setFate] = useState<Fate>({ kind: 'waiting' })
  const isWaiting = fate.kind === 'waiting'
  useEffect(() => {
    if (!isWaiting) return
    if (left === 0) {
      setFate({ kind: 'over', text: texts.sent(messages) })
      return
    }
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left, isWaiting, messages])
  async function undo() {
    const answer = await call('POST /api/stewards/reminders/undo', { body: { batch } })
    setFate({ kind: 'over', text: answer.ok ? texts.undone : answer.problem.detail })
  }
  return (
    <div className="undo-bar">
      <span role="status">{fate.kind === 'over' ? fate.text : ''}</span>
      {isWaiting && (
        <>
          <span>{texts.waiting(messages, left)}</span>
          <Button onClick={() => void undo()}>{texts.undo}</Button>
        </>
      )}
    </div>
  )
}

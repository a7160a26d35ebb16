/**
 * The seconds in which an act may be taken back; until they are over nobody has heard of it.
 */

import { Alert, Button } from 'antd'
import { useEffect, useState } from 'react'
import { caseWords } from '../../../texts/case-words-zh-cn.ts'

interface UndoBarProps {
  /** what was done, with the seconds that are left */
  readonly say: (seconds: number) => string
  readonly seconds: number
  readonly onUndo: () => void
  readonly onOver: () => void
}

export function UndoBar({ say, seconds, onUndo, onOver }: UndoBarProps) {
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    if (left <= 0) {
      onOver()
      return undefined
    }
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
    // the callback may be a new one each time; the seconds alone move this on
  }, [left])
  if (left <= 0) return null
  return (
    <Alert
      className="undo-bar"
      type="warning"
      role="status"
      title={say(left)}
      action={<Button onClick={onUndo}>{caseWords.undo}</Button>}
    />
  )
}

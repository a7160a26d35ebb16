/**
 * What is to be mended in one paper: ready reasons, and the words as they will stand in the notice.
 */

import { Button, Input } from 'antd'
import { caseWords } from '../../../texts/case-words-zh-cn.ts'
import type { Phrase } from './phrase-picker.tsx'

interface GapRowProps {
  readonly paper: string
  readonly phrases: readonly Phrase[]
  /** the words; undefined while nothing is asked of this paper */
  readonly what: string | undefined
  readonly onWrite: (what: string) => void
  readonly onRemove?: () => void
}

export function GapRow({ paper, phrases, what, onWrite, onRemove }: GapRowProps) {
  return (
    <li>
      <b>{paper}</b>
      <div className="phrases">
        {phrases.map(({ id, label, text, basis }) => (
          <Button
            key={id}
            size="small"
            title={basis}
            aria-label={`${paper}：${label}`}
            onClick={() => onWrite(gapWords(paper, text))}
          >
            {label}
          </Button>
        ))}
        {onRemove !== undefined && (
          <Button size="small" aria-label={caseWords.removeGap(paper)} onClick={onRemove}>
            ×
          </Button>
        )}
      </div>
      {what !== undefined && (
        <Input.TextArea
          aria-label={caseWords.gap(paper)}
          rows={2}
          value={what}
          onChange={({ target }) => onWrite(target.value)}
        />
      )}
    </li>
  )
}

/** The words of a phrase for a paper. */
export function gapWords(paper: string, text: string): string {
  return text.replace('{paper}', paper)
}

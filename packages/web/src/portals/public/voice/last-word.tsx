/**
 * The asker's mark: three or more confirms and closes, less opens again and needs a reason.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { type FormEvent, useState } from 'react'
import { call } from '../../../api/call.ts'
import { ChoiceField } from '../../../ui/field.tsx'
import { LinesField } from '../../../ui/lines-field.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { useVoiceTexts } from './use-voice-texts.ts'

interface LastWordProps {
  readonly number: string
  readonly phoneTail: string | undefined
  readonly onDone: () => void
}

const marks = [5, 4, 3, 2, 1] as const

export function LastWord({ number, phoneTail, onDone }: LastWordProps) {
  const { follow: texts } = useVoiceTexts()
  const [mark, setMark] = useState<string>()
  const [why, setWhy] = useState('')
  const [isTried, setTried] = useState(false)
  const [problem, setProblem] = useState<ProblemDocument>()
  const satisfied = Number(mark)
  const needsWhy = mark !== undefined && satisfied < 3
  const isWhyMissing = needsWhy && why.trim() === ''
  async function send(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (mark === undefined || isWhyMissing) return
    const key = phoneTail === undefined ? { number } : { number, phoneTail }
    const answer = await call('POST /api/voice/last-word', { body: { ...key, satisfied, words: why } })
    if (answer.ok) onDone()
    else setProblem(answer.problem)
  }
  return (
    <form className="sheet" onSubmit={(event) => void send(event)}>
      <ChoiceField
        id="mark"
        label={texts.answer}
        hint={texts.answerHint}
        options={marks.map((each) => ({ value: String(each), label: texts.marks[each] }))}
        value={mark}
        onChange={setMark}
      />
      {needsWhy && (
        <LinesField
          id="why"
          label={texts.why}
          value={why}
          fault={isTried && isWhyMissing ? texts.whyFault : undefined}
          onChange={setWhy}
        />
      )}
      <ProblemNotice problem={problem} />
      <button className="button" type="submit" disabled={mark === undefined}>
        {texts.send}
      </button>
    </form>
  )
}

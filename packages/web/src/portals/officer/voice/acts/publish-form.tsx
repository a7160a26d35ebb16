/**
 * Question and answer for everybody, in words that tell nobody who asked.
 */

import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit, WordsField } from '../../department/acts/act-fields.tsx'
import type { IssueActProps } from './act-props.ts'

const texts = voiceDeskTexts.forms
const fewestCharacters = 5

export function PublishForm({ issue: { id, version, words, reply }, again }: IssueActProps) {
  const [question, setQuestion] = useState(words)
  const [answer, setAnswer] = useState(reply?.words ?? '')
  const act = useCaseAct()
  async function submit() {
    const body = { version, question, answer }
    const done = await act.run(() => call('POST /api/voice/issues/:id/publication', { params: { id }, body }))
    if (done !== undefined) again()
  }
  const isShort = question.trim().length < fewestCharacters || answer.trim().length < fewestCharacters
  return (
    <>
      <p className="hint">{texts.publishHint}</p>
      <WordsField
        id="public-question"
        label={texts.question}
        value={question}
        onChange={setQuestion}
        rows={2}
      />
      <WordsField id="public-answer" label={texts.answer} value={answer} onChange={setAnswer} />
      <Submit act={act} label={texts.publish} disabled={isShort} onSubmit={() => void submit()} />
    </>
  )
}

/**
 * The answer: what came of it, in words the asker reads, with proof where it is done; a "no" goes to a leader first.
 */

import { Radio } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { type KeptPhoto, PhotoField } from '../../../../features/feedback/index.ts'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit, WordsField } from '../../department/acts/act-fields.tsx'
import type { IssueActProps } from './act-props.ts'

const texts = voiceDeskTexts.forms
const { outcomes } = voiceDeskTexts
const mostProofs = 9

type Outcome = keyof typeof outcomes

export function ReplyForm({ issue: { id, version, isEscalated }, again }: IssueActProps) {
  const [outcome, setOutcome] = useState<Outcome>('done')
  const [words, setWords] = useState('')
  const [photos, setPhotos] = useState<readonly KeptPhoto[]>([])
  const act = useCaseAct()
  const isSigned = outcome === 'cannot-be-done' || isEscalated
  async function submit() {
    const body = { version, outcome, words, evidence: photos.map((photo) => photo.id) }
    const done = await act.run(() => call('POST /api/voice/issues/:id/reply', { params: { id }, body }))
    if (done !== undefined) again()
  }
  return (
    <>
      <div className="act-field">
        <Radio.Group
          aria-label={texts.outcome}
          value={outcome}
          onChange={({ target }) => setOutcome(target.value as Outcome)}
          options={(Object.keys(outcomes) as Outcome[]).map((value) => ({ value, label: outcomes[value] }))}
        />
      </div>
      {isSigned && <p className="hint">{texts.needsSignOff}</p>}
      <WordsField id="reply-words" label={texts.words} value={words} onChange={setWords} rows={4} />
      <PhotoField
        id="proofs"
        photos={photos}
        most={mostProofs}
        onChange={setPhotos}
        words={{
          label: texts.proof,
          hint: texts.proofHint,
          add: texts.addProof,
          remove: texts.remove,
          photo: texts.photo,
        }}
      />
      <Submit
        act={act}
        label={isSigned ? texts.propose : texts.reply}
        disabled={words.trim() === '' || (outcome === 'done' && photos.length === 0)}
        onSubmit={() => void submit()}
      />
    </>
  )
}

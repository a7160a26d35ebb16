/**
 * The opinion of one authority.
 */

import { Radio } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { reviewTexts as texts } from '../../../../texts/department-zh-cn.ts'
import { usePhrases } from '../../case-parts/phrase-picker.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import type { ActProps } from '../case-on-desk.ts'
import { Submit, WordsField } from './act-fields.tsx'

type Opinion = keyof typeof texts.opinionWords

export function OpinionForm({ subject, again, authority }: ActProps & { readonly authority: string }) {
  const [usual] = usePhrases('opinion')
  const [opinion, setOpinion] = useState<Opinion>('agree')
  const [written, write] = useState<string>()
  const [conditions, setConditions] = useState('')
  const act = useCaseAct()
  const reasons = written ?? (opinion === 'agree' ? (usual?.text ?? '') : '')
  const lines = conditions.split('\n').filter((line) => line.trim() !== '')
  const needsLines = opinion === 'agree-with-conditions'
  async function submit() {
    const body = {
      version: subject.version,
      authority,
      opinion,
      reasons,
      conditions: needsLines ? lines : [],
    }
    const done = await act.run(() =>
      call('POST /api/cases/:id/opinions', { params: { id: subject.id }, body }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <Radio.Group
        aria-label={texts.opinion}
        value={opinion}
        onChange={({ target }) => setOpinion(target.value as Opinion)}
        options={(Object.keys(texts.opinionWords) as Opinion[]).map((value) => ({
          value,
          label: texts.opinionWords[value],
        }))}
      />
      <WordsField
        id="opinion-reasons"
        label={texts.reasons}
        value={reasons}
        onChange={write}
        phrases="opinion"
      />
      {needsLines && (
        <WordsField
          id="opinion-conditions"
          label={texts.conditions}
          value={conditions}
          onChange={setConditions}
        />
      )}
      <Submit
        act={act}
        label={texts.submitOpinion}
        disabled={reasons.trim() === '' || (needsLines && lines.length === 0)}
        onSubmit={() => void submit()}
        event="opinion-given"
        applicant={subject.applicant}
      />
    </>
  )
}

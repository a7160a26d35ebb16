/**
 * A call after the reply, with the asker's mark; and the end by silence where the rule allows it.
 */

import { Radio, Select } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit, WordsField } from '../../department/acts/act-fields.tsx'
import type { IssueActProps } from './act-props.ts'

const texts = voiceDeskTexts.forms
const marks = [5, 4, 3, 2, 1] as const
const lowestGoodMark = 3

export function CallBackForm({ issue: { id, version }, again }: IssueActProps) {
  const [isReached, setReached] = useState(true)
  const [note, setNote] = useState('')
  const [mark, setMark] = useState(0)
  const act = useCaseAct()
  const isBad = isReached && mark > 0 && mark < lowestGoodMark
  async function submit() {
    const given = isReached && mark > 0 ? { satisfied: mark } : {}
    const body = { version, isReached, note, ...given }
    const done = await act.run(() => call('POST /api/voice/issues/:id/call-backs', { params: { id }, body }))
    if (done !== undefined) again()
  }
  return (
    <>
      <div className="act-field">
        <Radio.Group
          aria-label={texts.reached}
          value={isReached}
          onChange={({ target }) => setReached(target.value as boolean)}
          options={[
            { value: true, label: texts.isReached.yes },
            { value: false, label: texts.isReached.no },
          ]}
        />
      </div>
      {isReached && (
        <div className="act-field">
          <label htmlFor="call-mark">{texts.mark}</label>
          <Select
            id="call-mark"
            className="long-select"
            value={mark}
            onChange={setMark}
            options={[
              { value: 0, label: texts.noMark },
              ...marks.map((value) => ({ value, label: texts.marks[value] })),
            ]}
          />
        </div>
      )}
      {isBad && <p className="hint">{texts.whyReopen}</p>}
      <WordsField id="call-note" label={texts.note} value={note} onChange={setNote} rows={2} />
      <Submit
        act={act}
        label={texts.callBack}
        disabled={isBad && note.trim() === ''}
        onSubmit={() => void submit()}
      />
    </>
  )
}

export function SilenceForm({ issue: { id, version }, again }: IssueActProps) {
  const act = useCaseAct()
  async function submit() {
    const done = await act.run(() =>
      call('POST /api/voice/issues/:id/silence', { params: { id }, body: { version } }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <p className="hint">{texts.silence}</p>
      <Submit act={act} label={texts.close} onSubmit={() => void submit()} />
    </>
  )
}

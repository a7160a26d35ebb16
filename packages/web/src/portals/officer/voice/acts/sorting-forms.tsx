/**
 * More time, one with another, and the way elsewhere.
 */

import { Radio } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit, WordsField } from '../../department/acts/act-fields.tsx'
import type { IssueActProps } from './act-props.ts'

const texts = voiceDeskTexts.forms

export function ExtendForm({ issue: { id, version, extensionAtMost }, again }: IssueActProps) {
  const [days, setDays] = useState('5')
  const [reason, setReason] = useState('')
  const act = useCaseAct()
  const workingDays = Number(days)
  const isDays = Number.isInteger(workingDays) && workingDays > 0 && workingDays <= extensionAtMost
  async function submit() {
    const body = { version, workingDays, reason }
    const done = await act.run(() => call('POST /api/voice/issues/:id/extension', { params: { id }, body }))
    if (done !== undefined) again()
  }
  return (
    <>
      <p className="hint">{texts.daysHint(extensionAtMost)}</p>
      <LineField id="extend-days" label={texts.days} value={days} onChange={setDays} type="number" />
      <WordsField id="extend-reason" label={texts.reason} value={reason} onChange={setReason} rows={2} />
      <Submit
        act={act}
        label={texts.extend}
        disabled={!isDays || reason.trim() === ''}
        onSubmit={() => void submit()}
      />
    </>
  )
}

export function MergeForm({ issue: { id, version }, again }: IssueActProps) {
  const [into, setInto] = useState('')
  const act = useCaseAct()
  async function submit() {
    const body = { version, into }
    const done = await act.run(() => call('POST /api/voice/issues/:id/merging', { params: { id }, body }))
    if (done !== undefined) again()
  }
  return (
    <>
      <LineField id="merge-into" label={texts.into} value={into} onChange={setInto} />
      <Submit act={act} label={texts.merge} disabled={into.trim() === ''} onSubmit={() => void submit()} />
    </>
  )
}

export function SignpostForm({ issue: { id, version }, choices, again }: IssueActProps) {
  const [ground, setGround] = useState('')
  const [reason, setReason] = useState('')
  const act = useCaseAct()
  async function submit() {
    const body = { version, ground, reason }
    const done = await act.run(() => call('POST /api/voice/issues/:id/signpost', { params: { id }, body }))
    if (done !== undefined) again()
  }
  return (
    <>
      <Radio.Group
        aria-label={texts.ground}
        className="radio-lines"
        value={ground}
        onChange={({ target }) => setGround(target.value as string)}
        options={choices.signposts.map((each) => ({ value: each.id, label: each.name['zh-CN'] }))}
      />
      <p className="hint">{choices.signposts.find((each) => each.id === ground)?.where['zh-CN']}</p>
      <WordsField id="signpost-reason" label={texts.reason} value={reason} onChange={setReason} rows={2} />
      <Submit
        act={act}
        label={texts.signpost}
        disabled={ground === '' || reason.trim() === ''}
        onSubmit={() => void submit()}
      />
    </>
  )
}

/**
 * After the decision: delivery, and taking a grant away by two people.
 */

import { Button, Radio } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { reviewTexts as texts } from '../../../../texts/department-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import type { ActProps } from '../case-on-desk.ts'
import { LineField, Submit, WordsField } from './act-fields.tsx'

export function DeliveryForm({ subject, again }: ActProps) {
  const [how, setHow] = useState<keyof typeof texts.hows>('electronic')
  const act = useCaseAct()
  async function submit() {
    const body = { version: subject.version, how }
    const done = await act.run(() =>
      call('POST /api/cases/:id/delivery', { params: { id: subject.id }, body }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <Radio.Group
        aria-label={texts.how}
        value={how}
        onChange={({ target }) => setHow(target.value as typeof how)}
        options={(Object.keys(texts.hows) as (typeof how)[]).map((value) => ({
          value,
          label: texts.hows[value],
        }))}
      />
      <Submit act={act} label={texts.deliver} onSubmit={() => void submit()} />
    </>
  )
}

type Ground = keyof typeof texts.grounds

export function AfterwardsForms(props: ActProps & { readonly isHead: boolean }) {
  return props.subject.situation === 'revocation-proposed' ? (
    <Confirmation {...props} />
  ) : (
    <Proposal {...props} />
  )
}

function Proposal({ subject, again }: ActProps) {
  const [ground, setGround] = useState<Ground>('duty-not-made-up')
  const [reasons, setReasons] = useState('')
  const act = useCaseAct()
  async function submit() {
    const body = { version: subject.version, ground, reasons }
    const done = await act.run(() =>
      call('POST /api/cases/:id/revocation', { params: { id: subject.id }, body }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <p>{texts.proposeLead}</p>
      <Radio.Group
        aria-label={texts.ground}
        className="radio-lines"
        value={ground}
        onChange={({ target }) => setGround(target.value as Ground)}
        options={(Object.keys(texts.grounds) as Ground[]).map((value) => ({
          value,
          label: texts.grounds[value],
        }))}
      />
      <WordsField
        id="revocation-reasons"
        label={texts.reasons}
        value={reasons}
        onChange={setReasons}
        phrases="revocation"
      />
      <Submit
        act={act}
        label={texts.propose}
        grave
        disabled={reasons.trim() === ''}
        onSubmit={() => void submit()}
        event="revocation-proposed"
        applicant={subject.applicant}
      />
    </>
  )
}

function Confirmation({ subject, again, isHead }: ActProps & { readonly isHead: boolean }) {
  const [reason, setReason] = useState('')
  const act = useCaseAct()
  const { id, version } = subject
  async function drop() {
    const done = await act.run(() =>
      call('POST /api/cases/:id/revocation/drop', { params: { id }, body: { version, reason } }),
    )
    if (done !== undefined) again()
  }
  async function confirm() {
    const done = await act.run(() =>
      call('POST /api/cases/:id/revocation/confirm', { params: { id }, body: { version } }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <p>{isHead ? texts.confirmLead : texts.proposeLead}</p>
      <LineField id="drop-reason" label={texts.dropReason} value={reason} onChange={setReason} />
      <Submit
        act={act}
        label={texts.confirm}
        grave
        disabled={!isHead}
        onSubmit={() => void confirm()}
        event="revoked"
        applicant={subject.applicant}
      >
        <Button disabled={reason.trim().length < 2} onClick={() => void drop()}>
          {texts.drop}
        </Button>
      </Submit>
    </>
  )
}

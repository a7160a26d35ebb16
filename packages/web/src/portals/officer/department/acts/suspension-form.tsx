/**
 * Letting a case rest, and taking it up again: the head's act. The committed clock is held meanwhile, the statutory one is
 * not.
 */

import { Radio } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { reviewTexts as texts } from '../../../../texts/department-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import type { ActProps, CaseOnDesk } from '../case-on-desk.ts'
import { LineField, Submit, WordsField } from './act-fields.tsx'

/** The suspension that runs, where the case rests. */
export function runningSuspension({
  suspensions,
}: CaseOnDesk): CaseOnDesk['suspensions'][number] | undefined {
  return suspensions.find(({ endedOn }) => endedOn === null)
}

export function SuspensionForm(props: ActProps) {
  const running = runningSuspension(props.subject)
  return running === undefined ? <Suspending {...props} /> : <Resuming {...props} running={running} />
}

type Ground = keyof typeof texts.suspension.grounds

function Suspending({ subject, again }: ActProps) {
  const [ground, setGround] = useState<Ground>()
  const [reason, setReason] = useState('')
  const [expected, setExpected] = useState('')
  const act = useCaseAct()
  async function submit() {
    if (ground === undefined) return
    const body = { version: subject.version, ground, reason, expected: expected === '' ? null : expected }
    const done = await act.run(() =>
      call('POST /api/cases/:id/suspension', { params: { id: subject.id }, body }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <p>{texts.suspension.lead}</p>
      <Radio.Group
        aria-label={texts.suspension.ground}
        className="radio-lines"
        value={ground}
        onChange={({ target }) => setGround(target.value as Ground)}
        options={(Object.keys(texts.suspension.grounds) as Ground[]).map((value) => ({
          value,
          label: texts.suspension.grounds[value],
        }))}
      />
      <WordsField id="suspension-reason" label={texts.reasons} value={reason} onChange={setReason} />
      <LineField
        id="suspension-expected"
        type="date"
        label={texts.suspension.expected}
        value={expected}
        onChange={setExpected}
      />
      <Submit
        act={act}
        label={texts.suspension.suspend}
        disabled={ground === undefined || reason.trim() === ''}
        onSubmit={() => void submit()}
        event="suspended"
        applicant={subject.applicant}
      />
    </>
  )
}

interface ResumingProps extends ActProps {
  readonly running: CaseOnDesk['suspensions'][number]
}

function Resuming({ subject, again, running }: ResumingProps) {
  const [reason, setReason] = useState('')
  const act = useCaseAct()
  async function submit() {
    const body = { version: subject.version, reason }
    const done = await act.run(() =>
      call('POST /api/cases/:id/suspension/end', { params: { id: subject.id }, body }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <p>{texts.suspension.since(dayText(running.startedOn), texts.suspension.grounds[running.ground])}</p>
      <WordsField id="resumption-reason" label={texts.suspension.over} value={reason} onChange={setReason} />
      <Submit
        act={act}
        label={texts.suspension.resume}
        disabled={reason.trim() === ''}
        onSubmit={() => void submit()}
        event="resumed"
        applicant={subject.applicant}
      />
    </>
  )
}

/**
 * What a department does to one duty in a window of its own: extending its day, or returning what it was made up with.
 */

import { Modal } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { dutyTexts as texts } from '../../../../texts/department-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField } from '../acts/act-fields.tsx'
import type { OwedDuty } from './duty-filter.ts'

/** What is to be done to which duty. */
export interface DutyAct {
  readonly duty: OwedDuty
  readonly act: 'extend' | 'return'
}

interface DutyModalProps extends DutyAct {
  readonly onClose: () => void
  readonly onDone: () => void
}

export function DutyModal({ duty, act, onClose, onDone }: DutyModalProps) {
  const [due, setDue] = useState('')
  const [reason, setReason] = useState('')
  const subject = useApi('GET /api/cases/:id', { params: { id: duty.caseId } })
  const doing = useCaseAct()
  const isExtension = act === 'extend'
  const isReady = subject.state === 'ready' && reason.trim().length >= 2 && (due !== '' || !isExtension)
  async function submit() {
    if (subject.state !== 'ready') return
    const params = { id: duty.caseId }
    const about = { version: subject.value.version, duty: duty.duty }
    const done = await doing.run(() =>
      isExtension
        ? call('POST /api/cases/:id/duties/extension', { params, body: { ...about, due, reason } })
        : call('POST /api/cases/:id/duties/return', { params, body: { ...about, reasons: reason } }),
    )
    if (done !== undefined) onDone()
  }
  return (
    <Modal
      open
      title={`${texts.acts[act]} ${duty.what}`}
      okText={texts.acts[act]}
      cancelText={texts.cancel}
      confirmLoading={doing.busy}
      okButtonProps={{ disabled: !isReady }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <ProblemNotice problem={doing.refusal} />
      {isExtension ? (
        <LineField id="duty-due" type="date" label={texts.extendTo} value={due} onChange={setDue} />
      ) : (
        <p>{texts.returnLead(dayText(duty.returnBy ?? duty.due))}</p>
      )}
      <LineField id="duty-reason" label={texts.reasons[act]} value={reason} onChange={setReason} />
    </Modal>
  )
}

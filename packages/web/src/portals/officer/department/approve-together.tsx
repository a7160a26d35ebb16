/**
 * Approving the chosen cases together: the words once, a question before, some seconds to take it back after.
 */

import { Button, Modal } from 'antd'
import { useState } from 'react'
import { type CallOutput, call } from '../../../api/call.ts'
import { departmentTexts } from '../../../texts/department-zh-cn.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { AudienceLine } from '../case-parts/audience-line.tsx'
import { PhrasePicker, usePhrases } from '../case-parts/phrase-picker.tsx'
import { useCaseAct } from '../case-parts/use-case-act.ts'
import { LineField, WordsField } from './acts/act-fields.tsx'
import { obstacleText } from './case-table.tsx'
import type { DepartmentCase } from './list-filter.ts'

const texts = departmentTexts.list

/** An order as the server keeps it. */
export type ApprovalOrder = CallOutput<'POST /api/department/approvals'>

interface ApproveTogetherProps {
  readonly chosen: readonly DepartmentCase[]
  readonly onClear: () => void
  readonly onOrdered: (order: ApprovalOrder) => void
}

export function ApproveTogether({ chosen, onClear, onOrdered }: ApproveTogetherProps) {
  const [isAsking, ask] = useState(false)
  const [first] = chosen
  if (first === undefined) return null
  return (
    <div className="choice-bar" role="region" aria-label={texts.selected(chosen.length)}>
      <span>{texts.selected(chosen.length)}</span>
      <Button type="primary" onClick={() => ask(true)}>
        {texts.approve(chosen.length)}
      </Button>
      <Button onClick={onClear}>{texts.clear}</Button>
      {isAsking && (
        <Question
          chosen={chosen}
          service={first.service.name['zh-CN'] ?? first.service.id}
          onClose={() => ask(false)}
          onOrdered={onOrdered}
        />
      )}
    </div>
  )
}

interface QuestionProps extends Pick<ApproveTogetherProps, 'chosen' | 'onOrdered'> {
  readonly service: string
  readonly onClose: () => void
}

function Question({ chosen, service, onClose, onOrdered }: QuestionProps) {
  const [usual] = usePhrases('grant')
  const [said, say] = useState<{ reasons: string; basis: string }>()
  const act = useCaseAct()
  const words = said ?? { reasons: usual?.text ?? '', basis: usual?.basis ?? '' }
  async function order() {
    const cases = chosen.map(({ id, version }) => ({ id, version }))
    const ordered = await act.run(() => call('POST /api/department/approvals', { body: { cases, ...words } }))
    if (ordered !== undefined) onOrdered(ordered)
  }
  return (
    <Modal
      open
      title={texts.approveTitle(chosen.length, service)}
      okText={texts.approve(chosen.length)}
      cancelText={texts.cancel}
      confirmLoading={act.busy}
      onOk={() => void order()}
      onCancel={onClose}
    >
      <p>{texts.approveLead}</p>
      <ProblemNotice problem={act.refusal} />
      {act.refusal?.errors?.map(({ field, code }) => (
        <p key={field}>{`${field.replace('cases.', '')}：${obstacleText(code)}`}</p>
      ))}
      <PhrasePicker use="grant" onPick={({ text, basis }) => say({ reasons: text, basis })} />
      <WordsField
        id="together-reasons"
        label={texts.reasons}
        value={words.reasons}
        onChange={(reasons) => say({ ...words, reasons })}
      />
      <LineField
        id="together-basis"
        label={texts.basis}
        value={words.basis}
        onChange={(basis) => say({ ...words, basis })}
      />
      <AudienceLine event="decision-issued" applicant={chosen.map(({ applicant }) => applicant).join('、')} />
    </Modal>
  )
}

/**
 * What makes a case take longer, and what it waits for: steps outside the office, the one extension, earlier results.
 */

import { Radio } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { reviewTexts as texts } from '../../../../texts/department-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import type { ActProps, CaseOnDesk } from '../case-on-desk.ts'
import { LineField, Submit, WordsField } from './act-fields.tsx'

export function SpecialProcedureForm(props: ActProps) {
  const running = props.subject.specialProcedures.filter(({ endedOn }) => endedOn === null)
  if (running.length === 0) return <StartProcedure {...props} />
  return running.map((procedure) => <EndProcedure key={procedure.id} {...props} procedure={procedure} />)
}

function StartProcedure({ subject, again }: ActProps) {
  const [kind, setKind] = useState('')
  const [reason, setReason] = useState('')
  const act = useCaseAct()
  async function submit() {
    const body = { version: subject.version, kind, reason }
    const done = await act.run(() =>
      call('POST /api/cases/:id/special-procedures', { params: { id: subject.id }, body }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <Radio.Group
        aria-label={texts.kind}
        className="radio-lines"
        value={kind}
        onChange={({ target }) => setKind(target.value as string)}
        options={subject.service.specialProcedures.map(({ id, name, limit }) => ({
          value: id,
          label: `${name['zh-CN'] ?? id}（${texts.expected(limit.value)}）`,
        }))}
      />
      <WordsField
        id="special-reason"
        label={texts.reasons}
        value={reason}
        onChange={setReason}
        phrases="special-procedure"
      />
      <Submit
        act={act}
        label={texts.start}
        disabled={kind === '' || reason.trim() === ''}
        onSubmit={() => void submit()}
        event="special-procedure-started"
        applicant={subject.applicant}
      />
    </>
  )
}

interface EndProcedureProps extends ActProps {
  readonly procedure: CaseOnDesk['specialProcedures'][number]
}

function EndProcedure({ subject, again, procedure }: EndProcedureProps) {
  const [outcome, setOutcome] = useState('')
  const act = useCaseAct()
  const name =
    subject.service.specialProcedures.find(({ id }) => id === procedure.kind)?.name['zh-CN'] ?? procedure.kind
  async function submit() {
    const body = { version: subject.version, procedure: procedure.id, outcome }
    const done = await act.run(() =>
      call('POST /api/cases/:id/special-procedures/end', { params: { id: subject.id }, body }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <WordsField
        id={`end-${procedure.id}`}
        label={texts.outcomeOf(name)}
        value={outcome}
        onChange={setOutcome}
      />
      <Submit act={act} label={texts.end} disabled={outcome.trim() === ''} onSubmit={() => void submit()} />
    </>
  )
}

export function ExtensionForm({ subject, again }: ActProps) {
  const [days, setDays] = useState('10')
  const [reason, setReason] = useState('')
  const act = useCaseAct()
  async function submit() {
    const body = { version: subject.version, workingDays: Number(days), reason }
    const done = await act.run(() =>
      call('POST /api/cases/:id/extension', { params: { id: subject.id }, body }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <p>{texts.extendLead}</p>
      <LineField id="extension-days" type="number" label={texts.days} value={days} onChange={setDays} />
      <WordsField
        id="extension-reason"
        label={texts.reasons}
        value={reason}
        onChange={setReason}
        phrases="extension"
      />
      <Submit
        act={act}
        label={texts.extend}
        disabled={!/^[1-9]\d?$/.test(days) || reason.trim() === ''}
        onSubmit={() => void submit()}
        event="limit-extended"
        applicant={subject.applicant}
      />
    </>
  )
}

interface PrerequisiteFormProps extends ActProps {
  readonly missing: CaseOnDesk['service']['requirements']
}

export function PrerequisiteForm({ subject, again, missing }: PrerequisiteFormProps) {
  const [proofs, setProofs] = useState<Readonly<Record<string, string>>>({})
  const act = useCaseAct()
  async function submit(requirement: string) {
    const body = { version: subject.version, requirement, proof: proofs[requirement] ?? '' }
    const done = await act.run(() =>
      call('POST /api/cases/:id/prerequisites', { params: { id: subject.id }, body }),
    )
    if (done !== undefined) again()
  }
  return missing.map(({ id, name }) => (
    <div key={id}>
      <LineField
        id={`proof-${id}`}
        label={texts.proof(name['zh-CN'] ?? id)}
        value={proofs[id] ?? ''}
        onChange={(proof) => setProofs({ ...proofs, [id]: proof })}
      />
      <Submit
        act={act}
        label={texts.supply}
        disabled={(proofs[id] ?? '').trim().length < 2}
        onSubmit={() => void submit(id)}
      />
    </div>
  ))
}

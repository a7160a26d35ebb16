/**
 * The decision: a refusal asks for basis, reasons and remedies, a late one for why; who hears of it is said before.
 */

import { Radio } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { reviewTexts as texts } from '../../../../texts/department-zh-cn.ts'
import { today } from '../../../../ui/moment.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import type { ActProps } from '../case-on-desk.ts'
import { LineField, Submit, WordsField } from './act-fields.tsx'

type Outcome = 'granted' | 'refused'

interface Written {
  readonly reasons: string
  readonly basis: string
  readonly remedies: string
  readonly lateBecause: string
  readonly conditions: string
  readonly due: string
  /** days for promises that a milestone of the works ends, by promise */
  readonly milestones: Readonly<Record<string, string>>
}

const nothing: Written = {
  reasons: '',
  basis: '',
  remedies: '',
  lateBecause: '',
  conditions: '',
  due: '',
  milestones: {},
}

interface WritingProps {
  readonly written: Written
  readonly set: (part: Partial<Written>) => void
}

export function DecisionForm({ subject, again }: ActProps) {
  const [outcome, setOutcome] = useState<Outcome>('granted')
  const [written, write] = useState(nothing)
  const act = useCaseAct()
  const isRefusal = outcome === 'refused'
  const isLate = subject.clocks.committed?.light === 'red'
  const set = (part: Partial<Written>) => write({ ...written, ...part })
  async function submit() {
    const body = { version: subject.version, ...bodyOf(outcome, written, isLate) }
    const done = await act.run(() =>
      call('POST /api/cases/:id/decision', { params: { id: subject.id }, body }),
    )
    if (done !== undefined) again()
  }
  if (subject.reviews.some(({ opinion }) => opinion === null)) return <p>{texts.missingForDecision}</p>
  return (
    <>
      <OutcomeChoice outcome={outcome} onChoose={setOutcome} />
      <WordsField
        id="decision-reasons"
        label={texts.reasons}
        value={written.reasons}
        onChange={(reasons) => set({ reasons })}
        phrases={isRefusal ? 'refusal' : 'grant'}
        onPick={({ text, basis }) => set({ reasons: text, basis })}
      />
      <LineField
        id="decision-basis"
        label={texts.basis}
        value={written.basis}
        onChange={(basis) => set({ basis })}
      />
      {isLate && <LateReason written={written} set={set} />}
      {isRefusal ? (
        <Remedies written={written} set={set} />
      ) : (
        <>
          <Milestones subject={subject} written={written} set={set} />
          <Conditions written={written} set={set} />
        </>
      )}
      <Submit
        act={act}
        label={isRefusal ? texts.submitRefusal : texts.submitGrant}
        grave={isRefusal}
        disabled={!isReady(outcome, written)}
        onSubmit={() => void submit()}
        event="decision-issued"
        applicant={subject.applicant}
      />
    </>
  )
}

interface OutcomeChoiceProps {
  readonly outcome: Outcome
  readonly onChoose: (outcome: Outcome) => void
}

function OutcomeChoice({ outcome, onChoose }: OutcomeChoiceProps) {
  return (
    <Radio.Group
      aria-label={texts.outcome}
      value={outcome}
      onChange={({ target }) => onChoose(target.value as Outcome)}
      options={[
        { value: 'granted', label: texts.granted },
        { value: 'refused', label: texts.refused },
      ]}
    />
  )
}

function LateReason({ written, set }: WritingProps) {
  return (
    <WordsField
      id="decision-late"
      label={texts.lateBecause}
      value={written.lateBecause}
      onChange={(lateBecause) => set({ lateBecause })}
      rows={2}
    />
  )
}

/** The ways to challenge a refusal; the law's own words are offered. */
function Remedies({ written, set }: WritingProps) {
  return (
    <WordsField
      id="decision-remedies"
      label={texts.remedies}
      value={written.remedies}
      onChange={(remedies) => set({ remedies })}
      phrases="remedies"
    />
  )
}

/** For promises that a milestone of the works ends, the decision names the day. */
function Milestones({ subject, written, set }: WritingProps & Pick<ActProps, 'subject'>) {
  return subject.service.promises
    .filter(({ signed }) => signed)
    .map(({ id, name }) => (
      <LineField
        key={id}
        id={`milestone-${id}`}
        type="date"
        min={today()}
        label={texts.milestone(name['zh-CN'] ?? id)}
        value={written.milestones[id] ?? ''}
        onChange={(due) => set({ milestones: { ...written.milestones, [id]: due } })}
      />
    ))
}

function Conditions({ written, set }: WritingProps) {
  return (
    <details>
      <summary>{texts.conditions}</summary>
      <WordsField
        id="decision-conditions"
        label={texts.conditions}
        value={written.conditions}
        onChange={(conditions) => set({ conditions })}
        rows={2}
      />
      <LineField
        id="decision-due"
        type="date"
        min={today()}
        label={texts.conditionDue}
        value={written.due}
        onChange={(due) => set({ due })}
      />
    </details>
  )
}

function linesOf({ conditions }: Written): readonly string[] {
  return conditions.split('\n').filter((line) => line.trim() !== '')
}

function isReady(outcome: Outcome, written: Written): boolean {
  if (written.reasons.trim() === '' || written.basis.trim() === '') return false
  if (outcome === 'refused') return written.remedies.trim() !== ''
  return linesOf(written).length === 0 || written.due !== ''
}

function bodyOf(outcome: Outcome, written: Written, isLate: boolean) {
  const { reasons, basis, remedies, lateBecause, due, milestones } = written
  const days = Object.entries(milestones).filter(([, day]) => day !== '')
  const isRefusal = outcome === 'refused'
  return {
    outcome,
    reasons,
    basis,
    remedies: isRefusal ? remedies : null,
    lateBecause: isLate ? lateBecause : null,
    conditions: isRefusal ? [] : linesOf(written).map((what) => ({ what, due })),
    milestones: isRefusal ? [] : days.map(([promise, day]) => ({ promise, due: day })),
  }
}

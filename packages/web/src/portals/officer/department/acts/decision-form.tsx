/**
 * The decision: a refusal asks for basis, reasons and remedies, a late one for why; who hears of it is said before.
 */

import { Radio } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { reviewTexts as texts } from '../../../../texts/department-zh-cn.ts'
import { usePhrases } from '../../case-parts/phrase-picker.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit, WordsField } from './act-fields.tsx'
import type { ActProps } from './act-panel.tsx'

type Outcome = 'granted' | 'refused'

const nothing = { reasons: '', basis: '', remedies: '', lateBecause: '', conditions: '', due: '' }

export function DecisionForm({ subject, again }: ActProps) {
  const [remedies] = usePhrases('remedies')
  const [outcome, setOutcome] = useState<Outcome>('granted')
  const [written, write] = useState(nothing)
  const act = useCaseAct()
  const isRefusal = outcome === 'refused'
  const isLate = subject.clocks.committed?.light === 'red'
  const ways = isRefusal ? written.remedies || (remedies?.text ?? '') : ''
  const lines = isRefusal ? [] : written.conditions.split('\n').filter((line) => line.trim() !== '')
  const set = (part: Partial<typeof nothing>) => write({ ...written, ...part })
  const isReady =
    written.reasons.trim() !== '' && written.basis.trim() !== '' && (lines.length === 0 || written.due !== '')
  async function submit() {
    const body = {
      version: subject.version,
      outcome,
      reasons: written.reasons,
      basis: written.basis,
      remedies: isRefusal ? ways : null,
      lateBecause: isLate ? written.lateBecause : null,
      conditions: lines.map((what) => ({ what, due: written.due })),
      milestones: [],
    }
    const done = await act.run(() =>
      call('POST /api/cases/:id/decision', { params: { id: subject.id }, body }),
    )
    if (done !== undefined) again()
  }
  if (subject.reviews.some(({ opinion }) => opinion === null)) return <p>{texts.missingForDecision}</p>
  return (
    <>
      <Radio.Group
        aria-label={texts.outcome}
        value={outcome}
        onChange={({ target }) => setOutcome(target.value as Outcome)}
        options={[
          { value: 'granted', label: texts.granted },
          { value: 'refused', label: texts.refused },
        ]}
      />
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
      {isRefusal && (
        <WordsField
          id="decision-remedies"
          label={texts.remedies}
          value={ways}
          onChange={(said) => set({ remedies: said })}
        />
      )}
      {isLate && (
        <WordsField
          id="decision-late"
          label={texts.lateBecause}
          value={written.lateBecause}
          onChange={(lateBecause) => set({ lateBecause })}
          rows={2}
        />
      )}
      {!isRefusal && (
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
            label={texts.conditionDue}
            value={written.due}
            onChange={(due) => set({ due })}
          />
        </details>
      )}
      <Submit
        act={act}
        label={isRefusal ? texts.submitRefusal : texts.submitGrant}
        grave={isRefusal}
        disabled={!isReady}
        onSubmit={() => void submit()}
        event="decision-issued"
        applicant={subject.applicant}
      />
    </>
  )
}

/**
 * What a grant was tied to and is still owed: the proof is brought to the counter, ticked or captured, and taken.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { counterTexts as texts } from '../../../../texts/counter-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { CaseLight } from '../../case-parts/case-light.tsx'
import type { AttachedEvidence } from '../../case-parts/evidence-viewer.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { CaptureButton } from '../capture-button.tsx'
import type { CaseAtCounter } from '../case-at-counter.ts'

interface PromisesToKeepProps {
  readonly subject: CaseAtCounter
  readonly attached: readonly AttachedEvidence[]
  readonly onCaptured: () => void
  readonly again: () => void
}

export function PromisesToKeep(props: PromisesToKeepProps) {
  const owed = props.subject.duties.filter(({ state }) => state === 'open' || state === 'lapsed')
  if (owed.length === 0) return null
  return (
    <section className="staff-panel" aria-labelledby="promises-to-keep">
      <h2 id="promises-to-keep">{texts.promises}</h2>
      <p className="hint">{texts.promisesLead}</p>
      {owed.map((duty) => (
        <Promised key={duty.id} duty={duty} {...props} />
      ))}
    </section>
  )
}

interface PromisedProps extends PromisesToKeepProps {
  readonly duty: CaseAtCounter['duties'][number]
}

function Promised({ duty, subject, attached, onCaptured, again }: PromisedProps) {
  const [brought, setBrought] = useState<readonly string[]>([])
  const [refusal, setRefusal] = useState<ProblemDocument>()
  const act = useCaseAct()
  const { id, version, service } = subject
  const toggle = (proof: string) =>
    setBrought(brought.includes(proof) ? brought.filter((each) => each !== proof) : [...brought, proof])
  async function makeUp() {
    const body = { version, duty: duty.id, papers: [...brought] }
    const done = await act.run(() =>
      call('POST /api/counter/cases/:id/duties/made-up', { params: { id }, body }),
    )
    if (done !== undefined) again()
  }
  return (
    <div className="promised">
      <PromisedHead duty={duty} subject={subject} />
      <ProblemNotice problem={act.refusal ?? refusal} />
      <ul className="paper-list">
        {duty.proofs.map((proof) => {
          const name = service.requirements.find((each) => each.id === proof)?.name['zh-CN'] ?? duty.what
          const count = attached.filter(({ requirement }) => requirement === proof).length
          return (
            <li key={proof}>
              <Checkbox
                className="paper-name"
                checked={brought.includes(proof)}
                onChange={() => toggle(proof)}
              >
                {texts.broughtPaper(name)}
              </Checkbox>
              {count > 0 && <span className="hint">{texts.uploaded(count)}</span>}
              <CaptureButton
                caseId={id}
                requirement={proof}
                paper={name}
                onCaptured={onCaptured}
                onRefused={setRefusal}
              />
            </li>
          )
        })}
      </ul>
      <div className="act-buttons">
        <Button type="primary" loading={act.busy} onClick={() => void makeUp()}>
          {texts.makeUp}
        </Button>
      </div>
    </div>
  )
}

function PromisedHead({ duty, subject }: Pick<PromisedProps, 'duty' | 'subject'>) {
  const { id, what, due, rectifyBy, returned } = duty
  const day = subject.deadlines.find(({ about }) => about === id)
  return (
    <>
      <div className="promised-head">
        <h3>{what}</h3>
        {day !== undefined && <CaseLight light={day.light} remaining={day.remaining} />}
      </div>
      <p className="hint">
        {rectifyBy === null ? texts.bringBy(dayText(due)) : texts.rectifyBy(dayText(rectifyBy))}
      </p>
      {returned !== null && <p className="notice bad">{texts.returned(returned.reasons)}</p>}
    </>
  )
}

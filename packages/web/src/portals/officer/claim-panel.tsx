/**
 * Whose desk the case lies on, and until when: claimed, given back, handed over.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useState } from 'react'
import { type CallOutput, call } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { staffTexts } from '../../texts/staff-zh-cn.ts'
import { SelectField } from '../../ui/field.tsx'
import { momentText } from '../../ui/moment.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Awaited } from '../../ui/reading.tsx'

type Application = CallOutput<'GET /api/registration/queue/:id'>['application']

const texts = staffTexts.review

interface PanelProps {
  readonly application: Application
  readonly again: () => void
}

export function ClaimPanel({ application, again }: PanelProps) {
  const { id, dueAt, dueBecause, officer } = application
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<ProblemDocument>()
  if (dueAt === null) return null
  async function act(act: 'claim' | 'release') {
    const answer = await call(`POST /api/registration/queue/:id/${act}`, { params: { id } })
    setProblem(answer.ok ? undefined : answer.problem)
    if (!answer.ok) return
    setSaid(act === 'claim' ? texts.claimed : texts.released)
    again()
  }
  return (
    <section className="sheet deadline">
      <p>
        <b>{texts.clock}</b> {momentText(dueAt)} {staffTexts.before}
        {officer !== null && <span className="hint">{officer}</span>}
      </p>
      <details>
        <summary>{texts.because}</summary>
        <ul>
          {dueBecause.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      <ProblemNotice problem={problem} />
      <div className="actions">
        {officer === null ? (
          <button className="button quiet" type="button" onClick={() => void act('claim')}>
            {texts.claim}
          </button>
        ) : (
          <button className="button quiet" type="button" onClick={() => void act('release')}>
            {texts.release}
          </button>
        )}
      </div>
      {officer !== null && <HandOver id={id} again={again} />}
      <span role="status">{said}</span>
    </section>
  )
}

function HandOver({ id, again }: { readonly id: string; readonly again: () => void }) {
  const reading = useApi('GET /api/registration/registrars')
  const [to, setTo] = useState('')
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<ProblemDocument>()
  async function handOver() {
    const answer = await call('POST /api/registration/queue/:id/hand-over', { params: { id }, body: { to } })
    setProblem(answer.ok ? undefined : answer.problem)
    if (!answer.ok) return
    setSaid(texts.handedOver)
    again()
  }
  return (
    <details>
      <summary>{texts.handOver}</summary>
      <Awaited reading={reading}>
        {({ registrars }) => (
          <SelectField
            id="hand-over-to"
            label={texts.handOverTo}
            options={[
              { value: '', label: '' },
              ...registrars.map((one) => ({ value: one.id, label: one.name })),
            ]}
            value={to}
            onChange={setTo}
          />
        )}
      </Awaited>
      <ProblemNotice problem={problem} />
      <button className="button quiet" type="button" disabled={to === ''} onClick={() => void handOver()}>
        {texts.handOver}
      </button>
      <span role="status">{said}</span>
    </details>
  )
}

/**
 * What is owed on a lead, and what its handler does: codes and days, no words.
 */

import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { leadsTexts } from '../../../../texts/leads-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { BusyButton } from '../../case-parts/busy-button.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { BeginForm } from '../begin-form.tsx'
import { CodingForm, ProposalForm } from './handling-forms.tsx'
import { LimitList } from './limit-list.tsx'
import type { Choices, Doing, LeadAct, OpenedLead } from './opened-lead.ts'

const texts = leadsTexts.handling

type Handling = OpenedLead['handling']

interface HandlingProps {
  readonly lead: OpenedLead
  readonly choices: Choices
  readonly onChange: (handling: Handling) => void
}

export function HandlingPanel({ lead, choices, onChange }: HandlingProps) {
  const { id, handling } = lead
  const act = useCaseAct()
  async function run(body: LeadAct) {
    const after = await act.run(() => call('POST /api/leads/:id/acts', { params: { id }, body }))
    if (after !== undefined) onChange(after)
  }
  const doing = { act, run: (body: LeadAct) => void run(body) }
  return (
    <>
      <section className="staff-panel">
        <h2>{texts.limits}</h2>
        <LimitList clocks={handling.clocks} />
      </section>
      <section className="staff-panel">
        <h2>{texts.title}</h2>
        <ProblemNotice problem={act.refusal} />
        {handling.isOver ? (
          <p>{texts.over}</p>
        ) : (
          <>
            <CodingForm choices={choices} coding={handling.coding} {...doing} />
            {handling.proposal === null ? (
              <ProposalForm choices={choices} handling={handling} {...doing} />
            ) : (
              <Waiting proposal={handling.proposal} {...doing} />
            )}
          </>
        )}
      </section>
      <Retaliation leadId={id} />
      <History history={handling.history} />
    </>
  )
}

interface WaitingProps extends Doing {
  readonly proposal: NonNullable<Handling['proposal']>
}

function Waiting({ proposal, act, run }: WaitingProps) {
  const { by, name, findingName, isMine } = proposal
  const what = findingName === null ? name : `${name}（${findingName}）`
  return (
    <div className="lead-waiting">
      <p>{texts.waits(by, what)}</p>
      <div className="act-buttons">
        {!isMine && (
          <BusyButton type="primary" busy={act.busy} onClick={() => run({ type: 'confirm' })}>
            {texts.confirm}
          </BusyButton>
        )}
        <Button disabled={act.busy} onClick={() => run({ type: 'send-back' })}>
          {isMine ? texts.takeBack : texts.sendBack}
        </Button>
      </div>
    </div>
  )
}

function Retaliation({ leadId }: { readonly leadId: string }) {
  const [step, setStep] = useState<'closed' | 'open' | 'done'>('closed')
  return (
    <section className="staff-panel">
      <h2>{texts.retaliation}</h2>
      <p className="lead-hint">{texts.retaliationLead}</p>
      {step === 'closed' && <Button onClick={() => setStep('open')}>{texts.retaliation}</Button>}
      {step === 'open' && (
        <BeginForm
          origin={{ origin: 'retaliation', suggestion: null, follows: leadId }}
          onDone={() => setStep('done')}
          onCancel={() => setStep('closed')}
        />
      )}
      <p role="status">{step === 'done' ? texts.begun : ''}</p>
    </section>
  )
}

function History({ history }: Pick<Handling, 'history'>) {
  if (history.length === 0) return null
  return (
    <section className="staff-panel">
      <h2>{texts.history}</h2>
      <ol className="lead-lines">
        {history.map(({ on, what, by }, place) => (
          // the same thing may happen twice a day
          <li key={`${place} ${what}`}>{texts.line(dayText(on), what, by)}</li>
        ))}
      </ol>
    </section>
  )
}

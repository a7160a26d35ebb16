/**
 * Both drafts of accountability of an overdue task, each for a person to decide on.
 */

import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { supervisionTexts } from '../../../../texts/supervision-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit } from '../../department/acts/act-fields.tsx'
import type { TaskShown } from './task-shown.ts'

const texts = supervisionTexts.task
type Draft = TaskShown['accountability'][number]

interface AccountabilityProps {
  readonly shown: TaskShown
  readonly again: () => void
}

export function Accountability({ shown: { accountability, may }, again }: AccountabilityProps) {
  if (accountability.length === 0) return null
  return (
    <section className="light-section">
      <h2>{texts.accountability}</h2>
      <p>{texts.accountabilityLead}</p>
      <div className="task-duties">
        {accountability.map((draft) => (
          <article key={draft.id} className={draft.decision === null ? 'light-order red' : 'light-order'}>
            <header>
              <strong>{texts.lists[draft.list]}</strong>
              <span>{draft.decision === null ? texts.waiting : texts.decided[draft.decision]}</span>
            </header>
            <p>{texts.draftOf(draft.unit.name, dayText(draft.dueOn))}</p>
            {draft.reason !== null && (
              <p>
                {texts.reason}：{draft.reason}
              </p>
            )}
            {draft.decision === null && may.decide && <Decide draft={draft} again={again} />}
          </article>
        ))}
      </div>
    </section>
  )
}

function Decide({ draft: { id }, again }: { readonly draft: Draft; readonly again: () => void }) {
  const [reason, setReason] = useState('')
  const act = useCaseAct()
  const isShort = reason.trim().length < 2
  async function decide(decision: 'pursue' | 'explain' | 'none') {
    const done = await act.run(() =>
      call('POST /api/supervision/accountability/:id/decision', {
        params: { id },
        body: { decision, reason },
      }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <LineField id={`reason-${id}`} label={texts.reason} value={reason} onChange={setReason} />
      <Submit
        act={act}
        label={texts.decide.pursue}
        grave
        disabled={isShort}
        onSubmit={() => void decide('pursue')}
      >
        <Button disabled={act.busy || isShort} onClick={() => void decide('explain')}>
          {texts.decide.explain}
        </Button>
        <Button disabled={act.busy || isShort} onClick={() => void decide('none')}>
          {texts.decide.none}
        </Button>
      </Submit>
    </>
  )
}

/**
 * What becomes of something begun: when it was kept, who handed it over, and to whom it may be handed.
 */

import { Button, Input, Popover, Select } from 'antd'
import { useState } from 'react'
import { call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { counterTexts as texts } from '../../../texts/counter-zh-cn.ts'
import { clockText } from '../../../ui/moment.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { BusyButton } from '../case-parts/busy-button.tsx'
import { useCaseAct } from '../case-parts/use-case-act.ts'
import type { CounterDraft } from './use-counter-draft.ts'

interface DraftBarProps {
  readonly subject: string
  readonly draft: Pick<CounterDraft<object>, 'savedAt' | 'handedBy' | 'unread' | 'again'>
  /** whether it was begun for the number in hand, which goes along to the counter of the colleague */
  readonly hasNumber?: boolean
  /** once a colleague has it */
  readonly onHanded: () => void
}

export function DraftBar({ subject, draft, hasNumber = false, onHanded }: DraftBarProps) {
  const { savedAt, handedBy, unread, again } = draft
  if (unread !== undefined)
    return (
      <div className="draft-bar">
        <ProblemNotice problem={unread} />
        <Button onClick={again}>{texts.readAgain}</Button>
      </div>
    )
  return (
    <div className="draft-bar">
      {handedBy !== null && <b>{texts.handedBy(handedBy)}</b>}
      <span className="hint">{savedAt === null ? '' : texts.savedAt(clockText(savedAt))}</span>
      {savedAt !== null && (
        <Popover
          content={<HandOver subject={subject} hasNumber={hasNumber} onHanded={onHanded} />}
          trigger="click"
          placement="bottomRight"
        >
          <Button>{texts.handOver}</Button>
        </Popover>
      )}
    </div>
  )
}

interface HandOverProps extends Pick<DraftBarProps, 'subject' | 'onHanded'> {
  readonly hasNumber: boolean
}

function HandOver({ subject, hasNumber, onHanded }: HandOverProps) {
  const reading = useApi('GET /api/counter/drafts')
  const [to, setTo] = useState<string>()
  const [counter, setCounter] = useState('')
  const act = useCaseAct()
  const isReady = to !== undefined && (!hasNumber || counter.trim() !== '')
  const colleagues = reading.state === 'ready' ? reading.value.colleagues : []
  async function handOver() {
    if (to === undefined) return
    const body = { to, ...(hasNumber ? { counter: counter.trim() } : {}) }
    const done = await act.run(() =>
      call('POST /api/counter/drafts/:subject/hand-over', { params: { subject }, body }),
    )
    if (done !== undefined) onHanded()
  }
  return (
    <div className="hand-over-draft">
      <label htmlFor="draft-to">{texts.colleague}</label>
      <Select
        id="draft-to"
        value={to}
        onChange={setTo}
        options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        notFoundContent={texts.noColleague}
      />
      {hasNumber && (
        <>
          <label htmlFor="draft-counter">{texts.colleagueCounter}</label>
          <Input
            id="draft-counter"
            value={counter}
            maxLength={20}
            onChange={({ target }) => setCounter(target.value)}
          />
        </>
      )}
      <p className="hint">{hasNumber ? texts.handOverNumberHint : texts.handOverHint}</p>
      <ProblemNotice problem={act.refusal} />
      <BusyButton type="primary" busy={act.busy} disabled={!isReady} onClick={() => void handOver()}>
        {texts.handOver}
      </BusyButton>
    </div>
  )
}

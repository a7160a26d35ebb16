/**
 * What becomes of something begun: when it was kept, who handed it over, and to whom it may be handed.
 */

import { Button, Popover, Select } from 'antd'
import { useState } from 'react'
import { call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { counterTexts as texts } from '../../../texts/counter-zh-cn.ts'
import { clockText } from '../../../ui/moment.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { useCaseAct } from '../case-parts/use-case-act.ts'
import type { CounterDraft } from './use-counter-draft.ts'

interface DraftBarProps {
  readonly subject: string
  readonly draft: Pick<CounterDraft<object>, 'savedAt' | 'handedBy'>
  /** once a colleague has it */
  readonly onHanded: () => void
}

export function DraftBar({ subject, draft: { savedAt, handedBy }, onHanded }: DraftBarProps) {
  return (
    <div className="draft-bar">
      {handedBy !== null && <b>{texts.handedBy(handedBy)}</b>}
      <span className="hint">{savedAt === null ? '' : texts.savedAt(clockText(savedAt))}</span>
      {savedAt !== null && (
        <Popover
          content={<HandOver subject={subject} onHanded={onHanded} />}
          trigger="click"
          placement="bottomRight"
        >
          <Button>{texts.handOver}</Button>
        </Popover>
      )}
    </div>
  )
}

function HandOver({ subject, onHanded }: Pick<DraftBarProps, 'subject' | 'onHanded'>) {
  const reading = useApi('GET /api/counter/drafts')
  const [to, setTo] = useState<string>()
  const act = useCaseAct()
  const colleagues = reading.state === 'ready' ? reading.value.colleagues : []
  async function handOver() {
    if (to === undefined) return
    const done = await act.run(() =>
      call('POST /api/counter/drafts/:subject/hand-over', { params: { subject }, body: { to } }),
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
      <p className="hint">{texts.handOverHint}</p>
      <ProblemNotice problem={act.refusal} />
      <Button type="primary" loading={act.busy} disabled={to === undefined} onClick={() => void handOver()}>
        {texts.handOver}
      </Button>
    </div>
  )
}

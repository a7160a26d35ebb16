/**
 * A notice that went out: to be taken back for some seconds, printed, and answered by the papers that are brought.
 */

import { Alert, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { call } from '../../../api/call.ts'
import { counterTexts as texts } from '../../../texts/counter-zh-cn.ts'
import { dayText } from '../../../ui/moment.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { BusyButton } from '../case-parts/busy-button.tsx'
import { UndoBar } from '../case-parts/undo-bar.tsx'
import { useCaseAct } from '../case-parts/use-case-act.ts'
import { type CaseAtCounter, printLatest } from './case-at-counter.ts'

const undoSeconds = 10

interface CorrectionRunningProps {
  readonly subject: CaseAtCounter
  readonly again: () => void
}

interface NoticeProps extends CorrectionRunningProps {
  /** whether it was sent a moment ago, from this desk; whoever opens the case later can take nothing back */
  readonly isFresh: boolean
}

export function CorrectionRunning({ subject, again, isFresh }: NoticeProps) {
  const [isOver, setOver] = useState(!isFresh)
  const act = useCaseAct()
  const { correction, id, version } = subject
  if (correction === null) return null
  async function takeBack() {
    const body = { version, reason: texts.takingBackReason }
    const done = await act.run(() =>
      call('POST /api/cases/:id/correction/withdrawal', { params: { id }, body }),
    )
    if (done !== undefined) again()
  }
  return (
    <section className="staff-panel">
      {isOver ? (
        <Alert role="status" type="success" title={texts.sent} />
      ) : (
        <UndoBar
          seconds={undoSeconds}
          say={texts.undoable}
          onUndo={() => void takeBack()}
          onOver={() => setOver(true)}
        />
      )}
      <ol className="told-gaps">
        {correction.gaps.map(({ requirement, what }) => (
          <li key={requirement}>{what}</li>
        ))}
      </ol>
      <p>{texts.due(dayText(correction.due))}</p>
      <ProblemNotice problem={act.refusal} />
      <div className="act-buttons">
        <Button type="primary" onClick={() => void printLatest(id)}>
          {texts.print}
        </Button>
      </div>
      <Brought subject={subject} gaps={correction.gaps} again={again} />
    </section>
  )
}

interface BroughtProps extends CorrectionRunningProps {
  readonly gaps: NonNullable<CaseAtCounter['correction']>['gaps']
}

/** The papers that the applicant has brought after all. */
function Brought({ subject, gaps, again }: BroughtProps) {
  const [brought, setBrought] = useState<readonly string[]>([])
  const act = useCaseAct()
  const { id, version, service } = subject
  const nameOf = (requirement: string) =>
    service.requirements.find((each) => each.id === requirement)?.name['zh-CN'] ?? requirement
  async function take() {
    const body = { version, papers: [...brought] }
    const done = await act.run(() =>
      call('POST /api/counter/cases/:id/correction/answer', { params: { id }, body }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <h3>{texts.takeCorrected}</h3>
      <p className="hint">{texts.takeCorrectedLead}</p>
      <ProblemNotice problem={act.refusal} />
      <Checkbox.Group
        aria-label={texts.takeCorrected}
        options={gaps.map(({ requirement }) => ({ value: requirement, label: nameOf(requirement) }))}
        value={[...brought]}
        onChange={setBrought}
      />
      <div className="act-buttons">
        <BusyButton disabled={brought.length === 0} busy={act.busy} onClick={() => void take()}>
          {texts.confirmCorrected}
        </BusyButton>
      </div>
    </>
  )
}

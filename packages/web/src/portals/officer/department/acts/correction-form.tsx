/**
 * Asking for a correction with ready reasons, paper by paper; for ten seconds it can be taken back and nobody has heard of it.
 */

import { Alert } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { reviewTexts as texts } from '../../../../texts/department-zh-cn.ts'
import { GapRow } from '../../case-parts/gap-row.tsx'
import { usePhrases } from '../../case-parts/phrase-picker.tsx'
import { UndoBar } from '../../case-parts/undo-bar.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import type { ActProps } from '../case-on-desk.ts'
import { Submit } from './act-fields.tsx'

export function CorrectionForm({ subject, again }: ActProps) {
  const phrases = usePhrases('correction')
  const [gaps, setGaps] = useState<Readonly<Record<string, string>>>({})
  const act = useCaseAct()
  const papers = subject.service.requirements.filter(({ source }) => source !== 'register')
  const told = Object.entries(gaps).filter(([, what]) => what.trim() !== '')
  async function submit() {
    const body = {
      version: subject.version,
      gaps: told.map(([requirement, what]) => ({ requirement, what })),
    }
    const done = await act.run(() =>
      call('POST /api/cases/:id/review/correction', { params: { id: subject.id }, body }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <p>{texts.correctionLead}</p>
      <ul className="gap-list">
        {papers.map(({ id, name }) => (
          <GapRow
            key={id}
            paper={name['zh-CN'] ?? id}
            phrases={phrases}
            what={gaps[id]}
            onWrite={(what) => setGaps({ ...gaps, [id]: what })}
          />
        ))}
      </ul>
      <Submit
        act={act}
        label={texts.submitCorrection(told.length)}
        disabled={told.length === 0}
        onSubmit={() => void submit()}
        event="correction-requested"
        applicant={subject.applicant}
      />
    </>
  )
}

const undoSeconds = 10

/** The request that runs: for some seconds with a clock beside it, then as an act of its own. */
export function TakeBackCorrection({ subject, again }: ActProps) {
  const [isOver, setOver] = useState(false)
  const act = useCaseAct()
  async function takeBack() {
    const body = { version: subject.version, reason: texts.takingBackReason }
    const done = await act.run(() =>
      call('POST /api/cases/:id/review/correction/withdrawal', { params: { id: subject.id }, body }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      {!isOver && (
        <UndoBar
          seconds={undoSeconds}
          say={texts.undoable}
          onUndo={() => void takeBack()}
          onOver={() => setOver(true)}
        />
      )}
      <ul>
        {subject.correction?.gaps.map(({ requirement, what }) => (
          <li key={requirement}>{what}</li>
        ))}
      </ul>
      {isOver && (
        <>
          <Alert type="info" title={texts.takeBackLead} />
          <Submit act={act} label={texts.takeBackOpen} onSubmit={() => void takeBack()} />
        </>
      )}
    </>
  )
}

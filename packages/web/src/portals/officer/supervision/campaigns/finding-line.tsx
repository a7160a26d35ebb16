/**
 * One finding: where it was made, by when it is to be put right, what was said and seen of it.
 */

import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { campaignsTexts as texts } from '../../../../texts/campaigns-zh-cn.ts'
import { Light, type LightColour } from '../../../../ui/light.tsx'
import { dayText, momentText } from '../../../../ui/moment.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit, WordsField } from '../../department/acts/act-fields.tsx'
import type { CampaignRunShown } from './campaign-shown.ts'

type Finding = CampaignRunShown['findings'][number]

interface FindingProps {
  readonly finding: Finding
  readonly mayCheck: boolean
  readonly again: () => void
}

function colourOf({ state, overdue }: Finding): LightColour {
  if (state === 'rectified') return 'green'
  return overdue ? 'red' : 'amber'
}

export function FindingLine({ finding, mayCheck, again }: FindingProps) {
  const { unit, words, rectifyBy, overdue, state, entries, mayReport } = finding
  return (
    <li>
      <Light colour={colourOf(finding)}>{overdue ? texts.late : texts.states[state]}</Light>{' '}
      <b>{unit.name}</b>　{texts.rectifyBy(dayText(rectifyBy))}
      <p>{words}</p>
      {entries.map(({ act, passed, words: said, by, at }) => (
        <p key={at} className="light-link-note">
          {texts.acts[act]}
          {passed !== null && (passed ? texts.passed : texts.sentBack)}（{by}，{momentText(at)}）：{said}
        </p>
      ))}
      {mayReport && <ReportFinding id={finding.id} again={again} />}
      {mayCheck && state === 'reported' && <CheckFinding id={finding.id} again={again} />}
    </li>
  )
}

interface ActProps {
  readonly id: string
  readonly again: () => void
}

function ReportFinding({ id, again }: ActProps) {
  const [words, setWords] = useState('')
  const act = useCaseAct()
  async function report() {
    const done = await act.run(() =>
      call('POST /api/supervision/findings/:id/report', { params: { id }, body: { words } }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <WordsField id={`report-${id}`} label={texts.reportWords} value={words} rows={2} onChange={setWords} />
      <Submit
        act={act}
        label={texts.report}
        disabled={words.trim().length < 2}
        onSubmit={() => void report()}
      />
    </>
  )
}

function CheckFinding({ id, again }: ActProps) {
  const [words, setWords] = useState('')
  const act = useCaseAct()
  const isSilent = words.trim().length < 2
  async function check(passed: boolean) {
    const done = await act.run(() =>
      call('POST /api/supervision/findings/:id/check', { params: { id }, body: { passed, words } }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <WordsField id={`check-${id}`} label={texts.checkWords} value={words} rows={2} onChange={setWords} />
      <Submit act={act} label={texts.check} disabled={isSilent} onSubmit={() => void check(true)}>
        <Button disabled={act.busy || isSilent} onClick={() => void check(false)}>
          {texts.sendBack}
        </Button>
      </Submit>
    </>
  )
}

/**
 * One thing to be made up, with its light, its day and what can be done about it.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useState } from 'react'
import { Link } from 'wouter'
import { type CallOutput, call } from '../../../api/call.ts'
import { useLink } from '../../../page.tsx'
import type { CommitmentsTexts } from '../../../texts/commitments-zh-cn.ts'
import { Light, type LightColour } from '../../../ui/light.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { useMoments } from '../../../ui/use-moments.ts'
import { Words } from '../../../ui/words.tsx'
import { useCommitmentTexts } from '../use-commitment-texts.ts'
import '../running.css'

export type Duty = CallOutput<'GET /api/projects/:id/duties'>['duties'][number]

type DutyTexts = CommitmentsTexts['duties']

/** What a sentence about a duty is put into words with. */
interface Wording {
  readonly texts: DutyTexts
  readonly day: (day: string) => string
}

function useWording(): Wording {
  const { duties: texts } = useCommitmentTexts()
  const { day } = useMoments()
  return { texts, day }
}

const colours: Readonly<Record<Duty['light'], LightColour>> = {
  green: 'green',
  amber: 'amber',
  red: 'red',
  grey: 'paused',
  off: 'plain',
}

export function DutyItem({ duty, onChanged }: { readonly duty: Duty; readonly onChanged: () => void }) {
  const { what, service, caseNumber, state, light, kind } = duty
  const wording = useWording()
  const { texts } = wording
  return (
    <li className={`duty-item ${state}`}>
      <div className="duty-head">
        <strong>
          <Words>{what}</Words>
        </strong>
        <Light colour={state === 'made-up' ? 'green' : colours[light]}>{texts.states[state]}</Light>
      </div>
      <p className="duty-day">{dayOf(duty, wording)}</p>
      <p className="hint">
        {texts.kinds[kind]} · <Words>{texts.of(service, caseNumber)}</Words>
        {duty.extended && ` · ${texts.extended}`}
      </p>
      <Warning duty={duty} />
      {state !== 'made-up' && duty.revocation !== 'revoked' && <Doing duty={duty} onChanged={onChanged} />}
    </li>
  )
}

function dayOf({ state, due, rectifyBy, remaining }: Duty, { texts, day: dayText }: Wording): string {
  if (state === 'made-up') return texts.madeUp
  const day = texts.due(dayText(state === 'lapsed' && rectifyBy !== null ? rectifyBy : due))
  if (remaining === null) return day
  return texts.dated(day, remaining < 0 ? texts.over(-remaining) : texts.left(remaining))
}

function Warning({ duty }: { readonly duty: Duty }) {
  const wording = useWording()
  const { texts, day } = wording
  const words = warningOf(duty, wording)
  const { returned } = duty
  if (words === undefined && returned === null) return null
  return (
    <div className="notice bad">
      {returned !== null && (
        <p>
          <Words>{texts.returned(day(returned.on), returned.reasons)}</Words>
        </p>
      )}
      {words !== undefined && <p>{words}</p>}
    </div>
  )
}

function warningOf({ state, rectifyBy, revocation }: Duty, { texts, day }: Wording): string | undefined {
  if (revocation !== null) return texts[revocation]
  if (state === 'failed') return texts.failed
  return state === 'lapsed' ? texts.rectify(day(rectifyBy ?? '')) : undefined
}

function Doing({ duty, onChanged }: { readonly duty: Duty; readonly onChanged: () => void }) {
  const { texts } = useWording()
  const link = useLink()
  const [problem, refuse] = useState<ProblemDocument>()
  const isOpen = duty.state === 'open' || duty.state === 'lapsed'
  const makeUp = async () => {
    const answer = await call('POST /api/cases/:id/duties/made-up', {
      params: { id: duty.caseId },
      body: { version: duty.caseVersion, duty: duty.duty },
    })
    if (answer.ok) onChanged()
    else refuse(answer.problem)
  }
  return (
    <>
      <ProblemNotice problem={problem} />
      <div className="row-actions">
        <Link className="button quiet" href={link(`/my/files/${duty.caseId}#duties`)}>
          {texts.papers}
        </Link>
        {isOpen && (
          <button className="button quiet" type="button" onClick={() => void makeUp()}>
            {texts.makeUp}
          </button>
        )}
      </div>
      {duty.state === 'open' && !duty.extended && <p className="hint">{texts.extend}</p>}
    </>
  )
}

/**
 * What is still to be done after the approval, until when, and what happens where it is not.
 */

import { call } from '../../../../api/call.ts'
import { type Case, useCaseCommand } from '../../../../features/cases/index.ts'
import { casesZhCN } from '../../../../texts/cases-zh-cn.ts'
import { Light, type LightColour } from '../../../../ui/light.tsx'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { useMoments } from '../../../../ui/use-moments.ts'
import type { RunningProps } from './running-props.ts'

type Duty = Case['duties'][number]

const colours: Readonly<Record<Duty['state'], LightColour>> = {
  open: 'green',
  'made-up': 'plain',
  lapsed: 'red',
  failed: 'red',
}
const lightColours = { green: 'green', amber: 'amber', red: 'red', grey: 'paused', off: 'plain' } as const

export function DutyList({ file, onChange }: RunningProps) {
  const { duties: texts } = casesZhCN
  const { day } = useMoments()
  const { problem, isRunning, run } = useCaseCommand()
  if (file.duties.length === 0) return null
  async function makeUp(duty: string) {
    const sent = { params: { id: file.id }, body: { version: file.version, duty } }
    if ((await run(() => call('POST /api/cases/:id/duties/made-up', sent))) !== undefined) onChange()
  }
  return (
    <>
      <h2>{texts.title}</h2>
      <ProblemNotice problem={problem} />
      <ul className="rows">
        {file.duties.map((duty) => (
          <li key={duty.id}>
            <span>
              {duty.what}
              <span className="hint">
                {texts.kinds[duty.kind]} · {texts.due(day(duty.due))}
                {duty.rectifyBy !== null && ` · ${texts.rectify(day(duty.rectifyBy))}`}
              </span>
              {file.own && (duty.state === 'open' || duty.state === 'lapsed') && (
                <button
                  className="text-button"
                  type="button"
                  disabled={isRunning}
                  onClick={() => void makeUp(duty.id)}
                >
                  {texts.madeUp}
                </button>
              )}
            </span>
            <Light colour={colourOfDuty(file, duty)}>{texts.states[duty.state]}</Light>
          </li>
        ))}
      </ul>
    </>
  )
}

function colourOfDuty({ deadlines }: Case, { id, state }: Duty): LightColour {
  const running = deadlines.find(({ kind, about }) => kind === 'duty' && about === id)
  return state === 'open' && running !== undefined ? lightColours[running.light] : colours[state]
}

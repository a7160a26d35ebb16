/**
 * What is still to be done after the approval, until when, and what happens where it is not.
 */

import { call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import {
  AttachedList,
  type Case,
  PaperSource,
  useCaseCommand,
  useWord,
} from '../../../../features/cases/index.ts'
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
      <h2 id="duties">{texts.title}</h2>
      <ProblemNotice problem={problem} />
      <ul className="owed-duties">
        {file.duties.map((duty) => (
          <li key={duty.id}>
            <div className="paper-head">
              <strong>{duty.what}</strong>
              <Light colour={colourOfDuty(file, duty)}>{texts.states[duty.state]}</Light>
            </div>
            <p className="hint">
              {texts.kinds[duty.kind]} · {texts.due(day(duty.due))}
              {duty.rectifyBy !== null && ` · ${texts.rectify(day(duty.rectifyBy))}`}
            </p>
            {duty.returned !== null && (
              <p className="notice bad">{texts.returned(day(duty.returned.on), duty.returned.reasons)}</p>
            )}
            {file.own && isOwed(duty) && (
              <>
                <Proofs file={file} duty={duty} />
                <button
                  className="button quiet"
                  type="button"
                  disabled={isRunning}
                  onClick={() => void makeUp(duty.id)}
                >
                  {texts.madeUp}
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function isOwed({ state }: Duty): boolean {
  return state === 'open' || state === 'lapsed'
}

/** Everything that proves a duty is attached here, whoever else might have supplied it: papers it stood in for, or itself. */
function Proofs({ file, duty }: { readonly file: Case; readonly duty: Duty }) {
  const word = useWord()
  const evidence = useApi('GET /api/cases/:id/evidence', { params: { id: file.id } })
  const library = useApi('GET /api/evidence')
  const again = () => {
    for (const reading of [evidence, library]) reading.again()
  }
  const attached = evidence.state === 'ready' ? evidence.value.evidence : []
  const named = duty.proofs.map((id) => ({
    id,
    name: file.service.requirements.find((requirement) => requirement.id === id)?.name ?? {
      'zh-CN': duty.what,
    },
  }))
  return (
    <ul className="papers">
      {named.map((proof) => (
        <li key={proof.id} className="paper">
          <div className="paper-head">
            <h3>{word(proof.name)}</h3>
          </div>
          <AttachedList
            caseId={file.id}
            attached={attached.filter(({ requirement }) => requirement === proof.id)}
            onChange={again}
          />
          <PaperSource
            file={file}
            requirement={proof}
            library={library.state === 'ready' ? library.value : undefined}
            onChange={again}
          />
        </li>
      ))}
    </ul>
  )
}

function colourOfDuty({ deadlines }: Case, { id, state }: Duty): LightColour {
  const running = deadlines.find(({ kind, about }) => kind === 'duty' && about === id)
  return state === 'open' && running !== undefined ? lightColours[running.light] : colours[state]
}

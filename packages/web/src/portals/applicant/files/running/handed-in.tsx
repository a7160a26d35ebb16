/**
 * The papers of a case that runs: what was handed in, what follows and until when, and what the house finds itself. What a
 * promise stands in for is attached to its duty.
 */

import { call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import {
  AnswerList,
  AttachedList,
  HousePapers,
  type Library,
  PaperSource,
  type Requirement,
  useCaseCommand,
  useWord,
} from '../../../../features/cases/index.ts'
import { casesZhCN } from '../../../../texts/cases-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { Awaited } from '../../../../ui/reading.tsx'
import { useMoments } from '../../../../ui/use-moments.ts'
import type { RunningProps } from './running-props.ts'

type Evidence = Parameters<typeof AttachedList>[0]['attached']

export function HandedIn({ file, onChange }: RunningProps) {
  const { check } = casesZhCN
  const evidence = useApi('GET /api/cases/:id/evidence', { params: { id: file.id } })
  const library = useApi('GET /api/evidence')
  const asked = file.service.requirements.filter(({ source }) => source === 'applicant')
  const again = () => {
    for (const reading of [evidence, library]) reading.again()
  }
  return (
    <>
      <h2>{check.papers}</h2>
      <Awaited reading={evidence}>
        {({ evidence: attached }) => (
          <ul className="papers">
            {asked.map((requirement) => (
              <Handed
                key={requirement.id}
                file={file}
                requirement={requirement}
                attached={attached.filter((each) => each.requirement === requirement.id)}
                library={library.state === 'ready' ? library.value : undefined}
                onAttach={again}
                onChange={onChange}
              />
            ))}
          </ul>
        )}
      </Awaited>
      <HousePapers file={file} />
      <Answers file={file} />
    </>
  )
}

/** What was answered on the screen; nothing for whoever stood at the counter. */
function Answers({ file }: Pick<RunningProps, 'file'>) {
  const { check: texts } = casesZhCN
  const form = useApi('GET /api/cases/:id/form', { params: { id: file.id } })
  if (form.state !== 'ready' || !form.value.sections.some(({ answered }) => answered)) return null
  return (
    <details className="rule-text">
      <summary>{texts.answers}</summary>
      <AnswerList file={file} sections={form.value.sections} editable={false} />
    </details>
  )
}

interface HandedProps extends RunningProps {
  readonly requirement: Requirement
  readonly attached: Evidence
  readonly library: Library | undefined
  readonly onAttach: () => void
}

function Handed(props: HandedProps) {
  const { file, requirement, attached, library, onAttach } = props
  const { papers: texts } = casesZhCN
  const word = useWord()
  const due = file.deadlines.find(({ kind, about }) => kind === 'following-paper' && about === requirement.id)
  const isOwed = file.own && due !== undefined
  const isAnnounced = requirement.announced && requirement.state === 'missing'
  return (
    <li className="paper ready">
      <div className="paper-head">
        <h3>{word(requirement.name)}</h3>
        <Light colour={due === undefined ? 'plain' : 'amber'}>
          {isAnnounced ? texts.laterTaken : texts.states[requirement.state]}
        </Light>
      </div>
      <AttachedList caseId={file.id} attached={attached} onChange={onAttach} />
      {isOwed && <PaperSource file={file} requirement={requirement} library={library} onChange={onAttach} />}
      {due !== undefined && <Following {...props} due={due.due} />}
    </li>
  )
}

/** A paper that was accepted to follow: until when, and the word that it has come. */
function Following({
  file,
  requirement,
  attached,
  onChange,
  due,
}: HandedProps & { readonly due: string | null }) {
  const { papers: texts } = casesZhCN
  const { day } = useMoments()
  const { problem, isRunning, run } = useCaseCommand()
  async function supply() {
    const body = { version: file.version, requirement: requirement.id }
    const moved = await run(() => call('POST /api/cases/:id/papers', { params: { id: file.id }, body }))
    if (moved !== undefined) onChange()
  }
  return (
    <>
      {due !== null && <p className="hint">{texts.followsBy(day(due))}</p>}
      <ProblemNotice problem={problem} />
      {file.own && attached.length > 0 && (
        <button className="button quiet" type="button" disabled={isRunning} onClick={() => void supply()}>
          {texts.supply}
        </button>
      )}
    </>
  )
}
